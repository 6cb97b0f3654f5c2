//! The editor: the words, and beside them what can be attached. A draft is kept
//! as a person writes, and a reload comes back to it.
//!
//! The field is there at once, and what is beside it with the rest of the
//! program ([`Late`]).

mod beside;
mod page;
mod prompts;

use crate::browser::clock;
use crate::core::checkin::CheckIn;
use crate::core::content::words::{trouble as trouble_words, write as words};
use crate::core::day::Moment;
use crate::core::draft::{Draft, Work, Writing};
use crate::core::id::Id;
use crate::core::route::{PromptPlace, Route};
use crate::core::settings::Command;
use crate::core::tags::TagRefused;
use crate::core::vault::log::SaveError;
use crate::state::drafts::Drafts;
use crate::state::here;
use crate::state::journal::{JournalState, Saved};
use crate::state::keeping::save_change;
use crate::state::notice::NoticeState;
use crate::state::place::PlaceState;
use crate::state::signals::RwSignal;
use crate::state::vault::VaultState;
use crate::ui::parts::button::{buttons, quiet_button, sun_button};
use crate::ui::parts::notice::if_kept;
use crate::ui::parts::screen::screen;
use crate::ui::parts::trouble::trouble;
use crate::ui::parts::word_picker::said;
use crate::ui::rest::{Piece, piece};
use crate::ui::view::{View, el};
use crate::views;
use leptos::prelude::on_cleanup;

pub use page::{FIELD, Looking};

/// What of the editor comes with the rest of the program.
#[derive(Clone, Copy)]
pub enum Late {
    /// Questions to write from.
    Prompts(Editing),
    /// What can be attached.
    Beside(Editing),
    /// How the field looks and what it checks.
    More,
    /// The words as they are read.
    AsRead(Looking),
}

/// Draws what comes with the rest of the program.
pub fn late(late: Late) -> View {
    match late {
        Late::Prompts(editing) => prompts::prompts(editing).into(),
        Late::Beside(editing) => beside::beside(editing).into(),
        Late::More => page::more().into(),
        Late::AsRead(looking) => page::as_read(looking).into(),
    }
}

/// What comes with the rest of the program, once it is there.
fn soon(late: Late) -> View {
    piece(Piece::Editor(Box::new(late)))
}

/// What the editor does, apart from how it looks.
#[derive(Clone, Copy)]
pub struct Editing {
    id: Id,
    started: Moment,
    writing: RwSignal<Writing>,
    /// Tags that are typed and not added yet.
    typed_tags: RwSignal<String>,
    /// The same for a feeling word of one's own.
    typed_word: RwSignal<String>,
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
        let writing = self.writing.get_untracked();
        let address = address(self.id, &writing);
        let (id, started) = (self.id, self.started);
        self.drafts.touch(Draft { id, started, changed: started, work: Work::Writing(writing) });
        // A reload comes back to this, not to an empty page.
        self.place.rename(address);
    }

    /// Adds the tags that are typed.
    fn add_tags(self) -> Result<(), &'static str> {
        let typed = self.typed_tags.get_untracked();
        if typed.trim().is_empty() {
            return Ok(());
        }
        let mut tags = self.writing.with_untracked(|writing| writing.tags.clone());
        tags.add(&typed).map_err(refused)?;
        self.change(|writing| writing.tags = tags);
        self.typed_tags.set(String::new());
        Ok(())
    }

    /// Adds the feeling word that is typed.
    fn add_word(self) -> Result<(), &'static str> {
        let before = self.writing.with_untracked(|writing| writing.check_in.clone());
        let mut check_in = before.clone().unwrap_or_default();
        let typed = self.typed_word.get_untracked();
        check_in.add_typed(&typed, CheckIn::MOST_WORDS).map_err(said)?;
        if before.unwrap_or_default() != check_in {
            self.change(|writing| writing.check_in = Some(check_in));
        }
        self.typed_word.set(String::new());
        Ok(())
    }

    fn save(self) {
        if self.drafts.is_done(self.id) {
            return;
        }
        if let Err(why) = self.add_tags().and_then(|()| self.add_word()) {
            self.notice.say(why);
            return;
        }
        let writing = self.writing.get_untracked();
        let saved = match writing.changes {
            Some((entry, _)) => save_change(self.journal, entry, &writing),
            None if writing.is_blank() => Ok(None),
            None => self.journal.save(writing.new_entry(self.id, clock::now())).map(Some),
        };
        match saved {
            Ok(Some(saved)) => {
                // A draft that stays behind is told above, and can be dropped later.
                let _ = self.drafts.drop(self.id);
                self.notice.say(match saved {
                    Saved::AsIs(_) => if_kept(self.vault, words::SAVED),
                    Saved::Beside(_) => words::SAVED_BESIDE,
                });
                self.place.replace(&Route::Entry(saved.id()));
            }
            Ok(None) => self.notice.say(words::BLANK),
            Err(error) => self.trouble.set(Some(error)),
        }
    }

    fn drop(self) {
        if let Err(error) = self.drafts.discard(self.id, words::DROPPED, Route::Draft(self.id)) {
            self.trouble.set(Some(error));
            return;
        }
        let changed = self.writing.with_untracked(|writing| writing.changes);
        self.place.replace(&changed.map_or(Route::Home, |(id, _)| Route::Entry(id)));
    }
}

