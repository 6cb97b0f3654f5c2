//! What an entry asks on a later day, answered in the same entry.

use crate::browser::clock;
use crate::core::answer::Answered;
use crate::core::content::exercises::Exercise;
use crate::core::content::words::entry as words;
use crate::core::content::words::exercise as exercise_words;
use crate::core::entry::{Entry, EntryId, ExerciseRecord};
use crate::state::here;
use crate::state::run::RunState;
use crate::ui::pages::entry;
use crate::ui::parts::answers::answers;
use crate::ui::parts::once_read::once_read;
use crate::ui::parts::run::run;
use crate::ui::parts::screen::screen;
use crate::ui::view::{View, el};
use crate::views;

/// The follow-up of the entry with this id.
pub fn follow_up(id: EntryId) -> View {
    once_read(id, words::TITLE_WRITING, "exercise", move || there(id))
}

fn there(id: EntryId) -> View {
    let entry = here().journal.get_now(id);
    match entry.as_ref().and_then(|entry| Some((entry, exercise_of(entry)?))) {
        Some((entry, exercise)) => {
            let state = RunState::follow(exercise, id);
            screen(
                exercise.title,
                "exercise",
                views![shown(entry, exercise), run(state, |_| View::Nothing)],
            )
        }
        None => entry::gone(),
    }
}

/// The exercise that asks it, or the one that may have asked it before.
fn record_of(entry: &Entry) -> Option<&ExerciseRecord> {
    entry.exercise_asking().or(entry.exercise())
}

fn exercise_of(entry: &Entry) -> Option<&'static Exercise> {
    let exercise = Exercise::find(&record_of(entry)?.exercise)?;
    exercise.follow_up.as_ref().map(|_| exercise)
}

/// What was written then, where it is not put away.
fn shown(entry: &Entry, exercise: &Exercise) -> View {
    let (Some(record), Some(later)) = (record_of(entry), &exercise.follow_up) else {
        return View::Nothing;
    };
    let said: Vec<&Answered> = later.shows.iter().filter_map(|id| record.answer(id)).collect();
    if said.is_empty() || entry.is_sealed(clock::now().day()) {
        return View::Nothing;
    }
    el("section")
        .class("follow-up__then")
        .child(el("h2").child(exercise_words::LATER_THEN))
        .child(answers(said.into_iter()))
        .into()
}
