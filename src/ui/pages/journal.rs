//! All entries, the latest day first, by months.

use crate::browser::dates;
use crate::core::content::words::journal as words;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::entry::Entry;
use crate::core::route::Route;
use crate::state::journal::JournalState;
use crate::ui::parts::entry_row::EntryRow;
use crate::ui::parts::screen::Screen;
use leptos::prelude::*;

/// All entries.
#[component]
pub fn JournalScreen() -> impl IntoView {
    let journal = expect_context::<JournalState>();
    let latest = move || {
        journal.with(|journal| journal.latest().into_iter().cloned().collect::<Vec<_>>())
    };
    let in_bin = move || journal.with(|journal| journal.binned().len());
    view! {
        <Screen title=words::TITLE name="journal">
            {move || {
                let entries = latest();
                if entries.is_empty() {
                    view! { <p>{words::EMPTY}</p> <p>{words::ELSEWHERE}</p> }.into_any()
                } else {
                    view! {
                        <p class="journal__count">{words::entries(entries.len())}</p>
                        {by_month(entries)}
                    }
                    .into_any()
                }
            }}
            <p class="journal__bin">
                <a href=Route::Bin.to_string()>
                    {move || match in_bin() {
                        0 => words::BIN.to_owned(),
                        count => words::bin_count(&count.to_string()),
                    }}
                </a>
            </p>
        </Screen>
    }
}

fn by_month(entries: Vec<Entry>) -> Vec<AnyView> {
    let months = entries.chunk_by(|one, other| month(one) == month(other));
    months
        .map(|entries| {
            let rows: Vec<_> = entries
                .iter()
                .map(|entry| view! { <li><EntryRow entry=entry.clone()/></li> })
                .collect();
            view! {
                <section class="journal__month">
                    <h2>{dates::month(entries[0].day, LANGUAGE)}</h2>
                    <ul class="rows">{rows}</ul>
                </section>
            }
            .into_any()
        })
        .collect()
}

fn month(entry: &Entry) -> (i32, u32) {
    let (year, month, _) = entry.day.ymd();
    (year, month)
}
