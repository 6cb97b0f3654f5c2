//! The first screen asks one thing: how is it right now?

use crate::browser::{clock, dates};
use crate::core::checkin::CheckIn;
use crate::core::content::tables::THEMES;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::content::words::{
    checkin as check_in_words, home as words, trouble as trouble_words,
};
use crate::core::day::Day;
use crate::core::draft::{Draft, Work};
use crate::core::entry::{Entry, Kind};
use crate::core::exercise::CannotGoOn;
use crate::core::route::Route;
use crate::core::vault::log::SaveError;
use crate::state::here;
use crate::state::signals::{Memo, RwSignal};
use crate::ui::parts::button::{buttons, door, link, quiet_button, sun_button};
use crate::ui::parts::check_in::check_in_fields;
use crate::ui::parts::notice::if_kept;
use crate::ui::parts::screen::screen;
use crate::ui::parts::trouble::trouble;
use crate::ui::view::{Element, View, el, live};
use crate::views;
use leptos::prelude::on_cleanup;
use std::rc::Rc;

/// The first screen.
pub fn home() -> View {
    let write = link(&Route::Write(None), words::WRITE).class("button");
    let gate = el("p")
        .class("gate")
        .child(words::GATE)
        .child(" ")
        .child(link(&Route::Support, words::GATE_SUPPORT));
    screen(
        words::TITLE,
        "home",
        views![
            el("p").class("lead").child(words::LEAD),
            check_in_now(),
            el("p").class("home__write").child(write),
            due(),
            go_on(),
            introduction(),
            doors(),
            gate,
        ],
    )
}

fn as_check_in(draft: &Draft) -> CheckIn {
    match &draft.work {
        Work::CheckIn(check_in) => check_in.clone(),
        Work::Writing(_) | Work::Run(_) => CheckIn::default(),
    }
}

/// A check-in in ten seconds; one that was begun goes on.
fn check_in_now() -> View {
    let drafts = here().drafts;
    let journal = here().journal;
    let notice = here().notice;
    let vault = here().vault;
    let error = RwSignal::new(None::<SaveError>);
    let begin = move || drafts.begin(Work::CheckIn(CheckIn::default()));
    let today = clock::now().day();
    let begun = drafts.find_now(|draft| is_check_in_of(draft, today));
    let draft = RwSignal::new(begun.unwrap_or_else(begin));
    let change = move |check_in: CheckIn| {
        draft.update(|draft| draft.work = Work::CheckIn(check_in));
        drafts.touch(draft.get_untracked());
    };
    let save = move || {
        let begun = draft.get_untracked();
        let check_in = as_check_in(&begun);
        if check_in.is_blank() {
            notice.say(check_in_words::BLANK);
            return;
        }
        let mut entry = Entry::new(begun.id, clock::now(), Kind::CheckIn);
        entry.check_in = Some(check_in);
        match journal.save(entry) {
            Ok(_) => {
                error.set(None);
                // A draft that stays behind is told, and can be dropped later.
                let _ = drafts.drop(begun.id);
                draft.set(begin());
                notice.say(if_kept(vault, check_in_words::SAVED));
            }
            Err(why) => error.set(Some(why)),
        }
    };
    on_cleanup(move || {
        drafts.write();
    });
    views![
        check_in_fields(move || draft.with(as_check_in), change),
        trouble(trouble_words::NOT_SAVED, move || error.get()),
        sun_button(check_in_words::SAVE).on_click(save),
    ]
}

/// Whether it is a check-in of this day: one of an earlier day says no more how
/// it is right now.
fn is_check_in_of(draft: &Draft, day: Day) -> bool {
    matches!(draft.work, Work::CheckIn(_)) && draft.started.day() == day
}

/// The question that an exercise left for today or before: one, asked once.
/// Waved away, it is not asked again, and the next one waits for the next visit.
fn due() -> View {
    let journal = here().journal;
    let today = clock::now().day();
    let Some(entry) = journal.with(|journal| journal.due(today).cloned()) else {
        return View::Nothing;
    };
    let asked = RwSignal::new(true);
    let error = RwSignal::new(None::<SaveError>);
    let id = entry.id;
    let question = entry.waiting().map_or_else(String::new, |it| it.question.clone());
    let wave_away = move || match journal.save(entry.waved_away(clock::now())) {
        Ok(_) => asked.set(false),
        Err(why) => error.set(Some(why)),
    };
    let wave_away = Rc::new(wave_away);
    let question = live(move || {
        let wave_away = wave_away.clone();
        asked.get().then(|| {
            let answer = link(&Route::FollowUp(id), words::DUE_ANSWER).class("button");
            let close = quiet_button(words::DUE_CLOSE).on_click(move || wave_away());
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
    let notice = here().notice;
    let id = draft.id;
    let day = dates::long(draft.started.day(), LANGUAGE);
    let (name, route) = match &draft.work {
        Work::Writing(writing) => match writing.changes {
            Some(_) => (words::DRAFT_CHANGES.to_owned(), Route::Draft(draft.id)),
            None => (words::draft_writing(&day), Route::Draft(draft.id)),
        },
        Work::CheckIn(_) => (words::draft_check_in(&day), Route::Draft(draft.id)),
        Work::Run(run) => match run.exercise() {
            Ok(exercise) => (words::draft_run(exercise.title, &day), run.route()),
            Err(CannotGoOn::Changed) => (words::draft_unknown_run(&day), run.route()),
            // What was answered goes on as writing.
            Err(CannotGoOn::Unknown) => (words::draft_unknown_run(&day), Route::Draft(draft.id)),
        },
    };
    let drop = move || {
        if drafts.drop(id).is_ok() {
            notice.say(words::DRAFT_DROPPED);
        }
    };
    let drop_name = words::draft_drop_name(&name);
    el("li")
        .class("go-on__row")
        .child(link(&route, name))
        .child(quiet_button(words::DRAFT_DROP).attr("aria-label", drop_name).on_click(drop))
}

/// The introduction is offered once, beside, and never in front.
fn introduction() -> View {
    let settings = here().settings;
    let close = move || settings.change_kept(|settings| settings.introduced = true);
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
