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
    /// What the person does here.
    pub kind: StepKind,
}

/// What a person does in a step.
#[derive(Debug, PartialEq)]
pub enum StepKind {
    /// Reads, and goes on.
    Read,
    /// Takes one of a few.
    Choice {
        /// What can be taken.
        options: &'static [Choice],
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
    /// Sets a number from 0 to 10.
    Rating {
        /// What 0 means.
        low: &'static str,
        /// What 10 means.
        high: &'static str,
    },
    /// Writes.
    Text,
}

/// One of the options of a choice.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
    /// Stable within the step. Where minutes are chosen, their number.
    pub id: &'static str,
    /// What it says.
    pub label: &'static str,
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

    /// The step with this id, if there is one.
    pub fn step(&self, id: &str) -> Option<&'static Step> {
        self.steps.iter().find(|step| step.id == id)
    }
}
