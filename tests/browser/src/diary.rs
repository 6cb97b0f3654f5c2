//! Made-up diaries to look at and to test with: the same in each run, and like
//! what people keep. [`crate::seed`] puts one into a browser's store.

#[path = "../../common/numbers.rs"]
mod numbers;

use freshet::core::{
    answer::{Answer, Answered, Chosen},
    body::{Amount, BodyMap, REGIONS},
    checkin::{CheckIn, Said, Word},
    content::{
        exercises::{Exercise, StepKind},
        tables::{EXERCISES, FEELINGS, THEMES},
    },
    day::{Day, Moment},
    entry::{Entry, EntryId, ExerciseRecord, Kind, Prompted},
    feeling::Point,
    rating::{Rating, Ratings},
};
use numbers::Numbers;

/// Seconds from the beginning of a day to its evening.
const EVENING: i64 = 20 * 3_600;

const SENTENCES: [&str; 24] = [
    "Three nights of broken sleep, and the lift was out again.",
    "I noticed my jaw on the stairs.",
    "It let go a little when I sat down by the window.",
    "The kettle, the rain, the neighbour’s radio.",
    "I said no to the meeting and nothing fell down.",
    "Called my sister; we talked about the garden for an hour.",
    "My chest was tight all morning, less so after the walk.",
    "Could not find a word for it, so I drew a line and left it.",
    "The river is up, brown and fast, and the bridge hummed.",
    "I was short with the children and said sorry before bed.",
    "Made soup. Ate it warm, at the table, with the lamp on.",
    "The letter came. I have not opened it.",
    "Half an hour with nothing to do, and I did nothing.",
    "Everything felt a long way off, as if behind glass.",
    "A good laugh with Anselm about the broken umbrella.",
    "I keep going over what I should have said on Monday.",
    "Slept till nine. The light was on the wall when I woke.",
    "The appointment was moved again; I cried in the car.",
    "Swam. Cold, then not cold, then hungry.",
    "Work was loud, and I hid in the archive with the old maps.",
    "I do not want to be the one who holds it all together.",
    "Found the photograph of the boat. Put it back.",
    "Two coffees, no lunch, a headache that sat behind one eye.",
    "Today was plain. I am glad of a plain day.",
];

impl Numbers {
    fn one_of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }

    fn rating(&mut self, from: u8, to: u8) -> Option<Rating> {
        let number = from + self.below(usize::from(to - from) + 1) as u8;
        Rating::try_from(number).ok()
    }
}

/// Writes diaries.
#[derive(Debug)]
pub struct Diarist {
    numbers: Numbers,
    /// How many entries were written.
    written: u64,
}

impl Default for Diarist {
    fn default() -> Self {
        Self { numbers: Numbers(11), written: 0 }
    }
}

impl Diarist {
    /// A year that ends with this day: on most days something, on some days
    /// more than one thing, and a fortnight of nothing.
    pub fn year(&mut self, last: Day) -> Vec<Entry> {
        let days = (0..365).filter(|ago| !(120..134).contains(ago));
        let mut entries = Vec::new();
        for day in days.filter_map(|ago| last.plus_days(-ago)) {
            let count = [0, 0, 1, 1, 1, 1, 2, 3][self.numbers.below(8)];
            for nth in 0..count {
                entries.push(self.entry(day, nth));
            }
        }
        entries
    }

    /// So many entries that end with this day, three a day.
    pub fn many(&mut self, count: usize, last: Day) -> Vec<Entry> {
        let day = |nth: usize| last.plus_days(-(nth as i32 / 3)).unwrap_or(last);
        (0..count).map(|nth| self.entry(day(nth), nth as i64 % 3)).collect()
    }

    /// Plain writing of a day.
    pub fn writing(&mut self, day: Day, text: &str) -> Entry {
        let mut entry = self.begin(day, 0, Kind::Writing(None));
        entry.text = text.to_owned();
        entry
    }

    /// One of any kind.
    fn entry(&mut self, day: Day, nth: i64) -> Entry {
        match self.numbers.below(20) {
            0..=7 => self.free(day, nth),
            8..=10 => self.prompted(day, nth),
            11..=15 => self.checked_in(day, nth),
            _ => self.tried(day, nth),
        }
    }

