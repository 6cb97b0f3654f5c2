//! Exercises as data: a new exercise is a new file in `content/`, and no new
//! code unless it needs a new kind of step.

/// An exercise made of steps.
#[derive(Debug, PartialEq)]
pub struct Exercise {
    /// Its name in addresses and records; never changes.
    pub slug: &'static str,
    /// Raised when its steps change, and kept with each answer.
    pub version: u16,
    /// The slug of its theme.
    pub theme: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// How long it takes, in words.
    pub time: &'static str,
    /// One line on what it is.
    pub what: &'static str,
    /// One line on what it is not.
    pub what_not: &'static str,
    /// Why it may help, with the facts it rests on as `[B7]`.
    pub why: &'static str,
    /// Who should leave it out; shown before the first step.
    pub skip_if: &'static str,
    /// What to do in its place.
    pub instead: &'static str,
    /// The ways out that stand on every step.
    pub exits: &'static [Exit],
    /// Whether it is Steady ground, after which comes Support and nothing else.
    pub settles: bool,
    /// How long to wait between two runs, where that is wise.
    pub limit: Option<Limit>,
    /// What it asks on a later day.
    pub follow_up: Option<FollowUp>,
    /// Its steps, in order.
    pub steps: &'static [Step],
}

/// How long to wait between two runs. A second tap goes on all the same.
#[derive(Debug, PartialEq, Eq)]
pub struct Limit {
    /// Days from one run to the next.
    pub days: u8,
    /// Why.
    pub why: &'static str,
}

/// What an exercise asks on a later day, in the same entry.
#[derive(Debug, PartialEq)]
pub struct FollowUp {
    /// What the first screen says, without a word of the person's.
    pub line: &'static str,
    /// So many days later.
    pub days: Option<u8>,
    /// The step that names the day, if it was answered with one.
    pub day_from: Option<&'static str>,
    /// The steps whose answers are shown again.
    pub shows: &'static [&'static str],
    /// Its steps, in order.
    pub steps: &'static [Step],
}

/// A way out of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// To Steady ground.
    Settle,
    /// On to the next step, with nothing answered.
    Skip,
    /// Out, and nothing is kept.
    Leave,
}

/// One step of an exercise.
#[derive(Debug, PartialEq)]
pub struct Step {
    /// The name of its answer; stable within the exercise.
    pub id: &'static str,
    /// The question or the heading, kept with the answer as it was asked.
    pub question: &'static str,
    /// What helps to answer it; may be empty.
    pub help: &'static str,
    /// When it is there; always, if there is none.
    pub only_if: Option<OnlyIf>,
    /// Earlier steps whose words are shown again.
    pub echo: &'static [&'static str],
    /// What stands before those words; may be empty.
    pub lead_in: &'static str,
    /// The slug of another exercise that it offers.
    pub leads_to: Option<&'static str>,
    /// What the person does here.
    pub kind: StepKind,
}

/// An earlier choice was one of these.
#[derive(Debug, PartialEq, Eq)]
pub struct OnlyIf {
    /// The id of the choice step.
    pub step: &'static str,
    /// Ids of its options.
    pub is: &'static [&'static str],
}

/// What a person does in a step.
#[derive(Debug, PartialEq)]
pub enum StepKind {
    /// Reads, and goes on.
    Read {
        /// Whether it shows the date.
        today: bool,
    },
    /// Takes one of a few, or several.
    Choice {
        /// What can be taken.
        options: &'static [Choice],
        /// How many at most.
        several: u8,
        /// What asks for a word of one's own; empty where none is asked for.
        own: &'static str,
    },
    /// Takes one line of what was written in earlier steps, or writes one.
    Pick {
        /// The ids of those steps.
        from: &'static [&'static str],
    },
    /// Sets a number from 0 to 10.
    Rating {
        /// What 0 means.
        low: &'static str,
        /// What 10 means.
        high: &'static str,
    },
    /// Sets a point on the two-way map.
    Map,
    /// Picks feeling words.
    Words {
        /// How many at most.
        most: u8,
        /// The id of an earlier step of words, whose families are left out;
        /// empty where none are.
        apart_from: &'static str,
    },
    /// Marks places on the outline of a body.
    Body {
        /// Words for how a place feels.
        textures: &'static [&'static str],
    },
    /// Breathes with a moving shape, or with words instead.
    Breath {
        /// The id of the choice step that says how many minutes.
        minutes_from: &'static str,
        /// Counts of the in-breath, in seconds.
        breath_in: Count,
        /// Counts of the out-breath, in seconds.
        breath_out: Count,
    },
    /// Taps for each thing found by a sense.
    Senses {
        /// The senses, in order.
        senses: &'static [Sense],
    },
    /// Writes.
    Text {
        /// How much.
        form: Form,
    },
    /// Writes for a time, from one question at a time.
    Timed {
        /// For how long at most.
        minutes: u8,
        /// The questions, in order.
        prompts: &'static [&'static str],
    },
    /// Plans: *After … I will …*
    Plan {
        /// What stands before the moment.
        after: &'static str,
        /// What stands before the deed.
        will: &'static str,
    },
    /// Names a day and a time.
    When {
        /// How long it takes.
        minutes: u8,
        /// The id of the step whose words a reminder may say; empty where none.
        words_from: &'static str,
    },
    /// Puts words away: until a day, or for good.
    Lid {
        /// The ids of the steps that they were written in.
        over: &'static [&'static str],
    },
}

/// How much is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A line.
    Line,
    /// As much as it wants.
    Words,
    /// A few sentences to someone.
    Letter,
}

/// One of the options of a choice.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
    /// Stable within the step. Where minutes are chosen, their number.
    pub id: &'static str,
    /// What it says.
    pub label: &'static str,
}

/// A sense, and how many things it may find.
#[derive(Debug, PartialEq, Eq)]
pub struct Sense {
    /// *Things you can see.*
    pub name: &'static str,
    /// How many.
    pub count: u8,
}

/// A number of seconds that a person can change within limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The least.
    pub least: u8,
    /// What it starts with.
    pub usual: u8,
    /// The most.
    pub most: u8,
}

impl Exercise {
    /// The exercise with this slug, if there is one.
    pub fn find(slug: &str) -> Option<&'static Exercise> {
        super::tables::EXERCISES.iter().find(|exercise| exercise.slug == slug)
    }

    /// Steady ground, if there is one.
    pub fn steady_ground() -> Option<&'static Exercise> {
        super::tables::EXERCISES.iter().find(|exercise| exercise.settles)
    }

    /// The step with this id, if there is one.
    pub fn step(&self, id: &str) -> Option<&'static Step> {
        self.steps.iter().find(|step| step.id == id)
    }
}
