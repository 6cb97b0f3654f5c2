//! An exercise under way: a state machine without a clock. The frame of
//! evidence §12 is the same for all: ratings, the steps, ratings; distress of
//! 8 or more leads past Steady ground and Support, and never blocks.
//!
//! A follow-up is a run too: of the steps that an exercise asks on a later day,
//! without ratings, for the entry that it belongs to. And so is the guided
//! path: what it asks first, the ratings, what fits, the steps of the exercise
//! that was chosen, the ratings again, and words.

mod course;
mod feelings;
mod way;

pub use course::{CannotGoOn, Known};
pub use way::{Leg, Stage};

pub(super) use course::{Part, Sitting};

use super::answer::{Answer, Answered, Lid};
use super::content::exercises::{Exercise, Step, StepKind};
use super::day::Moment;
use super::entry::EntryId;
use super::rating::Ratings;
use super::route::Route;
use crate::core::json::{Json, Shape, object};
use course::Course;

/// An exercise, a follow-up or the guided path under way. It is kept as a draft
/// and goes on after a reload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    course: Course,
    started: Moment,
    stage: Stage,
    before: Ratings,
    after: Ratings,
    stopped_early: bool,
}

/// How a run stands in the store: with an exercise and its answers, or with the
/// guided path.
struct Stored {
    exercise: Option<String>,
    version: u16,
    started: Moment,
    stage: Stage,
    before: Ratings,
    after: Ratings,
    answers: Vec<Answered>,
    stopped_early: bool,
    follows: Option<EntryId>,
    sit: Option<Sitting>,
}

object!(Stored {
    may exercise,
    may version,
    must started,
    must stage,
    may before,
    may after,
    may answers,
    may stopped_early,
    may follows,
    may sit,
});

impl Shape for Run {
    fn to_json(&self) -> Json {
        let (part, follows, sit) = match &self.course {
            Course::Exercise(part) => (Some(part), None, None),
            Course::FollowUp(part, entry) => (Some(part), Some(*entry), None),
            Course::Sit(sitting) => (None, None, Some(sitting.clone())),
        };
        let Run { started, stage, before, after, stopped_early, .. } = *self;
        let stored = Stored {
            exercise: part.map(|part| part.exercise.clone()),
            version: part.map_or(0, |part| part.version),
            answers: part.map_or_else(Vec::new, |part| part.answers.clone()),
            started,
            stage,
            before,
            after,
            stopped_early,
            follows,
            sit,
        };
        stored.to_json()
    }

    fn of_json(json: &Json) -> Option<Self> {
        let stored = Stored::of_json(json)?;
        let Stored { version, started, stage, before, after, answers, stopped_early, .. } = stored;
        let part = stored.exercise.map(|exercise| Part { exercise, version, answers });
        let course = match (part, stored.follows, stored.sit) {
            (Some(part), None, None) => Course::Exercise(part),
            (Some(part), Some(entry), None) => Course::FollowUp(part, entry),
            (None, None, Some(sitting)) => Course::Sit(sitting),
            _ => return None,
        };
        Some(Self { course, started, stage, before, after, stopped_early })
    }
}

/// Where the end of a run leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// To the entry that it became.
    Entry,
    /// To Steady ground: it is hard now.
    Steady,
    /// To Support: it is hard now, and this was Steady ground.
    Support,
}

impl Run {
    /// Begins an exercise.
    pub fn begin(exercise: &Exercise, now: Moment) -> Self {
        Self::of(Course::Exercise(Part::new(exercise)), now)
    }

    /// Begins the follow-up of an entry.
    pub fn follow(exercise: &Exercise, entry: EntryId, now: Moment) -> Self {
        Self::of(Course::FollowUp(Part::new(exercise), entry), now)
    }

    /// Begins the guided path.
    pub fn sit(now: Moment) -> Self {
        Self::of(Course::Sit(Sitting::new()), now)
    }

    fn of(course: Course, now: Moment) -> Self {
        let ratings = Ratings::default();
        let mut run = Self {
            course,
            started: now,
            stage: Stage::Before,
            before: ratings,
            after: ratings,
            stopped_early: false,
        };
        run.stage = run.first_stage();
        run
    }

