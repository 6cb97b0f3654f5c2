//! Writing: something new, a draft that goes on, or a change of an entry.

use crate::browser::{clock, location, page};
use crate::core::content::pages;
use crate::core::content::words::entry as entry_words;
use crate::core::content::words::{trouble as trouble_words, write as words};
use crate::core::draft::{Draft, Work, Writing};
use crate::core::entry::{EntryId, Prompted};
use crate::core::exercise::{CannotGoOn, Run};
use crate::core::id::Id;
use crate::core::route::{PromptPlace, Route};
use crate::core::vault::log::SaveError;
use crate::state::drafts::Drafts;
use crate::state::here;
use crate::state::journal::{JournalState, Saved};
use crate::state::notice::NoticeState;
use crate::state::place::PlaceState;
use crate::state::signals::{Memo, RwSignal, StoredValue};
use crate::state::vault::VaultState;
use crate::ui::pages::{exercise, follow_up};
use crate::ui::parts::answers;
use crate::ui::parts::button::{button, buttons, link, quiet_button, sun_button};
use crate::ui::parts::check_in::check_in_fields;
use crate::ui::parts::field::writing_field;
use crate::ui::parts::notice::if_kept;
use crate::ui::parts::screen::screen;
use crate::ui::parts::sealed::sealed;
use crate::ui::parts::trouble::trouble;
use crate::ui::view::{Element, View, el};
use crate::views;
use leptos::prelude::{Callback, on_cleanup};

/// The id of the field for the words.
const FIELD: &str = "words";

/// Writing something new, perhaps from a prompt.
pub fn write(prompt: Option<PromptPlace>) -> View {
    let drafts = here().drafts;
    let prompted = prompt.and_then(|place| {
        let question = pages::prompt(&place)?.text.to_owned();
        Some(Prompted { theme: place.theme, prompt: place.prompt, question })
    });
    let writing = Writing::new(clock::now().day(), prompted);
    editor(drafts.begin(Work::Writing(writing.clone())), writing)
}

/// Going on with a draft.
pub fn go_on(id: Id) -> View {
    let drafts = here().drafts;
    let found = drafts.find_now(|draft| draft.id == id);
    match found.map(|draft| (draft.work.clone(), draft)) {
        Some((Work::Writing(writing), draft)) => editor(draft, writing),
        // One of an earlier day: it goes on as writing, for its own day.
        Some((Work::CheckIn(check_in), draft)) => {
            let mut writing = Writing::new(draft.started.day(), None);
            writing.check_in = Some(check_in);
            editor(draft, writing)
        }
        // Its exercise is here no more: what was answered goes on as writing.
        Some((Work::Run(run), draft)) if run.exercise() == Err(CannotGoOn::Unknown) => {
            let mut writing = Writing::new(draft.started.day(), None);
            writing.text = in_words(&run);
            editor_after(answered_note(), draft, writing)
        }
        Some((Work::Run(run), _)) => match run.follows() {
            Some(entry) => follow_up::follow_up(entry),
            None => exercise::exercise(run.slug().to_owned()),
        },
        None => gone(),
    }
}

/// Each question of a run, and under it what was said.
fn in_words(run: &Run) -> String {
    let said = answers::said(&run.record(clock::now())).into_iter();
    let lines: Vec<_> = said.map(|(question, said)| format!("{question}\n{said}")).collect();
    lines.join("\n\n")
}

