//! Lines above the screen: what has just happened, how well the page keeps
//! what is written, and that an update waits.

use crate::core::content::words::shell as words;
use crate::core::route::Route;
use crate::state::journal::JournalState;
use crate::state::notice::{NoticeState, TakeBack};
use crate::state::updates::UpdateState;
use crate::state::vault::{Health, VaultState};
use crate::ui::parts::trouble;
use leptos::prelude::*;

/// All of the lines. The status line is always in the page, so that screen
/// readers hear what comes into it.
#[component]
pub fn Notices() -> impl IntoView {
    view! {
        <HealthLine/>
        <UpdateLine/>
        <div class="notices" role="status">
            <JustNow/>
        </div>
    }
}

#[component]
fn JustNow() -> impl IntoView {
    let state = expect_context::<NoticeState>();
    move || {
        state.get().map(|notice| {
            view! {
                <p class="notice">
                    <span class="notice__words">{notice.words}</span>
                    {notice.take_back.map(|what| view! { <TakeBackButton what=what/> })}
                    <button
                        class="button button--quiet"
                        type="button"
                        on:click=move |_| state.clear()
                    >
                        {words::NOTICE_CLOSE}
                    </button>
                </p>
            }
        })
    }
}

#[component]
fn TakeBackButton(what: TakeBack) -> impl IntoView {
    let state = expect_context::<NoticeState>();
    let journal = expect_context::<JournalState>();
    let take_back = move |_| {
        let TakeBack::Binned(id) = what;
        match journal.take_back(id) {
            Ok(()) => state.say(words::TAKEN_BACK),
            Err(error) => state.say(trouble::words_of(&error)),
        }
    };
    view! {
        <button class="button button--quiet" type="button" on:click=take_back>
            {words::TAKE_BACK}
        </button>
    }
}

#[component]
fn HealthLine() -> impl IntoView {
    let vault = expect_context::<VaultState>();
    let problems = vault.problems();
    let warning = match vault.health() {
        Health::Kept => None,
        Health::Denied => Some(words::DENIED),
        Health::ReadOnly => Some(words::READ_ONLY),
    };
    view! {
        {warning.map(|warning| view! { <p class="warning" role="alert">{warning}</p> })}
        {move || {
            let count = problems.with(Vec::len);
            (count > 0 && vault.health() == Health::Kept).then(|| view! {
                <p class="warning">
                    {words::problems(count)} " "
                    <a href=Route::Storage.to_string()>{words::PROBLEMS_SEE}</a>
                </p>
            })
        }}
    }
}

#[component]
fn UpdateLine() -> impl IntoView {
    let updates = expect_context::<UpdateState>();
    view! {
        <div role="status">
            {move || updates.waits().then(|| view! {
                <p class="notice">
                    <span class="notice__words">{words::UPDATE}</span>
                    <button class="button" type="button" on:click=move |_| updates.take()>
                        {words::UPDATE_TAKE}
                    </button>
                    <button
                        class="button button--quiet"
                        type="button"
                        on:click=move |_| updates.later()
                    >
                        {words::UPDATE_LATER}
                    </button>
                </p>
            })}
        </div>
    }
}
