//! Reads the words of Freshet, refuses what breaks a rule, and writes typed tables.
//!
//! Every word a person reads stands in `content/en/`, in TOML and Markdown.
//! [`compile`] reads that folder and either gives a [`Content`], which holds to
//! every rule, or all [`Problem`]s with their lines. `build.rs` of the program
//! writes [`Content::tables`]; the build tool writes [`Content::readings`] as a
//! file, and fills static pages with [`Content::page_words`] by [`fill`].
//!
//! What follows is the whole format. A new theme or exercise needs nothing else.
//!
//! # The folder
//!
//! | file | what it holds |
//! |---|---|
//! | `words/<module>.toml` | the words of the interface |
//! | `feelings.toml` | the feelings, in twelve families |
//! | `support.toml` | support lines by country |
//! | `facts.toml` | numbered, referenced claims |
//! | `themes/<slug>.md` | a theme: its name, prompts and reading |
//! | `pages/<slug>.md` | a reading that belongs to no theme, in the same form |
//! | `exercises/<slug>.toml` | an exercise |
//! | `sit.toml` | the guided path, and what fits which feeling |
//! | `rules.toml` | banned phrases, owing words, grades |
//!
//! All of it is UTF-8; typographic quotes are welcome. A key that is not named
//! here is refused. A text must not be empty: a key that may be left out is.
//! White space at the ends of a text is dropped. Slugs and ids are in lower
//! case with hyphens (`long-out-breath`) and are never changed once released:
//! addresses and records name things by them.
//!
//! # Interface words
//!
//! ```toml
//! # words/journal.toml
//! title = "Journal"                       # words::journal::TITLE
//! saved_on = "Saved on {day}."            # words::journal::saved_on(day)
//! entries = { one = "1 entry", other = "{count} entries" } # entries(count)
//! ```
//!
//! Keys, modules and placeholders are in snake case and no keyword of Rust. A
//! text without placeholders becomes a constant, one with them a function that
//! takes each as `&str` in the order of first appearance. A plural becomes a
//! function that takes `count: usize` first, and then the other placeholders;
//! `one` is for exactly 1. There are no other braces.
//!
//! `words/page.toml`, `manifest.toml`, `stop.toml` and `away.toml` are those of
//! the static files. They do not become Rust: a template names them as
//! `{{page.title}}`, a plural as `{{stop.entries.one}}`.
//!
//! # Feelings
//!
//! ```toml
//! [[family]]
//! id = "shame-and-guilt"       # the variant of core::feeling::Family
//! name = "Shame and guilt"
//! [[family.feeling]]
//! id = "guilty"                # the English word, whatever the language
//! word = "guilty"
//! gloss = "sorry for something done"
//! valence = -50                # hundredths, -100 unpleasant to 100 pleasant
//! arousal = 10                 # hundredths, -100 low to 100 high energy
//! ```
//!
//! Each of the twelve families stands there once.
//!
//! # Support lines
//!
//! ```toml
//! checked = "2026-11"          # the month they were looked up
//! [[place]]
//! id = "gb"
//! name = "United Kingdom"
//! emergency = [{ number = "999" }]                 # note = "..." if it wants one
//! [[place.service]]
//! name = "Shout"
//! hours = "24/7, free"                             # may be left out
//! note = "what else is to be known"                # may be left out
//! contact = [{ text = "85258", word = "SHOUT" }]
//! ```
//!
//! A contact is one of `call` (with a `note` or without), `text` (with a `word`
//! or without), `whatsapp`, `chat` and `site`. Numbers stand as the service
//! writes them; a site is a host, without `https://`. Hours that nobody
//! confirmed are left out.
//!
//! # Facts
//!
//! ```toml
//! [[fact]]
//! id = "B7"                    # a letter, a number, and a letter if it was split
//! kind = "finding"             # or definition, history, instrument, guidance
//! strength = "some"            # strong, some, thin, mixed, disputed
//! mark = "checked"             # or memory: not looked up yet
//! claim = "Slow breathing lowered stress a little."
//! limits = "The trials were short."                # may be left out
//! references = ["Author A. 2023. Journal 1(2):3-4. doi:..."]
//! unused = "why no text cites it"                  # only where none does
//! ```
//!
//! `kind` is `finding` when it is left out. Definitions, history and instruments
//! carry no strength; findings and guidance must. A fact from memory is told
//! without figures, its references without a DOI.
//!
//! # Themes
//!
//! ```text
//! +++
//! number = 2
//! title = "The body"
//! line = "Feelings that show in the body before they have a name."
//! exercises = ["long-out-breath"]
//! [[prompt]]
//! id = "where"
//! text = "Where do you notice it?"
//! +++
//! The opening meets the reader where they are.
//!
//! ## What is known {#known .known}
//!
//! Breathing slowly *may* help a little [B7].
//!
//! - A list, a point a line,
//!   which may go on like this [B8].
//! ```
//!
//! `number` orders the themes. After the second `+++` comes the opening, then the
//! sections. A heading names its slug and its kind: `like`, `known`, `helps`,
//! `more` or `ketamine`. Paragraphs and lists are parted by empty lines. There is
//! `*emphasis*`, and `[B7]` cites a fact after the words that rest on it; two
//! facts are cited as `[B7] [B8]`. There is no other mark.
//!
//! # Pages
//!
//! The files of `pages/` have the form of a theme and keep its rules: the same
//! front matter, of which `exercises` and prompts may be left out, and the same
//! kinds of section. They become rows of `PAGES`, and stand in the readings file
//! after the themes. No page has the slug of a theme, for a prompt is addressed
//! by the one or the other, and an exercise belongs to either.
//!
//! # Exercises
//!
//! ```toml
//! number = 3                   # E3
//! version = 1                  # raised when the steps change
//! theme = "body"               # or a page
//! title = "Long out-breath"
//! time = "2 to 5 minutes"
//! what = "what it is"
//! what_not = "what it is not"
//! why = "Why it may help, with its facts [B7]."
//! skip_if = "who should leave it out"
//! instead = "what to do in its place"
//! exits = ["settle", "skip", "leave"]              # all three, on every step
//!
//! [[step]]
//! id = "length"
//! question = "How long?"
//! help = "may be left out"
//! kind = "choice"
//! options = [{ id = "1", label = "1 minute" }]
//!
//! [[step]]
//! id = "breathe"
//! question = "Breathe out for longer than in."
//! kind = "breath"
//! minutes_from = "length"      # an earlier choice, its ids whole minutes
//! breath_in = { least = 2, usual = 4, most = 6 }   # seconds
//! breath_out = { least = 3, usual = 6, most = 8 }
//! ```
//!
//! `number` orders the exercises. Beside `id`, `question` and `kind`, any step may
//! have `help`; `only_if`, without which it is always there; `echo`, which shows
//! again what was written in earlier steps; and `leads_to`, a link to another
//! exercise.
//!
//! ```toml
//! only_if = { step = "outcome", is = ["done", "part"] }     # an earlier choice
//! echo = { steps = ["loop"], lead_in = "I notice the thought that" }
//! leads_to = "one-small-step"
//! ```
//!
//! | kind | what a person does | its keys (in brackets: may be left out) |
//! |---|---|---|
//! | `read` | reads | (`today = true` shows the date) |
//! | `choice` | takes one of a few, or several | `options`, (`several = 3`, at most), (`own = "Something else"`) |
//! | `pick` | takes one line of what was written | `from = ["letter"]` |
//! | `rating` | sets a number from 0 to 10 | `low`, `high`: what 0 and 10 mean |
//! | `map` | sets a point on the two-way map | none |
//! | `words` | picks feeling words | `most = 3`, (`apart_from = "words"`: none of those families) |
//! | `body` | marks places on the outline | `textures = ["warm"]` |
//! | `breath` | breathes | `minutes_from`, `breath_in`, `breath_out` |
//! | `senses` | taps to count | `senses = [{ name = "you can see", count = 5 }]` |
//! | `line`, `text`, `letter` | writes a line, or more, or a few sentences to someone | none |
//! | `timed` | writes for a time, from one question at a time | `minutes`, `prompts` |
//! | `plan` | fills in “After … I will …” | `after`, `will` |
//! | `when` | names a day and a time | `minutes` it lasts, (`words_from`: what a reminder may say) |
//! | `lid` | puts words away: until a day, or for good | `over = ["write"]` |
//!
//! ```toml
//! settles = true               # only Steady ground: after it, Support comes
//! limit = { days = 2, why = "why it is better to wait" }
//!
//! [follow_up]                  # at the end of the file
//! line = "what is asked on the first screen, on its day"
//! days = 1                     # so many days later
//! day_from = "when"            # or on the day that this step names, if it does
//! shows = ["plan"]             # what is shown again then
//! [[follow_up.step]]
//! id = "outcome"               # a step like any other
//! ```
//!
//! A follow-up has `days`, `day_from` or both; where it has only the second, it is
//! there when that step was answered with a day. Ids of its steps and of the
//! exercise's own differ.
//!
//! # The guided path
//!
//! ```toml
//! # sit.toml
//! version = 1                  # raised when its own steps change
//! title = "Sit with it"        # and time, what, what_not, why, skip_if, instead,
//! exits = ["settle", "skip", "leave"]              # as an exercise has them
//! left_out = ["around-the-edges"]                  # offered nowhere on the path
//!
//! [[step]]                     # before the ratings: of kind map, words or body
//! id = "sit-body"              # no exercise has a step of this name
//! question = "Where is it?"
//! kind = "body"
//! textures = ["warm"]
//!
//! [words]                      # what is written goes into the entry's words
//! id = "sit-words"
//! question = "Any words for it?"
//! kind = "text"
//!
//! [[row]]                      # tried in this order
//! families = ["sadness"]       # each of the twelve stands in one row
//! exercises = ["three-chairs"]
//! writing = true               # or instead of exercises
//!
//! [no_words]                   # where no word is of a family
//! exercises = ["body-map"]
//! ```
//!
//! After its steps come the ratings, then what fits, the ratings again, and the
//! words.
//!
//! # Rules
//!
//! ```toml
//! # rules.toml
//! banned = [{ phrase = "proven", allowed = ["not proven"], why = "too sure" }]
//! owing = ["study", "studies", "works"]            # each form is listed
//! drugs = ["ketamine"]
//! diagnoses = ["depression"]
//! two_syllables = ["esketamine"]                   # graded as two syllables
//! grade = { theme = 7.0, section = 9.0 }           # the hardest there may be
//! leading = ["imagine"]                            # not in questions on memories
//! ```
//!
//! Phrases are whole words in any case and across line breaks; both apostrophes
//! are one; a hyphen parts words; a possessive `’s` is passed over. Banned ones
//! are looked for in every text a person reads but references and the services'
//! own names, after their allowed uses are taken out.
//!
//! *Leading phrases* stand in no prompt of the theme `memories`, and in no step of
//! an exercise of that theme where something is asked: a step of kind `read` may
//! have them.
//!
//! *A fact is owed* by every paragraph and every list of a section of kind
//! `known`, `helps` or `ketamine`; and by any paragraph or point of a reading,
//! and by the `why` of an exercise, that holds a digit, an owing word, a drug or
//! a diagnosis. Where a digit stands, all facts cited there are checked ones.
//! Every fact is cited somewhere, or says in `unused` why not.
//!
//! *The grade* is Flesch–Kincaid's. Each section, and the opening, is held to
//! `grade.section`, and so is every text of an exercise or of the interface that
//! has more than 20 words. A whole reading is held to `grade.theme`. Headings and
//! citations are left out, and a point of a list is a sentence.
//!
//! [`ProblemKind`] lists every rule; each has a broken example of its name in
//! `tests/refused/`.
//!
//! # A second language
//!
//! is a folder beside `en`. [`missing_words`] says what its interface lacks.
//! [`pseudo`] makes one that nobody speaks, by which the page is tested.

