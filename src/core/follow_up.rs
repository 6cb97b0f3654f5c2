//! What comes of a run, and what comes later: its entry, with a Seal where
//! words were put away; a question for a later day, answered in the same entry;
//! and how long to wait before the next run.

use super::answer::{Answer, Answered, Lid};
use super::checkin::{CheckIn, Said, Word};
use super::content::exercises::{Exercise, Limit, Step, StepKind};
use super::day::{Day, Moment};
use super::entry::{Entry, EntryId, ExerciseRecord, Kind, SitRecord};
use super::exercise::{Part, Run, Sitting, Stage};
use super::journal::Journal;
use super::rating::Ratings;
use super::sit;
use crate::core::json::{choice, object};

/// A question that an exercise leaves for a later day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// It is asked when the page is opened on this day or after.
    pub day: Day,
    /// The question as it will be asked, without a word of the person's.
    pub question: String,
    /// What came of it.
    pub state: PendingState,
}

/// What came of a question for a later day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PendingState {
    /// It was not asked yet.
    Waiting,
    /// It was waved away, and is not asked again.
    WavedAway,
    /// It was answered.
    Answered,
}

object!(Pending { must day, must question, must state });
choice!(PendingState {
    Waiting = "waiting", WavedAway = "waved-away", Answered = "answered";
});

impl Run {
    /// What is kept of an exercise when the run ends now.
    fn record(&self, part: &Part, now: Moment) -> ExerciseRecord {
        ExerciseRecord {
            exercise: part.exercise.clone(),
            version: part.version,
            started: self.started(),
            finished: now,
            stopped_early: self.stopped_early(),
            before: self.before(),
            after: self.after(),
            answers: part.answers.clone(),
            follow_up: None,
        }
    }

    /// What is kept of the guided path when it ends now.
    fn sit_record(&self, sitting: &Sitting, now: Moment) -> SitRecord {
        let left = sitting.left.iter().map(|part| ExerciseRecord {
            stopped_early: true,
            after: Ratings::default(),
            ..self.record(part, now)
        });
        let in_steps = matches!(self.stage(), Stage::Step(_));
        let last = sitting.chosen.iter().map(|part| ExerciseRecord {
            stopped_early: self.stopped_early() || in_steps,
            follow_up: self.pending(now.day()),
            ..self.record(part, now)
        });
        SitRecord {
            version: sitting.version,
            started: self.started(),
            finished: now,
            stopped_early: !self.is_at_end(),
            before: self.before(),
            after: self.after(),
            answers: sit::others(&sitting.answers),
            exercises: left.chain(last).collect(),
        }
    }

    /// The entry that a run becomes when it ends now.
    pub fn entry(&self, id: EntryId, now: Moment) -> Entry {
        let kind = match (self.sitting(), self.part()) {
            (Some(sitting), _) => Kind::Sit(self.sit_record(sitting, now)),
            (None, Some(part)) => Kind::Exercise(ExerciseRecord {
                follow_up: self.pending(now.day()),
                ..self.record(part, now)
            }),
            // Every other run has its exercise.
            (None, None) => Kind::Writing(None),
        };
        let mut entry = Entry::new(id, now, kind);
        entry.check_in = check_in(self.answers());
        if let Some(sitting) = self.sitting() {
            entry.text = sit::words(&sitting.answers);
            entry.body = sit::marks(&sitting.answers);
        }
        entry.sealed_until = self.sealed_until();
        entry
    }

    /// An entry with the answers of its follow-up, for which this is the run.
    pub fn answered(&self, entry: &Entry, now: Moment) -> Entry {
        let lid = self.lid();
        entry.changed(now, |entry| {
            match lid.map(|(lid, _)| until(lid)) {
                Some(None) if entry.sealed_until.is_some() => entry.take_out(),
                Some(Some(day)) => entry.seal(Some(day)),
                _ => {}
            }
            if matches!(lid, Some((Lid::Gone, _))) {
                entry.former = None;
            }
            let records = entry.exercises_mut().iter_mut();
            let mut own = records.filter(|record| Some(record.exercise.as_str()) == self.slug());
            let Some(record) = own.next_back() else { return };
            if let Some((Lid::Gone, over)) = lid {
                record.answers.retain(|answered| !over.contains(&answered.step.as_str()));
            }
            for answered in self.answers() {
                record.answers.retain(|other| other.step != answered.step);
                record.answers.push(answered.clone());
            }
            if let Some(pending) = &mut record.follow_up {
                // What was put away once more is asked about once more.
                match lid.and_then(|(lid, _)| until(lid)) {
                    Some(day) => (pending.day, pending.state) = (day, PendingState::Waiting),
                    None => pending.state = PendingState::Answered,
                }
            }
        })
    }

