//! Writing: something new, a draft that goes on, or a change of an entry.

use crate::browser::{clock, page};
use crate::core::content::pages;
use crate::core::content::words::entry as entry_words;
use crate::core::content::words::write as words;
use crate::core::draft::{Work, Writing};
use crate::core::entry::{EntryId, Prompted};
use crate::core::exercise::{CannotGoOn, Run};
use crate::core::id::Id;
use crate::core::keeping::Begun;
use crate::core::route::{PromptPlace, Route};
use crate::state::here;
use crate::state::signals::RwSignal;
use crate::ui::pages::{exercise, follow_up, sit};
use crate::ui::parts::answers;
use crate::ui::parts::button::{button, link};
use crate::ui::parts::editor::{FIELD, editor};
use crate::ui::parts::once_read::once_read;
use crate::ui::parts::screen::screen;
use crate::ui::parts::sealed::sealed;
use crate::ui::view::{View, el};
use crate::views;

/// Writing something new, perhaps from a prompt.
pub fn write(prompt: Option<PromptPlace>) -> View {
    new(prompt.and_then(|place| {
        let question = pages::prompt(&place)?.text.to_owned();
        Some(Prompted { theme: place.theme, prompt: place.prompt, question })
    }))
}

/// Writing something new, from nothing.
pub fn write_freely() -> View {
    new(None)
}

fn new(prompted: Option<Prompted>) -> View {
    let drafts = here().drafts;
    let writing = Writing::new(clock::now().day(), prompted);
    editor(View::Nothing, drafts.begin(Work::Writing(writing.clone())), writing)
}

/// Going on with a draft.
pub fn go_on(id: Id) -> View {
    let drafts = here().drafts;
    let found = drafts.find_now(|draft| draft.id == id);
    match found.map(|draft| (draft.work.clone(), draft)) {
        Some((Work::Writing(writing), draft)) => editor(View::Nothing, draft, writing),
        // One of an earlier day: it goes on as writing, for its own day.
        Some((Work::CheckIn(check_in), draft)) => {
            let mut writing = Writing::new(draft.started.day(), None);
            writing.check_in = Some(check_in);
            editor(View::Nothing, draft, writing)
        }
        // Its exercise is here no more: what was answered goes on as writing.
        Some((Work::Run(run), draft)) if run.known() == Err(CannotGoOn::Unknown) => {
            let mut writing = Writing::new(draft.started.day(), None);
            writing.text = in_words(&run, draft.id);
            editor(answered_note(), draft, writing)
        }
        Some((Work::Run(run), _)) => match run.route() {
            Route::FollowUp(entry) => follow_up::follow_up(entry),
            Route::Exercise(slug) => exercise::exercise(slug),
            _ => sit::sit(),
        },
        None => gone(),
    }
}

/// Each question of a run, and under it what was said.
fn in_words(run: &Run, id: Id) -> String {
    let entry = run.entry(id, clock::now());
    let said = entry.exercises().iter().flat_map(answers::said);
    let lines: Vec<_> = said.map(|(question, said)| format!("{question}\n{said}")).collect();
    lines.join("\n\n")
}

/// Changing an entry; a change of it that was begun goes on.
pub fn edit(id: EntryId) -> View {
    once_read(id, words::TITLE_EDIT, "write", move || change(id))
}

fn change(id: EntryId) -> View {
    let drafts = here().drafts;
    let journal = here().journal;
    if let Some(draft) = drafts.find_now(|draft| draft.is_of(id, Begun::Change))
        && let Work::Writing(writing) = draft.work.clone()
    {
        return editor(View::Nothing, draft, writing);
    }
    match journal.get_now(id) {
        // It is opened first, where it says that it was put away.
        Some(entry) if entry.is_sealed(clock::now().day()) => {
            let open = link(&Route::Entry(id), entry_words::SEALED_GO);
            screen(words::TITLE_EDIT, "write", views![sealed(&entry), el("p").child(open)])
        }
        Some(entry) => {
            let writing = Writing::of_entry(&entry);
            editor(View::Nothing, drafts.begin(Work::Writing(writing.clone())), writing)
        }
        None => gone(),
    }
}

/// Why the answers of an exercise stand in the editor.
fn answered_note() -> View {
    let said = RwSignal::new("");
    let copy = button(words::COPY).on_click(move || {
        said.set(if page::copy(&format!("#{FIELD}")) { words::COPIED } else { words::COPY_FAILED });
    });
    views![
        el("p").child(words::ANSWERED),
        copy,
        el("p").attr("role", "status").text(move || said.get()),
    ]
}

fn gone() -> View {
    let new = link(&Route::Write(None), words::GONE_NEW);
    screen(words::TITLE, "write", views![el("p").child(words::GONE), el("p").child(new)])
}
