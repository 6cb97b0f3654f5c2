//! What of an entry can be searched: every word that its writer wrote or chose,
//! the question it began from, and what it is labelled with.

use super::filter::EntryKind;
use crate::core::answer::Answer;
use crate::core::body::BodyMap;
use crate::core::checkin::{CheckIn, Word};
use crate::core::content::exercises::Exercise;
use crate::core::content::themes::Theme;
use crate::core::entry::{Entry, ExerciseRecord, Kind};
use crate::core::feeling::Family;
use crate::core::search::fold::Folder;
use crate::core::search::index::{Document, Index};
use crate::core::search::query::Field;

/// The texts of an entry, the most telling first: its words, its tags and marks,
/// what was written and chosen in an exercise, feeling words, and the question
/// it began from.
pub fn texts(entry: &Entry) -> Vec<&str> {
    let mut texts = vec![entry.text.as_str()];
    texts.extend(entry.tags.iter());
    texts.extend(marks(&entry.body));
    for answered in entry.answered() {
        texts.extend(answered.answer.texts());
        texts.extend(answered.answer.chosen().iter().map(|chosen| chosen.label.as_str()));
        if let Answer::Body(map) = &answered.answer {
            texts.extend(marks(map));
        }
    }
    texts.extend(titles(entry));
    texts.extend(words(entry).map(|word| word.word.as_str()));
    if let Kind::Writing(Some(prompted)) = &entry.kind {
        texts.push(&prompted.question);
    }
    texts.retain(|text| !text.is_empty());
    texts
}

/// What an entry can be filtered by, in words.
pub fn labels(entry: &Entry) -> Vec<(Field, &str)> {
    let kind = EntryKind::of(entry).map_or("unknown", EntryKind::label);
    let mut labels = vec![(Field::Kind, kind)];
    labels.extend(titles(entry).map(|title| (Field::Kind, title)));
    if let Some(slug) = entry.theme() {
        labels.push((Field::Theme, slug));
        labels.extend(Theme::find(slug).map(|theme| (Field::Theme, theme.title)));
    }
    labels.extend(entry.tags.iter().map(|tag| (Field::Tag, tag)));
    labels.extend(words(entry).map(|word| (Field::Feeling, word.word.as_str())));
    labels.extend(families(entry).map(|family| (Field::Feeling, family.name())));
    labels
}

/// Where marks are, and how it feels there.
fn marks(map: &BodyMap) -> impl Iterator<Item = &str> {
    map.marks.iter().flat_map(|mark| [mark.name.as_str(), mark.texture.as_str()])
}

/// Takes an entry into the index.
pub fn put(index: &mut Index, entry: &Entry, folder: &mut Folder) {
    let (texts, labels) = (texts(entry), labels(entry));
    let document = Document { id: entry.id, day: entry.day, texts: &texts, labels: &labels };
    index.put(&document, folder);
}

/// The families of the feelings that an entry names.
pub fn families(entry: &Entry) -> impl Iterator<Item = Family> {
    words(entry).filter_map(Word::family)
}

/// The names of its exercises.
fn titles(entry: &Entry) -> impl Iterator<Item = &str> {
    let found = |record: &ExerciseRecord| Some(Exercise::find(&record.exercise)?.title);
    entry.exercises().iter().filter_map(found)
}

/// The feeling words that an entry names; those of a check-in within an exercise
/// stand in the entry's own check-in too, and are told once.
fn words(entry: &Entry) -> impl Iterator<Item = &Word> {
    let answers = entry.answered().filter(|_| entry.check_in.is_none());
    let answered = answers.filter_map(|answered| match &answered.answer {
        Answer::Feelings(check_in) => Some(check_in),
        _ => None,
    });
    entry.check_in.iter().chain(answered).flat_map(CheckIn::words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::body::REGIONS;
    use crate::core::checkin::Said;
    use crate::core::content::tables::{FEELINGS, THEMES};
    use crate::core::entry::{EntryId, Prompted};

    fn entry(kind: Kind) -> Entry {
        let now = "2026-11-23T10:00:00+00:00".parse().unwrap();
        Entry::new(EntryId::from_random([1; 8]), now, kind)
    }

    #[test]
    fn prompted_writing_is_found_by_its_words_and_its_question() {
        let prompted = Prompted {
            theme: THEMES[0].slug.to_owned(),
            prompt: "gone".to_owned(),
            question: "What helped?".to_owned(),
        };
        let mut entry = entry(Kind::Writing(Some(prompted)));
        entry.text = "Soup.".to_owned();
        entry.tags.add("plain days, kitchen").unwrap();
        entry.body.add(&REGIONS[0]);
        let expected = ["Soup.", "plain days", "kitchen", REGIONS[0].name, "What helped?"];
        assert_eq!(texts(&entry), expected);
        let labels = labels(&entry);
        assert!(labels.contains(&(Field::Tag, "plain days")));
        assert!(labels.contains(&(Field::Kind, "writing")));
        assert!(labels.contains(&(Field::Theme, THEMES[0].slug)));
        assert!(labels.contains(&(Field::Theme, THEMES[0].title)));
    }

    #[test]
    fn a_check_in_is_found_by_its_words_and_their_families() {
        let mut entry = entry(Kind::CheckIn);
        let mut check_in = CheckIn::default();
        check_in.add(Word::known(&FEELINGS[0])).unwrap();
        check_in.add(Word::own("like wet sand", None).unwrap()).unwrap();
        entry.check_in = Some(check_in);
        assert_eq!(texts(&entry), [FEELINGS[0].word, "like wet sand"]);
        assert_eq!(families(&entry).collect::<Vec<_>>(), [FEELINGS[0].family]);
        let labels = labels(&entry);
        assert!(labels.contains(&(Field::Feeling, FEELINGS[0].family.name())));
        assert!(labels.contains(&(Field::Feeling, "like wet sand")));
    }

    #[test]
    fn what_was_said_as_a_whole_has_no_words() {
        let mut entry = entry(Kind::CheckIn);
        entry.check_in = Some(CheckIn { said: Said::CantTell, ..CheckIn::default() });
        assert!(texts(&entry).is_empty());
        assert_eq!(labels(&entry), [(Field::Kind, "check-in")]);
    }
}