mod draft;
mod exercises;
mod facts;
mod feelings;
mod fill;
mod grade;
mod kinds;
mod markdown;
mod placeholders;
mod problem;
mod pseudo;
mod readings;
mod rules;
mod shelf;
mod sit;
mod source;
mod steps;
mod support;
mod syllables;
mod tables;
mod tokens;
mod words;

use std::collections::BTreeMap;
use std::path::Path;

use draft::Draft;
use exercises::Exercises;
use facts::Facts;
use feelings::Feelings;
use problem::Problems;
use shelf::Shelf;
use sit::Sit;
use support::Support;

pub use fill::fill;
pub use problem::{Problem, ProblemKind};
pub use pseudo::pseudo;
pub use support::{Contact, Emergency, Place, Service};

/// The words of one language, which hold to every rule.
#[derive(Debug)]
pub struct Content {
    words: Vec<words::Module>,
    feelings: Feelings,
    support: Support,
    facts: Facts,
    themes: Shelf,
    pages: Shelf,
    exercises: Exercises,
    sit: Sit,
}

/// Reads a language's folder, `content/en`, and holds it to every rule.
///
/// All problems are given, in the order of files and lines; what rests on a file
/// that could not be read is not judged.
pub fn compile(dir: &Path) -> Result<Content, Vec<Problem>> {
    let mut problems = Problems::default();
    let draft = Draft::read(dir, &mut problems);
    rules::check(&draft, &mut problems);
    let problems = problems.into_sorted();
    match Content::of(draft) {
        Some(content) if problems.is_empty() => Ok(content),
        _ => Err(problems),
    }
}

