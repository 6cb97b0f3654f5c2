//! Writing: something new, a draft that goes on, or a change of an entry.

use crate::browser::{clock, location};
use crate::core::content::themes::Theme;
use crate::core::content::words::{trouble as trouble_words, write as words};
use crate::core::draft::{Draft, Work, Writing};
use crate::core::entry::{EntryId, Prompted};
use crate::core::id::Id;
use crate::core::route::{PromptPlace, Route};
use crate::core::vault::log::SaveError;
use crate::state::drafts::Drafts;
use crate::state::journal::{JournalState, Saved};
use crate::state::keys::KeyState;
use crate::state::notice::NoticeState;
use crate::state::place::PlaceState;
use crate::ui::parts::check_in::CheckInFields;
use crate::ui::parts::field::WritingField;
use crate::ui::parts::screen::Screen;
use crate::ui::parts::trouble::Trouble;
use leptos::prelude::*;

/// Writing something new, perhaps from a prompt.
#[component]
pub fn Write(
    /// The prompt it begins from.
    prompt: Option<PromptPlace>,
) -> impl IntoView {
    let drafts = expect_context::<Drafts>();
    let prompted = prompt.and_then(|place| {
        let question = Theme::find(&place.theme)?.prompt(&place.prompt)?.text.to_owned();
        Some(Prompted { theme: place.theme, prompt: place.prompt, question })
    });
    let writing = Writing::new(clock::now().day(), prompted);
    let draft = drafts.begin(Work::Writing(writing.clone()));
    view! { <Editor draft=draft writing=writing/> }
}

/// Going on with a draft.
#[component]
pub fn GoOn(
    /// The draft.
    id: Id,
) -> impl IntoView {
    let drafts = expect_context::<Drafts>();
    let found = drafts.find_now(|draft| draft.id == id);
    match found.map(|draft| (draft.work.clone(), draft)) {
        Some((Work::Writing(writing), draft)) => {
            view! { <Editor draft=draft writing=writing/> }.into_any()
        }
        _ => view! { <Gone/> }.into_any(),
    }
}

/// Changing an entry; a change of it that was begun goes on.
#[component]
pub fn Edit(
    /// The entry.
    id: EntryId,
) -> impl IntoView {
    let drafts = expect_context::<Drafts>();
    let journal = expect_context::<JournalState>();
    let changes_it = |draft: &Draft| match &draft.work {
        Work::Writing(writing) => writing.changes.is_some_and(|(entry, _)| entry == id),
        Work::CheckIn(_) | Work::Run(_) => false,
    };
    if let Some(draft) = drafts.find_now(changes_it)
        && let Work::Writing(writing) = draft.work.clone()
    {
        return view! { <Editor draft=draft writing=writing/> }.into_any();
    }
    match journal.get_now(id) {
        Some(entry) => {
            let writing = Writing::of_entry(&entry);
            let draft = drafts.begin(Work::Writing(writing.clone()));
            view! { <Editor draft=draft writing=writing/> }.into_any()
        }
        None => view! { <Gone/> }.into_any(),
    }
}

#[component]
fn Gone() -> impl IntoView {
    view! {
        <Screen title=words::TITLE name="write">
            <p>{words::GONE}</p>
            <p><a href=Route::Write(None).to_string()>{words::GONE_NEW}</a></p>
        </Screen>
    }
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
}

impl Editing {
    fn change(self, change: impl FnOnce(&mut Writing)) {
        self.writing.update(change);
        let mut draft = self.draft.get_value();
        draft.work = Work::Writing(self.writing.get_untracked());
        self.drafts.touch(draft);
        // A reload comes back to this draft, not to an empty page.
        location::rename(&Route::Draft(self.id).to_string());
    }

    fn save(self) {
        let writing = self.writing.get_untracked();
        let before = writing.changes.and_then(|(id, _)| self.journal.get_now(id));
        let entry_id = writing.changes.map_or(self.id, |(id, _)| id);
        if before.is_none() && writing.text.trim().is_empty() {
            self.notice.say(words::BLANK);
            return;
        }
        match self.journal.save(writing.entry(entry_id, before.as_ref(), clock::now())) {
            Ok(saved) => {
                self.drafts.drop(self.id);
                self.notice.say(match saved {
                    Saved::AsIs(_) => words::SAVED,
                    Saved::Beside(_) => words::SAVED_BESIDE,
                });
                self.place.replace(&Route::Entry(saved.id()));
            }
            Err(error) => self.trouble.set(Some(error)),
        }
    }

