//! What comes of a run, and what comes later: its entry, with a Seal where
//! words were put away; a question for a later day, answered in the same entry;
//! and how long to wait before the next run.

use super::answer::{Answer, Answered, Lid};
use super::checkin::{CheckIn, Said};
use super::content::exercises::{Exercise, Limit, StepKind};
use super::day::{Day, Moment};
use super::entry::{Entry, EntryId, ExerciseRecord, Kind};
use super::exercise::Run;
use super::journal::Journal;
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
    /// What is kept of a run that ends now.
    pub fn record(&self, now: Moment) -> ExerciseRecord {
        let exercise = self.exercise().ok();
        ExerciseRecord {
            exercise: self.slug().to_owned(),
            version: self.version(),
            started: self.started(),
            finished: now,
            stopped_early: self.stopped_early(),
            before: self.before(),
            after: self.after(),
            answers: self.answers().to_vec(),
            follow_up: exercise.and_then(|exercise| self.pending(exercise, now.day())),
        }
    }

    /// The entry that a run becomes when it ends now.
    pub fn entry(&self, id: EntryId, now: Moment) -> Entry {
        let mut entry = Entry::new(id, now, Kind::Exercise(self.record(now)));
        entry.check_in = check_in(self.answers());
        entry.sealed_until = self.sealed_until(self.exercise().ok());
        entry
    }

    /// An entry with the answers of its follow-up, for which this is the run.
    pub fn answered(&self, entry: &Entry, now: Moment) -> Entry {
        let exercise = Exercise::find(self.slug());
        let lid = exercise.and_then(|exercise| self.lid(exercise));
        entry.changed(now, |entry| {
            if let Some((lid, _)) = lid {
                entry.sealed_until = until(lid);
            }
            let Kind::Exercise(record) = &mut entry.kind else { return };
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

    fn pending(&self, exercise: &Exercise, today: Day) -> Option<Pending> {
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
        let anything = !self.answers().is_empty();
        anything.then(|| Pending {
            day,
            question: follow_up.line.to_owned(),
            state: PendingState::Waiting,
        })
    }

    /// Steps that this program has no more may have put words away too.
    fn sealed_until(&self, exercise: Option<&Exercise>) -> Option<Day> {
        let Some(exercise) = exercise else {
            let lids = self.answers().iter().filter_map(|answered| match answered.answer {
                Answer::Lid(lid) => until(lid),
                _ => None,
            });
            return lids.max();
        };
        self.lid(exercise).and_then(|(lid, _)| until(lid))
    }

    /// What was done with words in the last lid that is there, and with which.
    fn lid(&self, exercise: &Exercise) -> Option<(Lid, &'static [&'static str])> {
        let shown = self.steps(exercise).iter().rev().filter(|step| self.is_shown(step));
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
fn check_in(answers: &[Answered]) -> Option<CheckIn> {
    let mut all = CheckIn::default();
    let mut words = Vec::new();
    for answered in answers {
        let Answer::Feelings(part) = &answered.answer else { continue };
        all.point = all.point.or(part.point);
        words.extend_from_slice(part.words());
        if !matches!(part.said, Said::Words(_)) {
            all.said = part.said.clone();
        }
    }
    if !words.is_empty() {
        all.said = Said::Words(words);
    }
    (!all.is_blank()).then_some(all)
}

impl Entry {
    /// What it asks on a later day, if that was not answered or waved away.
    pub fn waiting(&self) -> Option<&Pending> {
        let pending = self.exercise()?.follow_up.as_ref()?;
        (pending.state == PendingState::Waiting).then_some(pending)
    }

    /// The entry with its question waved away.
    pub fn waved_away(&self, now: Moment) -> Entry {
        self.changed(now, |entry| {
            if let Kind::Exercise(ExerciseRecord { follow_up: Some(pending), .. }) = &mut entry.kind
            {
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
        self.latest().into_iter().filter(due).max_by_key(|entry| entry.waiting().map(|it| it.day))
    }

    /// The day on which an exercise was last ended.
    pub fn last_run(&self, slug: &str) -> Option<Day> {
        let all = self.latest().into_iter().chain(self.binned());
        let runs = all.filter_map(Entry::exercise).filter(|record| record.exercise == slug);
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