/// What the interface words of a second language lack: words, and placeholders
/// that only one of the two has. The files are those of `other`.
pub fn missing_words(reference: &Content, other: &Content) -> Vec<Problem> {
    words::missing(&reference.words, &other.words)
}

impl Content {
    fn of(draft: Draft) -> Option<Self> {
        let Draft { words, feelings, support, facts, themes, pages, exercises, sit, rules: _ } =
            draft;
        let (feelings, support, facts, sit) = (feelings?, support?, facts?, sit?);
        Some(Self { words, feelings, support, facts, themes, pages, exercises, sit })
    }

    /// Rust source that `core::content::tables` includes.
    pub fn tables(&self) -> String {
        tables::source(self)
    }

    /// The readings file: JSON that `core::content::readings` parses.
    pub fn readings(&self) -> String {
        readings::json(&self.facts, &self.themes, &self.pages)
    }

    /// The words of the static files: `page.title` to its text, placeholders kept.
    pub fn page_words(&self) -> BTreeMap<String, String> {
        words::pages(&self.words)
    }

    /// The support lines, in the order they are listed.
    pub fn places(&self) -> Vec<Place> {
        self.support.places()
    }

    /// The month in which the support lines were looked up, as `2026-11`.
    pub fn support_checked(&self) -> &str {
        self.support.file.checked.get_ref()
    }
}