    fn pending(&self, today: Day) -> Option<Pending> {
        let exercise = self.known().ok()?.exercise?;
        let follow_up = exercise.follow_up.as_ref()?;
        let named = follow_up.day_from.and_then(|id| {
            let step = exercise.step(id).filter(|step| self.is_shown(step))?;
            match self.answer(step.id)? {
                Answer::When(when) => Some(when.day),
                Answer::Lid(lid) => until(*lid),
                _ => None,
            }
        });
        let later = || today.plus_days(i32::from(follow_up.days?));
        let day = named.or_else(later)?;
        let anything = self.part().is_some_and(|part| !part.answers.is_empty());
        anything.then(|| Pending {
            day,
            question: follow_up.line.to_owned(),
            state: PendingState::Waiting,
        })
    }

    /// Steps that this program has no more may have put words away too.
    fn sealed_until(&self) -> Option<Day> {
        if self.known().is_err() {
            let lids = self.answers().filter_map(|answered| match answered.answer {
                Answer::Lid(lid) => until(lid),
                _ => None,
            });
            return lids.max();
        }
        self.lid().and_then(|(lid, _)| until(lid))
    }

    /// What was done with words in the last lid that is there, and with which.
    fn lid(&self) -> Option<(Lid, &'static [&'static str])> {
        let steps: &[Step] = self.known().ok()?.steps();
        let shown = steps.iter().rev().filter(|step| self.is_shown(step));
        shown.into_iter().find_map(|step| match (&step.kind, self.answer(step.id)) {
            (StepKind::Lid { over }, Some(Answer::Lid(lid))) => Some((*lid, *over)),
            _ => None,
        })
    }
}

fn until(lid: Lid) -> Option<Day> {
    match lid {
        Lid::Until(day) => Some(day),
        Lid::Open | Lid::Gone => None,
    }
}

/// How it was, put together from the steps in which that was said: the first
/// point, and all words. A whole answer stands where there are no words.
pub(super) fn check_in<'a>(answers: impl Iterator<Item = &'a Answered>) -> Option<CheckIn> {
    let mut all = CheckIn::default();
    let mut words: Vec<Word> = Vec::new();
    for answered in answers {
        let Answer::Feelings(part) = &answered.answer else { continue };
        all.point = all.point.or(part.point);
        for word in part.words() {
            if !words.iter().any(|other| other.word == word.word) {
                words.push(word.clone());
            }
        }
        if !matches!(part.said, Said::Words(_)) {
            all.said = part.said.clone();
        }
    }
    if !words.is_empty() {
        all.said = Said::Words(words);
    }
    (!all.is_blank()).then_some(all)
}

impl ExerciseRecord {
    fn is_asking(&self) -> bool {
        self.follow_up.as_ref().is_some_and(|pending| pending.state == PendingState::Waiting)
    }
}

impl Entry {
    /// What it asks on a later day, if that was not answered or waved away.
    pub fn waiting(&self) -> Option<&Pending> {
        self.exercise_asking()?.follow_up.as_ref()
    }

    /// The exercise that asks it.
    pub fn exercise_asking(&self) -> Option<&ExerciseRecord> {
        self.exercises().iter().find(|record| record.is_asking())
    }

    /// The entry with its question waved away.
    pub fn waved_away(&self, now: Moment) -> Entry {
        self.changed(now, |entry| {
            let mut asking = entry.exercises_mut().iter_mut().filter(|record| record.is_asking());
            if let Some(pending) = asking.next().and_then(|record| record.follow_up.as_mut()) {
                pending.state = PendingState::WavedAway;
            }
        })
    }
}

impl Journal {
    /// The entry with the question that is due: that of the latest day. The
    /// others wait, so that nobody comes back to a heap of them.
    pub fn due(&self, today: Day) -> Option<&Entry> {
        let due = |entry: &&Entry| entry.waiting().is_some_and(|pending| pending.day <= today);
        let kept = self.all().filter(|entry| entry.binned.is_none());
        kept.filter(due).max_by_key(|entry| entry.waiting().map(|it| it.day))
    }

    /// The limit of an exercise, where it was ended so lately that it is wise to
    /// wait.
    pub fn holds_back(&self, exercise: &'static Exercise, today: Day) -> Option<&'static Limit> {
        let limit = exercise.limit.as_ref()?;
        self.last_run(exercise.slug).filter(|last| limit.holds_back(*last, today)).map(|_| limit)
    }

    /// The day on which an exercise was last ended, in the bin or not.
    pub fn last_run(&self, slug: &str) -> Option<Day> {
        let runs = self.all().flat_map(Entry::exercises).filter(|record| record.exercise == slug);
        runs.map(|record| record.finished.day()).max()
    }
}

impl Limit {
    /// Whether it is wise to wait, when the last run ended on `last`. A day that
    /// is still to come says nothing: the clock was wrong then, or is now.
    pub fn holds_back(&self, last: Day, today: Day) -> bool {
        (0..i32::from(self.days)).contains(&last.days_until(today))
    }
}
