//! Entries that were put in the bin. They stay until a person deletes them.

use crate::core::content::words::{journal as words, trouble as trouble_words};
use crate::core::entry::{Entry, EntryId};
use crate::core::vault::log::SaveError;
use crate::state::journal::JournalState;
use crate::state::notice::NoticeState;
use crate::ui::parts::entry_row::{self, EntryRow};
use crate::ui::parts::screen::Screen;
use crate::ui::parts::trouble::Trouble;
use leptos::prelude::*;

/// The bin.
#[component]
pub fn Bin() -> impl IntoView {
    let journal = expect_context::<JournalState>();
    let trouble = RwSignal::new(None::<SaveError>);
    let asked = RwSignal::new(None::<EntryId>);
    let rows = move || {
        let binned =
            journal.with(|journal| journal.binned().into_iter().cloned().collect::<Vec<_>>());
        if binned.is_empty() {
            return view! { <p>{words::BIN_EMPTY}</p> }.into_any();
        }
        let rows: Vec<_> = binned
            .into_iter()
            .map(|entry| view! { <Row entry=entry asked=asked trouble=trouble/> })
            .collect();
        view! { <p>{words::BIN_LEAD}</p> <ul class="rows">{rows}</ul> }.into_any()
    };
    view! {
        <Screen title=words::BIN_TITLE name="bin">
            <Trouble what=trouble_words::NOT_SAVED error=trouble/>
            {rows}
        </Screen>
    }
}

#[component]
fn Row(
    entry: Entry,
    asked: RwSignal<Option<EntryId>>,
    trouble: RwSignal<Option<SaveError>>,
) -> impl IntoView {
    let journal = expect_context::<JournalState>();
    let notice = expect_context::<NoticeState>();
    let id = entry.id;
    let name = entry_row::name(&entry);
    let (take_back_name, remove_name) = (words::take_back_name(&name), words::remove_name(&name));
    let done = move |result: Result<(), SaveError>, said: &'static str| match result {
        Ok(()) => notice.say(said),
        Err(error) => trouble.set(Some(error)),
    };
    view! {
        <li class="bin__row">
            <EntryRow entry=entry/>
            <div class="buttons">
                <button
                    class="button"
                    type="button"
                    aria-label=take_back_name
                    on:click=move |_| done(journal.take_back(id), words::TAKEN_BACK)
                >
                    {words::TAKE_BACK}
                </button>
                <button
                    class="button button--quiet"
                    type="button"
                    aria-label=remove_name
                    aria-expanded=move || (asked.get() == Some(id)).to_string()
                    on:click=move |_| asked.set(Some(id))
                >
                    {words::REMOVE}
                </button>
            </div>
            {move || (asked.get() == Some(id)).then(|| view! {
                <div class="sure" role="group" aria-label=words::REMOVE_SURE>
                    <p role="alert">{words::REMOVE_SURE}</p>
                    <button
                        class="button"
                        type="button"
                        on:click=move |_| asked.set(None)
                    >
                        {words::REMOVE_NO}
                    </button>
                    <button
                        class="button button--quiet"
                        type="button"
                        on:click=move |_| done(journal.remove(id), words::REMOVED)
                    >
                        {words::REMOVE_YES}
                    </button>
                </div>
            })}
        </li>
    }
}
