//! The guided path as data: what it asks before and after an exercise, and the
//! table of what fits which feeling.

use super::exercises::{Exercise, Exit, Step};
use super::themes;
use crate::core::feeling::Family;

/// The guided path.
#[derive(Debug, PartialEq)]
pub struct Sit {
    /// Raised when its own steps change, and kept with each entry.
    pub version: u16,
    /// Its name for people.
    pub title: &'static str,
    /// How long it takes, in words.
    pub time: &'static str,
    /// What it is.
    pub what: &'static str,
    /// What it is not.
    pub what_not: &'static str,
    /// Why it may help, with the facts it rests on as `[L8]`.
    pub why: &'static str,
    /// Who should leave it out; shown before the first step.
    pub skip_if: &'static str,
    /// What to do in its place.
    pub instead: &'static str,
    /// The ways out that stand on every step.
    pub exits: &'static [Exit],
    /// What it asks before the ratings: of kind map, words or body.
    pub steps: &'static [Step],
    /// Where a person writes; it becomes the words of the entry.
    pub words: Step,
    /// What fits which families, in the order that the rows are tried in.
    pub rows: &'static [Row],
    /// What is offered where no word is of a family.
    pub no_words: Offer,
    /// Slugs of exercises that it offers nowhere.
    pub left_out: &'static [&'static str],
}

/// What fits some families.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// The families, in no order.
    pub families: &'static [Family],
    /// What fits them.
    pub offer: Offer,
}

/// What a row offers.
#[derive(Debug, PartialEq, Eq)]
pub struct Offer {
    /// Slugs of exercises, in the order they are offered.
    pub exercises: &'static [&'static str],
    /// Whether it offers writing.
    pub writing: bool,
}

impl Sit {
    /// The exercises that can be done on the path, in their order.
    pub fn exercises(&self) -> impl Iterator<Item = &'static Exercise> {
        themes::exercises().filter(|exercise| !self.left_out.contains(&exercise.slug))
    }

    /// Its own step with this id, if there is one.
    pub fn step(&'static self, id: &str) -> Option<&'static Step> {
        self.steps.iter().chain([&self.words]).find(|step| step.id == id)
    }
}