/// Changing an entry; a change of it that was begun goes on.
pub fn edit(id: EntryId) -> View {
    let drafts = here().drafts;
    let journal = here().journal;
    let changes_it = |draft: &Draft| match &draft.work {
        Work::Writing(writing) => writing.changes.is_some_and(|(entry, _)| entry == id),
        Work::CheckIn(_) | Work::Run(_) => false,
    };
    if let Some(draft) = drafts.find_now(changes_it)
        && let Work::Writing(writing) = draft.work.clone()
    {
        return editor(draft, writing);
    }
    match journal.get_now(id) {
        // It is opened first, where it says that it was put away.
        Some(entry) if entry.is_sealed(clock::now().day()) => {
            let open = link(&Route::Entry(id), entry_words::SEALED_GO);
            screen(words::TITLE_EDIT, "write", views![sealed(&entry), el("p").child(open)])
        }
        Some(entry) => {
            let writing = Writing::of_entry(&entry);
            editor(drafts.begin(Work::Writing(writing.clone())), writing)
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

/// What the editor does, apart from how it looks.
#[derive(Clone, Copy)]
struct Editing {
    id: Id,
    draft: StoredValue<Draft>,
    writing: RwSignal<Writing>,
    trouble: RwSignal<Option<SaveError>>,
    drafts: Drafts,
    journal: JournalState,
    notice: NoticeState,
    place: PlaceState,
    vault: VaultState,
}

impl Editing {
    fn change(self, change: impl FnOnce(&mut Writing)) {
        if self.drafts.is_done(self.id) {
            return;
        }
        self.writing.update(change);
        let mut draft = self.draft.get_value();
        draft.work = Work::Writing(self.writing.get_untracked());
        self.drafts.touch(draft);
        // A reload comes back to this draft, not to an empty page.
        let address = Route::Draft(self.id).to_string();
        if location::hash() != address {
            location::rename(&address);
        }
    }

    fn save(self) {
        if self.drafts.is_done(self.id) {
            return;
        }
        let writing = self.writing.get_untracked();
        let before = writing.changes.and_then(|(id, _)| self.journal.get_now(id));
        let entry_id = writing.changes.map_or(self.id, |(id, _)| id);
        if before.is_none() && writing.is_blank() {
            self.notice.say(words::BLANK);
            return;
        }
        match self.journal.save(writing.entry(entry_id, before.as_ref(), clock::now())) {
            Ok(saved) => {
                // A draft that stays behind is told above, and can be dropped later.
                let _ = self.drafts.drop(self.id);
                self.notice.say(match saved {
                    Saved::AsIs(_) => if_kept(self.vault, words::SAVED),
                    Saved::Beside(_) => words::SAVED_BESIDE,
                });
                self.place.replace(&Route::Entry(saved.id()));
            }
            Err(error) => self.trouble.set(Some(error)),
        }
    }

    fn drop(self) {
        if let Err(error) = self.drafts.drop(self.id) {
            self.trouble.set(Some(error));
            return;
        }
        self.notice.say(words::DROPPED);
        let changed = self.writing.with_untracked(|writing| writing.changes);
        self.place.replace(&changed.map_or(Route::Home, |(id, _)| Route::Entry(id)));
    }
}

fn editor(draft: Draft, writing: Writing) -> View {
    editor_after(View::Nothing, draft, writing)
}

fn editor_after(note: View, draft: Draft, writing: Writing) -> View {
    let changes = writing.changes.is_some();
    let prompted = writing.prompted.clone().map(prompted_by);
    let editing = Editing {
        id: draft.id,
        draft: StoredValue::new(draft),
        writing: RwSignal::new(writing),
        trouble: RwSignal::new(None),
        drafts: here().drafts,
        journal: here().journal,
        notice: here().notice,
        place: here().place,
        vault: here().vault,
    };
    let kept = if_kept(editing.vault, words::DRAFT_KEPT);
    let drafts = editing.drafts;
    here().keys.on_save(Callback::new(move |()| editing.save()));
    on_cleanup(move || {
        drafts.write();
    });
    let (title, save, drop) = if changes {
        (words::TITLE_EDIT, words::SAVE_CHANGES, words::DROP_CHANGES)
    } else {
        (words::TITLE, words::SAVE, words::DROP)
    };
    screen(
        title,
        "write",
        views![
            note,
            prompted,
            text_field(editing),
            notes(editing),
            entry_check_in(editing),
            day_field(editing),
            trouble(trouble_words::NOT_SAVED, move || editing.trouble.get()),
            el("p").class("write__draft").child(kept),
            buttons(views![
                sun_button(save).on_click(move || editing.save()),
                quiet_button(drop).on_click(move || editing.drop()),
            ]),
        ],
    )
}

/// The prompt that it begins from.
fn prompted_by(prompted: Prompted) -> Element {
    el("p")
        .class("prompted")
        .child(el("span").class("prompted__why").child(words::PROMPT))
        .child(el("span").class("prompted__question").child(prompted.question))
}

fn text_field(editing: Editing) -> Element {
    let writing = editing.writing;
    let text = move || writing.with(|writing| writing.text.clone());
    let write = move |text| editing.change(|writing| writing.text = text);
    writing_field(words::LABEL, FIELD, text, write)
}

/// What was written in the steps of an exercise.
fn notes(editing: Editing) -> View {
    let questions: Vec<String> = editing
        .writing
        .with_untracked(|writing| writing.notes.iter().map(|note| note.question.clone()).collect());
    questions.into_iter().enumerate().map(|(at, question)| note(editing, at, question)).collect()
}

fn note(editing: Editing, at: usize, question: String) -> Element {
    let writing = editing.writing;
    let text = move || {
        let text = writing.with(|writing| writing.notes.get(at).map(|note| note.text.clone()));
        text.unwrap_or_default()
    };
    let write = move |text| {
        editing.change(|writing| {
            if let Some(note) = writing.notes.get_mut(at) {
                note.text = text;
            }
        });
    };
    writing_field(question, format!("note-{at}"), text, write)
}

/// How it was, where the entry says so.
fn entry_check_in(editing: Editing) -> Option<Element> {
    let writing = editing.writing;
    let has = writing.with_untracked(|writing| writing.check_in.is_some());
    has.then(|| {
        let check_in = move || writing.with(|w| w.check_in.clone().unwrap_or_default());
        let change = move |check_in| editing.change(|writing| writing.check_in = Some(check_in));
        check_in_fields(check_in, change)
    })
}

/// The day that it is for.
fn day_field(editing: Editing) -> Element {
    let writing = editing.writing;
    // Words that change do not touch a day that is half typed.
    let day = Memo::new(move || writing.with(|writing| writing.day.to_string()));
    let broken = RwSignal::new(false);
    let set = move |text: String| match text.parse() {
        Ok(day) => {
            broken.set(false);
            editing.change(|writing| writing.day = day);
        }
        Err(_) => broken.set(true),
    };
    let label = el("label").class("field__label").attr("for", "day").child(words::DAY);
    let input = el("input")
        .attr("id", "day")
        .class("field__line")
        .attr("type", "date")
        .attr("autocomplete", "off")
        .value(move || day.get())
        .on("change", move |event| set(event.value()));
    let status = el("p")
        .attr("role", "status")
        .text(move || if broken.get() { words::DAY_BROKEN } else { "" });
    el("div").class("day").child(label).child(input).child(status)
}