    fn begin(&mut self, day: Day, nth: i64, kind: Kind) -> Entry {
        self.written += 1;
        let id =
            EntryId::from_random(self.written.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
        let epoch = Day::from_ymd(1970, 1, 1).expect("a day of ours");
        let seconds = i64::from(epoch.days_until(day)) * 86_400 + EVENING + nth * 1_800;
        let mut entry = Entry::new(id, Moment::new(seconds, 0).expect("a day of ours"), kind);
        entry.day = day;
        entry
    }

    fn free(&mut self, day: Day, nth: i64) -> Entry {
        let mut entry = self.begin(day, nth, Kind::Writing(None));
        entry.text = self.text();
        if self.numbers.below(3) == 0 {
            let tag = self.numbers.one_of(&["home", "work", "sleep", "the river"]);
            entry.tags.add(tag).expect("a tag of ours is fit");
        }
        entry
    }

    fn prompted(&mut self, day: Day, nth: i64) -> Entry {
        let theme = &THEMES[self.numbers.below(THEMES.len())];
        let prompt = &theme.prompts[self.numbers.below(theme.prompts.len())];
        let prompted = Prompted {
            theme: theme.slug.to_owned(),
            prompt: prompt.id.to_owned(),
            question: prompt.text.to_owned(),
        };
        let mut entry = self.begin(day, nth, Kind::Writing(Some(prompted)));
        entry.text = self.text();
        entry
    }

    fn checked_in(&mut self, day: Day, nth: i64) -> Entry {
        let mut entry = self.begin(day, nth, Kind::CheckIn);
        entry.check_in = Some(self.feelings());
        entry
    }

    fn tried(&mut self, day: Day, nth: i64) -> Entry {
        let exercise = &EXERCISES[self.numbers.below(EXERCISES.len())];
        // Half of what asks on a later day was answered then.
        let later = exercise.follow_up.as_ref().filter(|_| self.numbers.below(2) == 0);
        let later = later.map_or(&[][..], |follow_up| follow_up.steps);
        let answers = exercise.steps.iter().chain(later).filter_map(|step| {
            let answer = self.answer(&step.kind)?;
            Some(Answered { step: step.id.to_owned(), question: step.question.to_owned(), answer })
        });
        let answers = answers.collect();
        let record = self.record(exercise, answers);
        let mut entry = self.begin(day, nth, Kind::CheckIn);
        let (started, finished) = (entry.written, entry.written);
        entry.kind = Kind::Exercise(ExerciseRecord { started, finished, ..record });
        entry
    }

    fn record(&mut self, exercise: &Exercise, answers: Vec<Answered>) -> ExerciseRecord {
        let never = Moment::new(0, 0).expect("a day of ours");
        let mut ratings = |from, to| Ratings {
            distress: self.numbers.rating(from, to),
            energy: self.numbers.rating(2, 7),
        };
        let (before, after) = (ratings(4, 7), ratings(1, 6));
        ExerciseRecord {
            exercise: exercise.slug.to_owned(),
            version: exercise.version,
            started: never,
            finished: never,
            stopped_early: false,
            before,
            after,
            answers,
            follow_up: None,
        }
    }

    /// An answer to a step, of the kinds that are looked back on.
    fn answer(&mut self, kind: &StepKind) -> Option<Answer> {
        match kind {
            StepKind::Text { .. } => Some(Answer::Text(self.numbers.one_of(&SENTENCES).to_owned())),
            StepKind::Choice { options, .. } => {
                let option = &options[self.numbers.below(options.len())];
                let (id, label) = (option.id.to_owned(), option.label.to_owned());
                Some(Answer::Choice(Chosen { id, label }))
            }
            StepKind::Rating { .. } => self.numbers.rating(0, 10).map(Answer::Rating),
            StepKind::Words { .. } => Some(Answer::Feelings(self.feelings())),
            StepKind::Body { .. } => {
                let mut map = BodyMap::default();
                for _ in 0..=self.numbers.below(3) {
                    let region = &REGIONS[self.numbers.below(REGIONS.len())];
                    map.add(region);
                    let amount = [Amount::More, Amount::Less][self.numbers.below(2)];
                    map.change(region.id, |mark| mark.amount = amount);
                }
                Some(Answer::Body(map))
            }
            _ => None,
        }
    }

    fn feelings(&mut self) -> CheckIn {
        let said = match self.numbers.below(12) {
            0 => Said::CantTell,
            1 => Said::Nothing,
            _ => Said::Words(Vec::new()),
        };
        let mut check_in = CheckIn { point: None, said };
        if !matches!(check_in.said, Said::Words(_)) {
            return check_in;
        }
        for _ in 0..=self.numbers.below(3) {
            // A word that is there already is not said twice.
            let _ = check_in.add(Word::known(&FEELINGS[self.numbers.below(FEELINGS.len())]));
        }
        if self.numbers.below(2) == 0 {
            let mut axis = || (self.numbers.below(161) as i16 - 80) as i8;
            check_in.point = Some(Point::new(axis(), axis()));
        }
        check_in
    }

    fn text(&mut self) -> String {
        let mut text = String::new();
        for nth in 0..1 + self.numbers.below(6) {
            if nth > 0 {
                text.push_str(if self.numbers.below(4) == 0 { "\n\n" } else { " " });
            }
            text.push_str(self.numbers.one_of(&SENTENCES));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_year_is_the_same_each_time_and_has_everything_in_it() {
        let last = Day::from_ymd(2026, 11, 24).expect("a day");
        let year = Diarist::default().year(last);
        assert_eq!(year, Diarist::default().year(last));
        assert!((300..600).contains(&year.len()), "{}", year.len());
        let kinds: BTreeSet<_> = year
            .iter()
            .map(|entry| match &entry.kind {
                Kind::Writing(prompted) => {
                    if prompted.is_some() {
                        0
                    } else {
                        1
                    }
                }
                Kind::CheckIn => 2,
                Kind::Exercise(_) => 3,
                Kind::Sit(_) | Kind::Unknown(_) => 4,
            })
            .collect();
        assert_eq!(kinds.len(), 4);
        let ids: BTreeSet<_> = year.iter().map(|entry| entry.id).collect();
        assert_eq!(ids.len(), year.len());
        assert!(year.iter().all(|entry| entry.day <= last && entry.day == entry.written.day()));
    }
}
