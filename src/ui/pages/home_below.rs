//! What stands below the question of the first screen: what waits, what was
//! begun, and the ways to go on from here.

use super::home::is_check_in_of;
use crate::browser::{clock, dates};
use crate::core::content::tables::{SIT, THEMES};
use crate::core::content::words::shell::LANGUAGE;
use crate::core::content::words::{
    home as words, look_back as look_back_words, sit as sit_words, trouble as trouble_words,
};
use crate::core::draft::{Draft, Work};
use crate::core::entry::{Entry, EntryId};
use crate::core::exercise::CannotGoOn;
use crate::core::route::Route;
use crate::core::vault::log::SaveError;
use crate::state::here;
use crate::state::signals::{Memo, RwSignal, StoredValue};
use crate::ui::parts::button::{buttons, door, link, quiet_button};
use crate::ui::parts::trouble::{trouble, words_of};
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// All of it.
pub fn home_below() -> View {
    views![go_on(), sit(), due(), introduction(), doors(), look_back()]
}

/// The question that an exercise left for today or before: one, asked once.
/// Waved away, it is not asked again, and the next one waits for the next visit.
fn due() -> View {
    let (journal, tending, today) = (here().journal, here().tending, clock::now().day());
    let found = StoredValue::new(None::<EntryId>);
    let first = Memo::new(move || {
        // An older version of an entry may ask what a newer one has answered: so
        // all of it is read first.
        let due = || match tending.is_read() {
            true => journal.with(|journal| Some(journal.due(today)?.id)),
            false => None,
        };
        found.update_value(|found| {
            *found = found.or_else(due);
            *found
        })
    });
    live(move || first.get().and_then(|id| journal.get_now(id)).map(question))
}

fn question(entry: Entry) -> View {
    let states = here();
    let asked = RwSignal::new(true);
    let error = RwSignal::new(None::<SaveError>);
    let id = entry.id;
    let question = entry.waiting().map_or_else(String::new, |it| it.question.clone());
    let wave_away = move || match states.wave_away(id) {
        Ok(()) => asked.set(false),
        Err(why) => error.set(Some(why)),
    };
    let question = live(move || {
        asked.get().then(|| {
            let answer = link(&Route::FollowUp(id), words::DUE_ANSWER).class("button");
            let close = quiet_button(words::DUE_CLOSE).on_click(wave_away);
            el("section")
                .class("due")
                .attr("aria-label", words::DUE)
                .child(el("p").class("due__question").child(question.clone()))
                .child(buttons(views![answer, close]))
        })
    });
    views![question, trouble(trouble_words::NOT_SAVED, move || error.get())]
}

/// What was begun and not saved.
fn go_on() -> View {
    let drafts = here().drafts;
    let today = clock::now().day();
    let others = Memo::new(move || {
        let mut others = drafts.all();
        others.retain(|draft| !is_check_in_of(draft, today));
        others
    });
    live(move || {
        let others = others.get();
        (!others.is_empty()).then(|| {
            let rows: View = others.iter().map(begun).collect();
            el("section")
                .class("go-on")
                .child(el("h2").child(words::GO_ON))
                .child(el("ul").class("rows").child(rows))
        })
    })
}

fn begun(draft: &Draft) -> Element {
    let drafts = here().drafts;
    let id = draft.id;
    let day = dates::long(draft.started.day(), LANGUAGE);
    let (name, route) = match &draft.work {
        Work::Writing(writing) => match writing.changes {
            Some(_) => (words::DRAFT_CHANGES.to_owned(), Route::Draft(draft.id)),
            None => (words::draft_writing(&day), Route::Draft(draft.id)),
        },
        Work::CheckIn(_) => (words::draft_check_in(&day), Route::Draft(draft.id)),
        Work::Run(run) => match run.known() {
            Ok(known) => (words::draft_run(known.title(), &day), run.route()),
            Err(CannotGoOn::Changed) => (words::draft_unknown_run(&day), run.route()),
            // What was answered goes on as writing.
            Err(CannotGoOn::Unknown) => (words::draft_unknown_run(&day), Route::Draft(draft.id)),
        },
    };
    let back = route.clone();
    // Where it cannot be taken away, that is told above.
    let drop = move || drop(drafts.discard(id, words::DRAFT_DROPPED, back.clone()));
    let drop_name = words::draft_drop_name(&name);
    el("li")
        .class("go-on__row")
        .child(link(&route, name))
        .child(quiet_button(words::DRAFT_DROP).attr("aria-label", drop_name).on_click(drop))
}

/// The introduction is offered once, beside, and never in front.
fn introduction() -> View {
    let (settings, notice) = (here().settings, here().notice);
    let close = move || {
        if let Err(why) = settings.change_kept(|settings| settings.introduced = true) {
            notice.say(words_of(&why));
        }
    };
    let offered = Memo::new(move || !settings.kept().introduced);
    live(move || {
        offered.get().then(|| {
            el("p")
                .class("begin")
                .child(link(&Route::Begin, words::BEGIN))
                .child(quiet_button(words::BEGIN_CLOSE).on_click(close))
        })
    })
}

/// The guided path.
fn sit() -> Element {
    el("ul").class("doors__list").child(door(&Route::Sit, SIT.title, sit_words::DOOR))
}

/// The themes, each with what there is to read and to try.
fn doors() -> Element {
    let doors = THEMES.iter().map(|theme| {
        let route = Route::Theme { slug: theme.slug.to_owned(), section: None };
        door(&route, theme.title, theme.line)
    });
    el("section")
        .class("doors")
        .child(el("h2").child(words::READ))
        .child(el("ul").class("doors__list").child(doors.collect::<View>()))
}

/// The way to look back.
fn look_back() -> Element {
    let door = door(&Route::LookBack(None), look_back_words::TITLE, words::LOOK_BACK);
    el("ul").class("doors__list").child(door)
}