    /// Begins again with the steps as they are now. What was answered stays.
    pub fn renewed(&self) -> Self {
        let mut run = self.clone();
        match &mut run.course {
            Course::Exercise(part) | Course::FollowUp(part, _) => {
                if let Some(exercise) = Exercise::find(&part.exercise) {
                    part.version = exercise.version;
                }
            }
            Course::Sit(sitting) => {
                sitting.choose(None);
                sitting.version = Sitting::new().version;
            }
        }
        (run.after, run.stopped_early) = (Ratings::default(), false);
        run.stage = run.first_stage();
        run
    }

    /// The slug of its exercise, if it has one.
    pub fn slug(&self) -> Option<&str> {
        self.course.part().map(|part| part.exercise.as_str())
    }

    /// The entry that it follows up, if it does.
    pub fn follows(&self) -> Option<EntryId> {
        match self.course {
            Course::FollowUp(_, entry) => Some(entry),
            Course::Exercise(_) | Course::Sit(_) => None,
        }
    }

    /// Whether it is the guided path.
    pub fn is_sit(&self) -> bool {
        matches!(self.course, Course::Sit(_))
    }

    /// The screen on which it goes on.
    pub fn route(&self) -> Route {
        match &self.course {
            Course::Exercise(part) => Route::Exercise(part.exercise.clone()),
            Course::FollowUp(_, entry) => Route::FollowUp(*entry),
            Course::Sit(_) => Route::Sit,
        }
    }

    /// What it goes through, if this program still has it as it was.
    pub fn known(&self) -> Result<Known, CannotGoOn> {
        let known = self.course.known()?;
        match self.stage.is_in(known) {
            true => Ok(known),
            false => Err(CannotGoOn::Changed),
        }
    }

    /// When it was begun.
    pub fn started(&self) -> Moment {
        self.started
    }

    /// Where it stands.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Whether a step of its exercise is there: it has no condition, or the
    /// condition holds. Marks that were made on the path are not asked again.
    pub fn is_shown(&self, step: &Step) -> bool {
        if matches!(step.kind, StepKind::Body { .. }) && self.has_marks() {
            return false;
        }
        step.only_if.as_ref().is_none_or(|only_if| {
            let answer = self.answer(only_if.step);
            answer.is_some_and(|answer| only_if.is.iter().any(|id| answer.has_chosen(id)))
        })
    }

    fn has_marks(&self) -> bool {
        let Course::Sit(sitting) = &self.course else { return false };
        let marked =
            |one: &Answered| matches!(&one.answer, Answer::Body(map) if !map.marks.is_empty());
        sitting.answers.iter().any(marked)
    }

    /// Distress and energy before.
    pub fn before(&self) -> Ratings {
        self.before
    }

    /// Distress and energy after.
    pub fn after(&self) -> Ratings {
        self.after
    }

    /// Whether its exercise was ended before the last step.
    pub fn stopped_early(&self) -> bool {
        self.stopped_early
    }

    /// Whether a lid takes words away for good.
    pub fn takes_words_away(&self) -> bool {
        self.answers().any(|answered| answered.answer == Answer::Lid(Lid::Gone))
    }

    /// All that was answered, in the order of the steps.
    pub fn answers(&self) -> impl Iterator<Item = &Answered> {
        self.course.answers()
    }

    /// The answer to a step.
    pub fn answer(&self, step: &str) -> Option<&Answer> {
        self.course.answer(step)
    }

    /// The guided path as it was begun and answered, where it is one.
    pub(super) fn sitting(&self) -> Option<&Sitting> {
        match &self.course {
            Course::Sit(sitting) => Some(sitting),
            Course::Exercise(_) | Course::FollowUp(..) => None,
        }
    }

    /// The exercise as it was begun and answered, where there is one.
    pub(super) fn part(&self) -> Option<&Part> {
        self.course.part()
    }

    /// Sets the ratings of the stage it stands at; elsewhere nothing changes.
    pub fn rate(&mut self, ratings: Ratings) {
        match self.stage {
            Stage::Before => self.before = ratings,
            Stage::After => self.after = ratings,
            _ => {}
        }
    }

