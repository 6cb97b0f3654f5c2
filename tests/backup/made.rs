//! Journals made at random, and their files.

use freshet::core::backup::write::{Rest, write};
use freshet::core::day::Moment;
use freshet::core::draft::{Draft, Work, Writing};
use freshet::core::entry::{Entry, Kind, Prompted};
use freshet::core::id::Id;
use freshet::core::journal::Journal;
use freshet::core::keeping::hard_days::HardDays;
use freshet::core::settings::{Look, Looks, Settings};
use freshet::core::vault::kept::Gone;
use proptest::prelude::*;

/// All that a vault holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Kept {
    pub(crate) journal: Journal,
    pub(crate) gone: Vec<Gone>,
    pub(crate) drafts: Vec<Draft>,
}

impl Kept {
    pub(crate) fn file(&self) -> String {
        write(self.rest(), &self.journal.all().collect::<Vec<_>>())
    }

    pub(crate) fn rest(&self) -> Rest {
        Rest {
            made: now(),
            about: "A journal. \"Anyone\" can read it.".into(),
            gone: self.gone.clone(),
            drafts: self.drafts.clone(),
            settings: Settings { introduced: true, hard_days: hard_days(), ..Settings::default() },
            looks: Looks { look: Look::Dusk, ..Looks::default() },
        }
    }

    pub(crate) fn of(entries: Vec<Entry>) -> Self {
        let mut kept = Self::default();
        entries.into_iter().for_each(|entry| kept.journal.put(entry));
        kept
    }
}

pub(crate) fn now() -> Moment {
    "2026-11-23T10:00:00+00:00".parse().unwrap()
}

pub(crate) fn hard_days() -> HardDays {
    let mut days = HardDays::default();
    days.set(now().day(), true);
    days
}

pub(crate) fn id(number: u8) -> Id {
    Id::from_random([number; 8])
}

pub(crate) fn entry(number: u8, revision: u32, text: &str) -> Entry {
    let mut entry = Entry::new(id(number), now(), Kind::Writing(None));
    entry.revision = revision;
    entry.text = text.to_owned();
    entry
}

pub(crate) fn draft(number: u8, text: &str) -> Draft {
    let mut writing = Writing::new(now().day(), None);
    writing.text = text.to_owned();
    Draft { id: id(number), started: now(), changed: now(), work: Work::Writing(writing) }
}

fn kind() -> impl Strategy<Value = Kind> {
    let prompted = Prompted { theme: "body".into(), prompt: "p".into(), question: "Q?".into() };
    prop_oneof![Just(Kind::Writing(None)), Just(Kind::CheckIn), Just(Kind::Writing(Some(prompted))),]
}

prop_compose! {
    /// Few names, revisions and texts, so that they meet.
    fn an_entry(of: u8)(
        number in 0..of,
        revision in 1..4_u32,
        text in prop_oneof![Just("one".to_owned()), Just("two".to_owned()), ".{0,20}"],
        kind in kind(),
        (binned, pinned, left_out, former) in any::<(bool, bool, bool, bool)>(),
    ) -> Entry {
        let mut entry = entry(number, revision, &text);
        entry.kind = kind;
        entry.binned = binned.then(now);
        (entry.pinned, entry.left_out) = (pinned, left_out);
        let before = Entry { text: "before".into(), ..entry.clone() };
        entry.former = former.then(|| Box::new(before));
        entry
    }
}

prop_compose! {
    pub(crate) fn kept()(
        entries in proptest::collection::vec(an_entry(12), 0..10),
        gone in proptest::collection::btree_map(0..12_u8, 1..4_u32, 0..4),
        drafts in proptest::collection::btree_map(0..16_u8, "[ab]{0,2}", 0..3),
    ) -> Kept {
        let mut kept = Kept::of(entries);
        for (number, revision) in gone {
            if kept.journal.get(id(number)).is_none() {
                kept.gone.push(Gone { gone: id(number), revision });
            }
        }
        kept.drafts = drafts.iter().map(|(number, text)| draft(*number, text)).collect();
        kept
    }
}