/// Why tags were not taken.
fn refused(why: TagRefused) -> &'static str {
    match why {
        TagRefused::Unfit => words::TAG_UNFIT,
        TagRefused::Enough => words::TAG_ENOUGH,
    }
}

/// Where a reload finds it: there is no draft of what is blank.
fn address(id: Id, writing: &Writing) -> Route {
    if writing.changes.is_some() || !writing.is_blank() {
        return Route::Draft(id);
    }
    let prompted = writing.prompted.as_ref();
    let place = prompted.map(|prompted| PromptPlace {
        theme: prompted.theme.clone(),
        prompt: prompted.prompt.clone(),
    });
    let route = Route::Write(place);
    // What is stored may be of another's making: no words go into an address.
    match Route::of_hash(&route.to_string()) {
        Some(back) if back == route => route,
        _ => Route::Write(None),
    }
}

/// The editor of a draft, with what is said above it.
pub fn editor(note: View, draft: Draft, writing: Writing) -> View {
    let changes = writing.changes.is_some();
    let editing = Editing {
        id: draft.id,
        started: draft.started,
        writing: RwSignal::new(writing),
        typed_tags: RwSignal::new(String::new()),
        typed_word: RwSignal::new(String::new()),
        trouble: RwSignal::new(None),
        drafts: here().drafts,
        journal: here().journal,
        notice: here().notice,
        place: here().place,
        vault: here().vault,
    };
    let kept = if_kept(editing.vault, words::DRAFT_KEPT);
    let drafts = editing.drafts;
    here().keys.on(Command::Save, move || editing.save());
    on_cleanup(move || {
        drafts.write();
    });
    let (title, save, drop) = if changes {
        (words::TITLE_EDIT, words::SAVE_CHANGES, words::DROP_CHANGES)
    } else {
        (words::TITLE, words::SAVE, words::DROP)
    };
    // An entry keeps the question that it was written from.
    let prompts = (!changes).then(|| soon(Late::Prompts(editing)));
    let parts = views![
        note,
        prompts::prompted(editing),
        page::page(editing),
        prompts,
        soon(Late::Beside(editing)),
        trouble(trouble_words::NOT_SAVED, move || editing.trouble.get()),
        el("p").class("write__draft").child(kept),
        buttons(views![
            sun_button(save).on_click(move || editing.save()),
            quiet_button(drop).on_click(move || editing.drop()),
        ]),
    ];
    screen(title, "write", el("div").class("editor").child(parts))
}