    /// The ratings of the stage it stands at.
    pub fn ratings_here(&self) -> Ratings {
        if self.stage == Stage::After { self.after } else { self.before }
    }

    /// Answers a step, or with `None` takes its answer back. A lid that is shut
    /// for good takes the words under it away.
    pub fn set_answer(&mut self, step: &Step, answer: Option<Answer>) {
        let order = self.order_beside(step);
        let Some(answers) = self.course.answers_beside(step) else { return };
        if let (StepKind::Lid { over }, Some(Answer::Lid(Lid::Gone))) = (&step.kind, &answer) {
            answers.retain(|answered| !over.contains(&answered.step.as_str()));
        }
        answers.retain(|answered| answered.step != step.id);
        if let Some(answer) = answer {
            let (step, question) = (step.id.to_owned(), step.question.to_owned());
            let place = |id: &str| order.iter().position(|other| *other == id);
            let at = answers.partition_point(|answered| place(&answered.step) < place(&step));
            answers.insert(at, Answered { step, question, answer });
        }
    }

    /// The ids of the steps that this one stands among.
    fn order_beside(&self, step: &Step) -> Vec<&'static str> {
        let Ok(known) = self.course.known() else { return Vec::new() };
        let ids = |steps: &'static [Step]| steps.iter().map(|step| step.id).collect();
        match known.sit {
            Some(sit) if sit.step(step.id).is_some() => {
                sit.steps.iter().chain([&sit.words]).map(|step| step.id).collect()
            }
            _ => ids(known.steps()),
        }
    }

    /// Goes on: past the ratings, an offer, or a step.
    pub fn go_on(&mut self) {
        if self.stage == Stage::Before && self.before.is_heavy() {
            self.put_aside_what_is_too_much();
        }
        if let Ok(known) = self.course.known() {
            self.stage = self.stage_after(known);
        }
    }

    /// With distress of 8 or more the path has Steady ground and nothing else.
    fn put_aside_what_is_too_much(&mut self) {
        if let Course::Sit(sitting) = &mut self.course {
            let part = sitting.chosen.as_ref();
            let exercise = part.and_then(|part| Exercise::find(&part.exercise));
            if exercise.is_some_and(|exercise| !exercise.settles) {
                sitting.choose(None);
            }
        }
    }

    /// Takes one of the exercises that the path has, or none, and goes on; where
    /// distress is 8 or more, Steady ground or none. Elsewhere nothing changes.
    pub fn choose(&mut self, exercise: Option<&'static Exercise>) {
        let heavy = match self.stage {
            Stage::Offer => false,
            Stage::Heavy => true,
            _ => return,
        };
        let Ok(Known { sit: Some(sit), .. }) = self.course.known() else { return };
        let has = |exercise: &'static Exercise| {
            sit.exercises().any(|one| one.slug == exercise.slug) && (exercise.settles || !heavy)
        };
        let Course::Sit(sitting) = &mut self.course else { return };
        if exercise.is_none_or(has) {
            sitting.choose(exercise);
            self.stopped_early = false;
            self.go_on();
        }
    }

    /// Goes on without an answer. One that was given stays: nobody loses words by
    /// it, and where a rating leads goes by it.
    pub fn skip(&mut self) {
        match self.stage {
            Stage::Offer => self.choose(None),
            _ => self.go_on(),
        }
    }

    /// Goes back one; answers stay.
    pub fn go_back(&mut self) {
        self.stopped_early = false;
        if let Ok(known) = self.course.known() {
            self.stage = self.stage_before(known);
        }
    }

    /// Goes to the ratings that end its exercise, from wherever it stands.
    pub fn finish_here(&mut self) {
        self.stopped_early = true;
        self.stage = Stage::After;
    }

    /// Where it leads when it ends now: to Steady ground when it is as hard as
    /// evidence M12 says, and after Steady ground to Support, never round again.
    /// Without a rating after, the one before counts.
    pub fn leads_to(&self) -> Next {
        let left = self.after.distress.is_none() && self.before.is_heavy();
        let settles = self.course.known().is_ok_and(|known| known.settles());
        match left || self.after.calls_for_settling(self.before) {
            false => Next::Entry,
            true if settles => Next::Support,
            true => Next::Steady,
        }
    }
}
