//! What could be read of a language's folder, before the rules have spoken.

use std::path::Path;

use crate::exercises::{Exercise, Exercises};
use crate::facts::Facts;
use crate::feelings::Feelings;
use crate::markdown::Part;
use crate::problem::Problems;
use crate::rules::Rules;
use crate::shelf::{Reading, Shelf};
use crate::sit::Sit;
use crate::source::Text;
use crate::support::Support;
use crate::words::{self, Module};

/// All that could be read; what could not left a problem.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) words: Vec<Module>,
    pub(crate) feelings: Option<Feelings>,
    pub(crate) support: Option<Support>,
    pub(crate) facts: Option<Facts>,
    pub(crate) themes: Shelf,
    pub(crate) pages: Shelf,
    pub(crate) exercises: Exercises,
    pub(crate) sit: Option<Sit>,
    pub(crate) rules: Option<Rules>,
}

impl Draft {
    /// Reads the folder of a language, and checks each file by itself.
    pub(crate) fn read(dir: &Path, problems: &mut Problems) -> Self {
        let draft = Self {
            words: words::read(dir, problems),
            feelings: Feelings::read(dir, problems),
            support: Support::read(dir, problems),
            facts: Facts::read(dir, problems),
            themes: Shelf::read(dir, "themes", problems),
            pages: Shelf::read(dir, "pages", problems),
            exercises: Exercises::read(dir, problems),
            sit: Sit::read(dir, problems),
            rules: Rules::read(dir, problems),
        };
        draft.words.iter().for_each(|module| module.check(problems));
        draft.feelings.iter().for_each(|feelings| feelings.check(problems));
        draft.support.iter().for_each(|support| support.check(problems));
        draft
    }

    /// Whether every file that may cite a fact could be read.
    pub(crate) fn is_whole(&self) -> bool {
        self.themes.all.len() == self.themes.slugs.len()
            && self.pages.all.len() == self.pages.slugs.len()
            && self.exercises.all.len() == self.exercises.slugs.len()
            && self.sit.is_some()
    }

    /// The readings of all themes, and the pages.
    pub(crate) fn readings(&self) -> impl Iterator<Item = &Reading> + Clone {
        self.themes.all.iter().chain(&self.pages.all)
    }

    /// Every text that a person reads.
    pub(crate) fn texts(&self) -> impl Iterator<Item = Text<'_>> {
        let words = self.words.iter().flat_map(Module::texts);
        words
            .chain(self.feelings.iter().flat_map(Feelings::texts))
            .chain(self.support.iter().flat_map(Support::texts))
            .chain(self.facts.iter().flat_map(Facts::texts))
            .chain(self.readings().flat_map(Reading::texts))
            .chain(self.exercises.all.iter().flat_map(Exercise::texts))
            .chain(self.sit.iter().flat_map(Sit::texts))
    }

    /// The texts in which a figure needs a checked fact: paragraphs and points
    /// of readings, and every *why*.
    pub(crate) fn claims(&self) -> impl Iterator<Item = Text<'_>> {
        let readings = self.readings().flat_map(|reading| {
            let paragraphs = reading.parts.iter().flat_map(Part::paragraphs);
            paragraphs.map(|words| reading.source.text(words))
        });
        readings.chain(self.whys())
    }

    /// Why each exercise, and the guided path, may help.
    pub(crate) fn whys(&self) -> impl Iterator<Item = Text<'_>> {
        let exercises = self.exercises.all.iter();
        let exercises = exercises.map(|one| one.source.text(&one.frame.why));
        exercises.chain(self.sit.iter().map(|sit| sit.source.text(&sit.file.why)))
    }
}
