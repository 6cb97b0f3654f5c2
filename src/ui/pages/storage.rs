//! Every stored value, how full the store is, and what could not be read.

use crate::browser::files;
use crate::core::content::words::settings as words;
use crate::core::vault::record::RecordError;
use crate::core::vault::store::Room;
use crate::state::vault::VaultState;
use crate::ui::parts::screen::Screen;
use leptos::prelude::*;

const FILE: &str = "freshet-stored-values.json";

/// What is stored here.
#[component]
pub fn Storage() -> impl IntoView {
    let vault = expect_context::<VaultState>();
    let said = RwSignal::new("");
    let save = move |_| {
        let offered =
            vault.raw_file().and_then(|text| files::offer(FILE, "application/json", &text).ok());
        said.set(match offered {
            Some(()) => words::STORAGE_SAVED,
            None => words::STORAGE_SAVE_FAILED,
        });
    };
    view! {
        <Screen title=words::STORAGE name="storage">
            <p>{words::STORAGE_LEAD}</p>
            {vault.room().ok().map(|room| view! { <p>{room_in_words(room)}</p> })}
            <button class="button" type="button" on:click=save>{words::STORAGE_SAVE}</button>
            <p role="status">{move || said.get()}</p>
            <Problems/>
            <Values/>
        </Screen>
    }
}

fn room_in_words(room: Room) -> String {
    let percent = room.used * 100 / room.limit.max(1);
    let share = match percent {
        0 => words::STORAGE_SHARE_SMALL.to_owned(),
        percent => words::storage_share(&percent.to_string()),
    };
    words::storage_room(&room.used.to_string(), &room.limit.to_string(), &share)
}

/// What could not be read, as it stands there.
#[component]
fn Problems() -> impl IntoView {
    let vault = expect_context::<VaultState>();
    let problems = vault.problems().get_untracked();
    (!problems.is_empty()).then(|| {
        let rows: Vec<_> = problems
            .into_iter()
            .map(|problem| {
                let why = match problem.why {
                    RecordError::Damaged => words::STORAGE_DAMAGED,
                    RecordError::Newer(_) => words::STORAGE_NEWER,
                };
                view! {
                    <li>
                        <p><code>{problem.key}</code> " " {why}</p>
                        <pre class="storage__raw">{problem.raw}</pre>
                    </li>
                }
            })
            .collect();
        view! {
            <section class="storage__problems">
                <h2>{words::STORAGE_PROBLEMS}</h2>
                <ul>{rows}</ul>
            </section>
        }
    })
}

#[component]
fn Values() -> impl IntoView {
    let vault = expect_context::<VaultState>();
    match vault.raw() {
        Err(_) => view! { <p role="alert">{words::STORAGE_UNREAD}</p> }.into_any(),
        Ok(values) if values.is_empty() => view! { <p>{words::STORAGE_NONE}</p> }.into_any(),
        Ok(values) => {
            let rows: Vec<_> = values
                .into_iter()
                .map(|(key, value)| {
                    view! {
                        <li>
                            <details>
                                <summary>
                                    <code>{key}</code> " "
                                    {words::storage_letters(value.chars().count())}
                                </summary>
                                <pre class="storage__raw">{value}</pre>
                            </details>
                        </li>
                    }
                })
                .collect();
            view! { <ul class="storage__values">{rows}</ul> }.into_any()
        }
    }
}
