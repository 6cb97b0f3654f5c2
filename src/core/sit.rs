//! What the guided path offers: by the families of the words that were said,
//! and never by the marks. Each offer says what it goes by.

use super::answer::{Answer, Answered};
use super::body::BodyMap;
use super::checkin::{CheckIn, Said};
use super::content::exercises::Exercise;
use super::content::sit::{Offer, Row, Sit};
use super::content::tables::SIT;
use super::exercise::Run;
use super::feeling::Family;
use super::follow_up::check_in;

/// What the path offers.
#[derive(Debug, Clone, PartialEq)]
pub struct Fits {
    /// What fits, the first to try first.
    pub exercises: Vec<Fit>,
    /// Why writing fits, where it does.
    pub writing: Option<Because>,
    /// The other exercises, which weigh the same.
    pub others: Vec<&'static Exercise>,
}

/// An exercise that fits.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// The exercise.
    pub exercise: &'static Exercise,
    /// Why it is offered.
    pub because: Because,
}

/// Why something is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// These words were said.
    Said(Vec<String>),
    /// Only words of one's own were said, which no row knows.
    Own,
    /// No word was said.
    NoWord,
    /// *Can't tell* was said.
    CantTell,
    /// *Nothing* was said.
    Nothing,
}

impl Fits {
    /// The most exercises that are offered at once.
    pub const MOST: usize = 3;

    fn take(&mut self, offer: &Offer, because: &Because) {
        if offer.writing {
            merge(self.writing.get_or_insert_with(|| Because::Said(Vec::new())), because);
        }
        for exercise in offer.exercises.iter().filter_map(|slug| Exercise::find(slug)) {
            let before = self.exercises.iter().position(|fit| fit.exercise.slug == exercise.slug);
            if let Some(at) = before {
                merge(&mut self.exercises[at].because, because);
            } else if self.exercises.len() < Self::MOST {
                self.exercises.push(Fit { exercise, because: because.clone() });
            }
        }
    }
}

/// What two rows offer is offered for the words of both.
fn merge(because: &mut Because, more: &Because) {
    match (&mut *because, more) {
        (Because::Said(words), Because::Said(more)) => words.extend_from_slice(more),
        _ => because.clone_from(more),
    }
}

impl Sit {
    /// What fits what was said.
    pub fn fits(&self, said: &CheckIn) -> Fits {
        let mut fits = Fits { exercises: Vec::new(), writing: None, others: Vec::new() };
        for row in self.rows {
            let words = words_for(row, said);
            if !words.is_empty() {
                fits.take(&row.offer, &Because::Said(words));
            }
        }
        if fits.exercises.is_empty() && fits.writing.is_none() {
            fits.take(&self.no_words, &no_family(said));
        }
        let offered =
            |other: &Exercise| fits.exercises.iter().any(|fit| fit.exercise.slug == other.slug);
        let others = self.exercises().filter(|other| !offered(other)).collect();
        Fits { others, ..fits }
    }
}

/// The words that are of a row's families.
fn words_for(row: &Row, said: &CheckIn) -> Vec<String> {
    let in_row = |family: Family| row.families.contains(&family);
    let words = said.words().iter().filter(|word| word.family().is_some_and(in_row));
    words.map(|word| word.word.clone()).collect()
}

fn no_family(said: &CheckIn) -> Because {
    match &said.said {
        Said::CantTell => Because::CantTell,
        Said::Nothing => Because::Nothing,
        Said::Words(words) if words.is_empty() => Because::NoWord,
        Said::Words(_) => Because::Own,
    }
}

impl Run {
    /// What was said on the guided path itself, before any exercise.
    pub fn said(&self) -> CheckIn {
        let path = self.sitting().map_or(&[][..], |sitting| &sitting.answers);
        check_in(path.iter()).unwrap_or_default()
    }

    /// What fits what was said on the guided path.
    pub fn fits(&self) -> Fits {
        SIT.fits(&self.said())
    }
}

/// What an answer on the path is in its entry.
enum Held<'a> {
    Feelings,
    Marks(&'a BodyMap),
    Words(&'a str),
    Other,
}

fn held(answered: &Answered) -> Held<'_> {
    match &answered.answer {
        Answer::Feelings(_) => Held::Feelings,
        Answer::Body(map) => Held::Marks(map),
        Answer::Text(text) if answered.step == SIT.words.id => Held::Words(text),
        _ => Held::Other,
    }
}

/// The words of a path.
pub(super) fn words(answers: &[Answered]) -> String {
    let mut words = answers.iter().filter_map(|answered| match held(answered) {
        Held::Words(text) => Some(text.to_owned()),
        _ => None,
    });
    words.next().unwrap_or_default()
}

/// The marks that were made on a path.
pub(super) fn marks(answers: &[Answered]) -> BodyMap {
    let mut all = BodyMap::default();
    for answered in answers {
        if let Held::Marks(map) = held(answered) {
            all.marks.extend_from_slice(&map.marks);
            all.said = all.said.or(map.said);
        }
    }
    all
}

/// What the entry has no place of its own for.
pub(super) fn others(answers: &[Answered]) -> Vec<Answered> {
    let other = |answered: &&Answered| matches!(held(answered), Held::Other);
    answers.iter().filter(other).cloned().collect()
}
