//! Entries of one kind, theme, family, tag or range of days.

use super::document;
use crate::core::entry::{Entry, Kind};
use crate::core::feeling::Family;
use crate::core::search::dates::Days;

/// What an entry is, without what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// Writing, from a prompt or from nothing.
    Writing,
    /// A check-in.
    CheckIn,
    /// An exercise.
    Exercise,
    /// The guided path.
    Sit,
}

impl EntryKind {
    /// What an entry is, unless a newer program wrote it.
    pub fn of(entry: &Entry) -> Option<Self> {
        match entry.kind {
            Kind::Writing(_) => Some(EntryKind::Writing),
            Kind::CheckIn => Some(EntryKind::CheckIn),
            Kind::Exercise(_) => Some(EntryKind::Exercise),
            Kind::Sit(_) => Some(EntryKind::Sit),
            Kind::Unknown(_) => None,
        }
    }

    /// Its name, as `kind:` asks for it.
    pub fn label(self) -> &'static str {
        match self {
            EntryKind::Writing => "writing",
            EntryKind::CheckIn => "check-in",
            EntryKind::Exercise => "exercise",
            EntryKind::Sit => "sit",
        }
    }
}

/// Which entries are looked for; nothing set, all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this kind.
    pub kind: Option<EntryKind>,
    /// Of the theme with this slug.
    pub theme: Option<String>,
    /// That name a feeling of this family.
    pub family: Option<Family>,
    /// With this tag, whatever its capitals.
    pub tag: Option<String>,
    /// Of these days.
    pub days: Days,
}

impl Filter {
    /// Whether an entry passes.
    pub fn holds(&self, entry: &Entry) -> bool {
        self.days.holds(entry.day)
            && self.kind.is_none_or(|kind| EntryKind::of(entry) == Some(kind))
            && self.tag.as_deref().is_none_or(|tag| entry.tags.has(tag))
            && self.theme.as_deref().is_none_or(|theme| entry.theme() == Some(theme))
            && self
                .family
                .is_none_or(|family| document::families(entry).any(|other| other == family))
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }

    /// How many things it filters by; a range of days is one.
    pub fn count(&self) -> usize {
        let set = [
            self.kind.is_some(),
            self.theme.is_some(),
            self.family.is_some(),
            self.tag.is_some(),
            self.days != Days::default(),
        ];
        set.into_iter().filter(|is_set| *is_set).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::checkin::{CheckIn, Word};
    use crate::core::content::tables::{EXERCISES, FEELINGS};
    use crate::core::day::Day;
    use crate::core::entry::{EntryId, ExerciseRecord, Prompted};
    use crate::core::rating::Ratings;

    fn entry(day: &str, kind: Kind) -> Entry {
        let now = "2026-11-23T10:00:00+00:00".parse().unwrap();
        let mut entry = Entry::new(EntryId::from_random([1; 8]), now, kind);
        entry.day = day.parse().unwrap();
        entry
    }

    fn prompted(theme: &str) -> Kind {
        Kind::Writing(Some(Prompted {
            theme: theme.to_owned(),
            prompt: String::new(),
            question: String::new(),
        }))
    }

    fn exercise() -> Kind {
        let now = "2026-11-23T10:00:00+00:00".parse().unwrap();
        Kind::Exercise(ExerciseRecord {
            exercise: EXERCISES[0].slug.to_owned(),
            version: 1,
            started: now,
            finished: now,
            stopped_early: false,
            before: Ratings::default(),
            after: Ratings::default(),
            answers: Vec::new(),
            follow_up: None,
        })
    }

    fn felt() -> Entry {
        let mut entry = entry("2026-02-02", Kind::CheckIn);
        let mut check_in = CheckIn::default();
        check_in.add(Word::known(&FEELINGS[0])).unwrap();
        entry.check_in = Some(check_in);
        entry
    }

    #[track_caller]
    fn check(filter: &Filter, entry: &Entry, expected: bool) {
        assert_eq!(filter.holds(entry), expected, "{filter:?} of {entry:?}");
    }

    #[test]
    fn an_empty_filter_lets_everything_through() {
        let ages = ["0001-01-01", "2026-11-23", "9999-12-31"];
        for day in ages {
            check(&Filter::default(), &entry(day, Kind::Writing(None)), true);
        }
        assert!(Filter::default().is_empty());
        assert_eq!(Filter::default().count(), 0);
    }

    #[test]
    fn kinds_themes_and_families_are_told_apart() {
        let writing = Filter { kind: Some(EntryKind::Writing), ..Filter::default() };
        check(&writing, &entry("2026-01-01", prompted("body")), true);
        check(&writing, &felt(), false);
        let exercises = Filter { kind: Some(EntryKind::Exercise), ..Filter::default() };
        check(&exercises, &entry("2026-01-01", exercise()), true);
        let theme = EXERCISES[0].theme;
        let of_theme = Filter { theme: Some(theme.to_owned()), ..Filter::default() };
        check(&of_theme, &entry("2026-01-01", exercise()), true);
        check(&of_theme, &entry("2026-01-01", prompted(theme)), true);
        check(&of_theme, &entry("2026-01-01", Kind::Writing(None)), false);
        for family in Family::ALL {
            let filter = Filter { family: Some(family), ..Filter::default() };
            check(&filter, &felt(), family == FEELINGS[0].family);
        }
    }

    #[test]
    fn tags_are_told_apart_whatever_their_capitals() {
        let mut tagged = entry("2026-01-01", Kind::CheckIn);
        tagged.tags.add("Kitchen").unwrap();
        for (tag, expected) in [("kitchen", true), ("kitch", false)] {
            let filter = Filter { tag: Some(tag.to_owned()), ..Filter::default() };
            check(&filter, &tagged, expected);
            check(&filter, &felt(), false);
        }
    }

    #[test]
    fn a_range_of_days_holds_both_its_ends() {
        let mut filter = Filter::default();
        let day = |text: &str| text.parse::<Day>().unwrap();
        filter.days.keep_from(day("2026-01-02"));
        filter.days.end_with(Some(day("2026-01-03")));
        assert_eq!(filter.count(), 1);
        for (text, expected) in [
            ("2026-01-01", false),
            ("2026-01-02", true),
            ("2026-01-03", true),
            ("2026-01-04", false),
        ] {
            check(&filter, &entry(text, Kind::CheckIn), expected);
        }
    }
}
