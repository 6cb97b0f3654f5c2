//! What is wrong with the words, and where.

use std::fmt;
use std::path::PathBuf;

/// A broken rule, at the line that breaks it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to the folder of the language.
    pub file: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
    /// The rule.
    pub kind: ProblemKind,
    /// What is wrong, in a clause that names the thing.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem { file, line, kind, what } = self;
        write!(f, "{}:{line}: {what}; {}", file.display(), kind.remedy())
    }
}

/// Declares the rules once: each with its name and with what to do about it.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal, $remedy:literal;)+) => {
        /// The rules, one variant each.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ProblemKind {
            $($(#[$doc])* $kind,)+
        }

        impl ProblemKind {
            /// All rules, in the order they are documented.
            pub const ALL: &[ProblemKind] = &[$(ProblemKind::$kind,)+];

            /// The rule's name, which is also that of its broken fixture.
            pub fn name(self) -> &'static str {
                match self {
                    $(ProblemKind::$kind => $name,)+
                }
            }

            /// What to do, in words that follow a semicolon.
            pub fn remedy(self) -> &'static str {
                match self {
                    $(ProblemKind::$kind => $remedy,)+
                }
            }
        }
    };
}

kinds! {
    /// A file that must be there is not, or cannot be read as UTF-8.
    MissingFile = "missing-file",
        "write it as the documentation of freshet-content shows";
    /// A file in a place where the format has none.
    StrayFile = "stray-file",
        "move it, rename it or take it out";
    /// Not TOML.
    BrokenToml = "broken-toml",
        "put the syntax right";
    /// TOML with an unknown or missing key, or a value of another type.
    WrongShape = "wrong-shape",
        "see the map of the format in the documentation of freshet-content";
    /// A reading without its TOML between two lines `+++`.
    BrokenFrontMatter = "broken-front-matter",
        "begin the file with TOML between two lines `+++`";
    /// A heading that is not `## Title {#slug .kind}` with a known kind.
    BrokenHeading = "broken-heading",
        "write `## Title {#slug .kind}`, the kind one of like, known, helps, more, ketamine";
    /// Marks of Markdown that the format does not have, or that do not close.
    BrokenMarkdown = "broken-markdown",
        "only paragraphs, lists of `- `, `*emphasis*` and facts as `[B7]` are read";
    /// A text with nothing in it.
    EmptyText = "empty-text",
        "write the words, or take the key out where it may be left out";
    /// A name of the wrong shape.
    BadName = "bad-name",
        "give it a name of the shape that the documentation names";
    /// Two things of one name or number.
    Duplicate = "duplicate",
        "give one of them another name or number";

    /// Braces that are not a `{placeholder}`.
    BrokenPlaceholder = "broken-placeholder",
        "write `{name}` in snake case, and no other braces";
    /// A placeholder that only one of two languages has.
    MissingPlaceholder = "missing-placeholder",
        "use the same placeholders in both languages";
    /// An interface word that the other language has not.
    MissingWord = "missing-word",
        "add the word to this language";
    /// An interface word that nobody knows.
    UnknownWord = "unknown-word",
        "add it to `words/`, or put the key right";

    /// A family that the program does not know, or one of the twelve missing.
    UnknownFamily = "unknown-family",
        "have each of the twelve families of core/feeling.rs once";
    /// A feeling outside the plane.
    OffThePlane = "off-the-plane",
        "place it within -100 and 100 on both axes";

    /// A way to reach a service that is not exactly one of the known ones.
    BadContact = "bad-contact",
        "give one of call (note), text (word), whatsapp, chat or site, a number in digits or a plain host";
    /// Hours that nobody confirmed.
    UnconfirmedHours = "unconfirmed-hours",
        "leave out hours that were not confirmed";

    /// A fact that says nowhere where it comes from.
    FactWithoutReference = "fact-without-reference",
        "name where it comes from in `references`";
    /// A finding or guidance without a strength.
    FactWithoutStrength = "fact-without-strength",
        "say how good its evidence is: strong, some, thin, mixed or disputed";
    /// A strength on a definition, history or an instrument.
    NeedlessStrength = "needless-strength",
        "take `strength` out: definitions, history and instruments carry none";
    /// A figure in a fact that nobody looked up.
    FigureFromMemory = "figure-from-memory",
        "tell it without figures and its references without a DOI, or look it up and mark it checked";
    /// A citation of nothing.
    UnknownFact = "unknown-fact",
        "add the fact to facts.toml, or put the citation right";
    /// A fact that no text cites and that does not say why.
    UncitedFact = "uncited-fact",
        "cite it, or say why not with `unused = \"...\"`";
    /// A fact that is marked unused and is cited.
    UsedUnusedFact = "used-unused-fact",
        "take `unused` out, or the citation";

    /// A paragraph that owes a fact and cites none.
    ParagraphWithoutFact = "paragraph-without-fact",
        "cite the fact it rests on as `[B7]`, or say it without";
    /// A figure that rests on a fact which nobody looked up.
    UncheckedFigure = "unchecked-figure",
        "say it without the figure, or cite only facts that are checked";
    /// A phrase that we do not use.
    BannedPhrase = "banned-phrase",
        "say it another way";

    /// A theme or page that does not exist.
    UnknownTheme = "unknown-theme",
        "name a file of themes/ or pages/";
    /// An exercise that does not exist.
    UnknownExercise = "unknown-exercise",
        "name a file of exercises/";
    /// An exercise that cannot be left from every step in all three ways.
    StepWithoutExit = "step-without-exit",
        "have `exits = [\"settle\", \"skip\", \"leave\"]`";
    /// A step of no known kind.
    UnknownStepKind = "unknown-step-kind",
        "use one of the kinds that the documentation of freshet-content names";
    /// A step that lacks what its kind needs, or has what it does not.
    WrongStepFields = "wrong-step-fields",
        "give a step the keys of its kind, and no others";
    /// A step that names another which is not there before it, or of no fitting kind.
    UnknownStep = "unknown-step",
        "name a step that stands before it and is of the kind that is needed";
    /// A condition on an option that a choice does not have.
    UnknownOption = "unknown-option",
        "name an option of that choice";
    /// A follow-up that nothing gives a day.
    FollowUpWithoutDay = "follow-up-without-day",
        "give it `days`, `day_from` or both, and steps to ask";
    /// A limit, a time or a number of zero.
    Zero = "zero",
        "have 1 or more, or leave the key out";
    /// A question on memories that leads towards what may not have been.
    LeadingQuestion = "leading-question",
        "ask what it asks of people now, what helped, what is different now";
    /// A step of the guided path that a path does not ask.
    StepOffThePath = "step-off-the-path",
        "have steps of kind map, words or body before the ratings, text as `words`, and none that hangs on another";
    /// A family that the guided path's table says nothing of.
    FamilyWithoutRow = "family-without-row",
        "have each of the twelve families in one row";
    /// A row of that table that is for nothing, or offers nothing.
    EmptyRow = "empty-row",
        "name its families, and exercises or `writing = true`";
    /// An exercise that the guided path leaves out and offers.
    LeftOutOffered = "left-out-offered",
        "take it out of the row, or out of `left_out`";
    /// Minutes that no choice before the breath says in numbers.
    BreathWithoutMinutes = "breath-without-minutes",
        "name an earlier choice step whose options' ids are whole minutes";
    /// Counts that are not least, usual, most in that order.
    CountsOutOfOrder = "counts-out-of-order",
        "have 1 <= least <= usual <= most";

    /// A section that is too hard to read.
    SectionOverGrade = "section-over-grade",
        "use shorter sentences and shorter words";
    /// A whole reading, of a theme or a page, that is too hard to read.
    ThemeOverGrade = "theme-over-grade",
        "use shorter sentences and shorter words";
    /// A text of an exercise or of the interface that is too hard to read.
    TextOverGrade = "text-over-grade",
        "use shorter sentences and shorter words";
}

/// The problems found so far.
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<Problem>);

impl Problems {
    /// Notes a problem.
    pub(crate) fn add(&mut self, file: PathBuf, line: usize, kind: ProblemKind, what: String) {
        // A problem is one line, whatever it names.
        let what = what.replace(['\n', '\r'], " ");
        self.0.push(Problem { file, line, kind, what });
    }

    /// All of them, in the order of files and lines.
    pub(crate) fn into_sorted(mut self) -> Vec<Problem> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}
