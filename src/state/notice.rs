//! One line that says what has just happened, once, with a way to take it
//! back where there is one.

use crate::core::draft::Draft;
use crate::core::keeping::Undo;
use crate::core::route::Route;
use crate::state::signals::{RwSignal, StoredValue};

/// What has just happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// In words.
    pub words: String,
    /// What takes it back, where something does.
    pub take_back: Option<TakeBack>,
}

/// What takes back what has just happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TakeBack {
    /// These, one after the other.
    Acts(Vec<Undo>),
    /// What was begun and is not to be kept comes back, and is gone on with where
    /// this leads.
    Draft(Box<Draft>, Route),
}

/// The line.
#[derive(Clone, Copy)]
pub struct NoticeState {
    notice: RwSignal<Option<Notice>>,
    screens: StoredValue<u8>,
}

impl NoticeState {
    pub(super) fn new() -> Self {
        Self { notice: RwSignal::new(None), screens: StoredValue::new(0) }
    }

    /// What has just happened, if anything has.
    pub fn get(self) -> Option<Notice> {
        self.notice.get()
    }

    /// Says what has happened.
    pub fn say(self, words: impl Into<String>) {
        self.show(Notice { words: words.into(), take_back: None });
    }

    /// Says what has happened, with a way to take it back.
    pub fn say_with(self, words: impl Into<String>, take_back: TakeBack) {
        self.show(Notice { words: words.into(), take_back: Some(take_back) });
    }

    /// Takes the line away.
    pub fn clear(self) {
        self.notice.set(None);
    }

    fn show(self, notice: Notice) {
        self.screens.set_value(0);
        self.notice.set(Some(notice));
    }

    /// It stays for the screen that an action leads to, and goes with the next.
    pub(super) fn screen_changed(self) {
        self.screens.update_value(|screens| *screens += 1);
        if self.screens.get_value() > 1 && self.notice.with_untracked(Option::is_some) {
            self.clear();
        }
    }
}