    fn drop(self) {
        self.drafts.drop(self.id);
        self.notice.say(words::DROPPED);
        let changed = self.writing.with_untracked(|writing| writing.changes);
        self.place.replace(&changed.map_or(Route::Home, |(id, _)| Route::Entry(id)));
    }
}

#[component]
fn Editor(draft: Draft, writing: Writing) -> impl IntoView {
    let changes = writing.changes.is_some();
    let prompted = writing.prompted.clone();
    let editing = Editing {
        id: draft.id,
        draft: StoredValue::new(draft),
        writing: RwSignal::new(writing),
        trouble: RwSignal::new(None),
        drafts: expect_context(),
        journal: expect_context(),
        notice: expect_context(),
        place: expect_context(),
    };
    let drafts = editing.drafts;
    expect_context::<KeyState>().on_save(Callback::new(move |()| editing.save()));
    on_cleanup(move || drafts.write());
    let (title, save, drop) = if changes {
        (words::TITLE_EDIT, words::SAVE_CHANGES, words::DROP_CHANGES)
    } else {
        (words::TITLE, words::SAVE, words::DROP)
    };
    let writing = editing.writing;
    view! {
        <Screen title=title name="write">
            {prompted.map(|prompted| view! {
                <p class="prompted">
                    <span class="prompted__why">{words::PROMPT}</span>
                    <span class="prompted__question">{prompted.question}</span>
                </p>
            })}
            <WritingField
                label=words::LABEL
                id="words"
                text=Signal::derive(move || writing.with(|writing| writing.text.clone()))
                on_write=Callback::new(move |text| editing.change(|writing| writing.text = text))
            />
            <Notes editing=editing/>
            <EntryCheckIn editing=editing/>
            <DayField editing=editing/>
            <Trouble what=trouble_words::NOT_SAVED error=editing.trouble/>
            <Trouble what=trouble_words::DRAFT error=drafts.trouble()/>
            <p class="write__draft">{words::DRAFT_KEPT}</p>
            <div class="buttons">
                <button class="button button--sun" type="button" on:click=move |_| editing.save()>
                    {save}
                </button>
                <button class="button button--quiet" type="button" on:click=move |_| editing.drop()>
                    {drop}
                </button>
            </div>
        </Screen>
    }
}

/// What was written in the steps of an exercise.
#[component]
fn Notes(editing: Editing) -> impl IntoView {
    let writing = editing.writing;
    let count = writing.with_untracked(|writing| writing.notes.len());
    let fields: Vec<_> = (0..count)
        .map(|at| {
            let text = move || {
                writing.with(|writing| writing.notes.get(at).map(|note| note.text.clone()))
            };
            let write = move |text| {
                editing.change(|writing| {
                    if let Some(note) = writing.notes.get_mut(at) {
                        note.text = text;
                    }
                });
            };
            let question = writing
                .with_untracked(|writing| writing.notes.get(at).map(|note| note.question.clone()));
            view! {
                <WritingField
                    label=question.unwrap_or_default()
                    id=format!("note-{at}")
                    text=Signal::derive(move || text().unwrap_or_default())
                    on_write=Callback::new(write)
                />
            }
        })
        .collect();
    fields
}

/// How it was, where the entry says so.
#[component]
fn EntryCheckIn(editing: Editing) -> impl IntoView {
    let writing = editing.writing;
    let has = writing.with_untracked(|writing| writing.check_in.is_some());
    has.then(|| {
        let check_in = move || writing.with(|w| w.check_in.clone().unwrap_or_default());
        let change = move |check_in| editing.change(|writing| writing.check_in = Some(check_in));
        view! {
            <CheckInFields
                check_in=Signal::derive(check_in)
                on_change=Callback::new(change)
            />
        }
    })
}

/// The day that it is for.
#[component]
fn DayField(editing: Editing) -> impl IntoView {
    let writing = editing.writing;
    let broken = RwSignal::new(false);
    let set = move |event| match event_target_value(&event).parse() {
        Ok(day) => {
            broken.set(false);
            editing.change(|writing| writing.day = day);
        }
        Err(_) => broken.set(true),
    };
    view! {
        <div class="day">
            <label class="field__label" for="day">{words::DAY}</label>
            <input
                id="day"
                class="field__line"
                type="date"
                autocomplete="off"
                prop:value=move || writing.with(|writing| writing.day.to_string())
                on:change=set
            />
            <p role="status">{move || broken.get().then_some(words::DAY_BROKEN)}</p>
        </div>
    }
}
