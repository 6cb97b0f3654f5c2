//! A file into the journal: first what it holds and what it would do, then it
//! comes in.

use crate::browser::dates;
use crate::core::backup::plan::Fates;
use crate::core::content::words::import as words;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::route::Route;
use crate::core::vault::log::SaveError;
use crate::state::backup::{Bringing, Ended, Preview, Wishes};
use crate::state::here;
use crate::state::signals::{Memo, RwSignal};
use crate::ui::parts::button::{link, sun_button};
use crate::ui::parts::file_field::file_field;
use crate::ui::parts::file_problems::{file_problems, not_read};
use crate::ui::parts::screen::screen;
use crate::ui::parts::status::status;
use crate::ui::parts::switch::switch;
use crate::ui::view::{Element, View, el, live};
use crate::views;
use leptos::prelude::untrack;

/// A file into the journal.
pub fn import() -> View {
    let (states, backup, tending) = (here(), here().backup(), here().tending);
    backup.begin();
    let choose = live(move || match tending.is_read() {
        true => file_field(words::FILE, "bring-in", move |chosen| states.read_backup(chosen)),
        false => el("p").child(words::JOURNAL_READING),
    });
    let shown = live(move || match backup.bringing() {
        Bringing::Ready(preview) => untrack(|| holds(preview)),
        Bringing::Ended(_) => link(&Route::Journal, words::JOURNAL).into(),
        _ => View::Nothing,
    });
    screen(
        words::TITLE,
        "import",
        views![
            el("p").class("lead").child(words::LEAD),
            choose,
            status(move || said(&backup.bringing())),
            progress(),
            el("div").attr("role", "alert").child(live(stopped)),
            shown,
            places(),
        ],
    )
}

/// What is said once, as it comes.
fn said(bringing: &Bringing) -> String {
    match bringing {
        Bringing::NotYet => String::new(),
        Bringing::Reading => words::READING.to_owned(),
        Bringing::NotRead(why) => not_read(*why).to_owned(),
        Bringing::Ready(preview) if holds_nothing(preview) => words::NOTHING_READ.to_owned(),
        Bringing::Ready(_) => words::READ.to_owned(),
        Bringing::Coming(..) => words::COMING.to_owned(),
        Bringing::Ended(Ended { came, left, trouble }) => {
            let rest = match (left, trouble) {
                (0, None) => words::ENDED_REST.to_owned(),
                (0, Some(_)) => String::new(),
                (left, _) => words::ended_left(*left),
            };
            [words::ended(*came), rest].join(" ")
        }
    }
}

/// Why it stopped before the end.
fn stopped() -> Option<Element> {
    let Bringing::Ended(Ended { trouble: Some(trouble), .. }) = here().backup().bringing() else {
        return None;
    };
    let why = match trouble {
        SaveError::Full => words::STOPPED_FULL,
        SaveError::Newer => words::STOPPED_NEWER,
        SaveError::Elsewhere | SaveError::Locked => words::STOPPED_ELSEWHERE,
        SaveError::Denied
        | SaveError::NotKept
        | SaveError::Gone
        | SaveError::Conflict
        | SaveError::Busy
        | SaveError::Other(_) => words::STOPPED_OTHER,
    };
    let line = el("p").class("warning").child(el("strong").child(words::STOPPED));
    Some(line.child(" ").child(why))
}

/// How far it is: seen, and asked for by those who hear the page, since a line
/// that spoke at each step would never be quiet.
fn progress() -> View {
    let backup = here().backup();
    let coming = Memo::new(move || matches!(backup.bringing(), Bringing::Coming(..)));
    let far = move || match backup.bringing() {
        Bringing::Coming(came, total) => (came, total),
        _ => (0, 1),
    };
    live(move || {
        coming.get().then(|| {
            el("progress")
                .attr("aria-label", words::PROGRESS)
                .live_attr("max", move || far().1.max(1).to_string())
                .live_attr("value", move || far().0.to_string())
        })
    })
}

fn holds_nothing(preview: &Preview) -> bool {
    preview.entries == 0 && preview.fates == Fates::default() && !preview.has_settings
}

fn holds(preview: Preview) -> View {
    let problems = file_problems(&preview.problems);
    if holds_nothing(&preview) {
        let under = |problems| views![el("h2").child(words::HOLDS_TITLE), problems];
        return problems.map(under).into();
    }
    let made = preview.made.map(|made| words::made(&dates::long(made.day(), LANGUAGE)));
    let count = match preview.says.filter(|says| *says != preview.entries) {
        Some(says) => words::holds_of(&preview.entries.to_string(), &says.to_string()),
        None => words::holds(preview.entries),
    };
    let head = [made, Some(count)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    views![
        el("h2").child(words::HOLDS_TITLE),
        el("p").child(head),
        el("ul").class("prose__list").child(fates(&preview.fates)),
        problems,
        bring(&preview),
    ]
}

/// Words for so many.
type Say = fn(usize) -> String;

/// What would be done with how many; what is none is left out.
fn fates(fates: &Fates) -> View {
    let lines: [(usize, Say); 8] = [
        (fates.new, words::new),
        (fates.newer, words::newer),
        (fates.same, words::same),
        (fates.older, words::older),
        (fates.conflicts, words::conflicts),
        (fates.deleted_here, words::deleted_here),
        (fates.deleted_there, words::deleted_there),
        (fates.drafts, words::drafts),
    ];
    let shown = lines.into_iter().filter(|(count, _)| *count > 0);
    shown.map(|(count, say)| el("li").child(say(count))).collect()
}

fn bring(preview: &Preview) -> View {
    let states = here();
    let fates = preview.fates;
    let bring_back = RwSignal::new(false);
    let settings = RwSignal::new(preview.has_settings && preview.is_empty_here);
    let comes = move || {
        let back = if bring_back.get() { fates.deleted_here } else { 0 };
        fates.coming() + fates.drafts + back > 0 || settings.get()
    };
    let button = move || {
        let wishes = move || Wishes {
            bring_back: bring_back.get_untracked(),
            settings: settings.get_untracked(),
        };
        match comes() {
            true => sun_button(words::BRING).on_click(move || states.bring_in(wishes())),
            false => el("p").child(words::NOTHING_NEW),
        }
    };
    views![
        (fates.deleted_here > 0).then(|| tick(words::BRING_BACK, bring_back)),
        preview.has_settings.then(|| tick(words::SETTINGS, settings)),
        live(button),
    ]
}

fn tick(label: &'static str, ticked: RwSignal<bool>) -> Element {
    switch(label, move || ticked.get(), move |on| ticked.set(on))
}

/// Where words may be that are not here.
fn places() -> Element {
    let places = [words::WHERE_ADDRESS, words::WHERE_TAB, words::WHERE_FILE, words::WHERE_BROWSER];
    let rows: View = places.into_iter().map(|place| el("li").child(place)).collect();
    el("section")
        .child(el("h2").child(words::WHERE_TITLE))
        .child(el("p").child(words::WHERE_LEAD))
        .child(el("ul").class("prose__list").child(rows))
        .child(el("p").child(words::WHERE_HOW))
}
