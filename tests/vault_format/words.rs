//! What the fixtures say: words in several scripts, and each sort of entry.

use freshet::core::checkin::{CheckIn, Said, Word};
use freshet::core::day::Moment;
use freshet::core::draft::{Draft, Work, Writing};
use freshet::core::entry::{
    Answer, Answered, Chosen, Entry, EntryId, ExerciseRecord, Kind, Prompted,
};
use freshet::core::feeling::Point;
use freshet::core::rating::{Rating, Ratings};

pub(crate) fn moment(day: u8) -> Moment {
    format!("2026-11-{day:02}T21:04:05+01:00").parse().unwrap()
}

pub(crate) fn entry(id: u8, day: u8, text: &str) -> Entry {
    let id = EntryId::from_random([id; 8]);
    let mut entry = Entry::new(id, moment(day), Kind::Writing(None));
    entry.text = text.to_owned();
    entry
}

pub(crate) fn changed(entry: &Entry, text: &str) -> Entry {
    entry.changed(moment(24), |entry| entry.text = text.to_owned())
}

/// Words in several scripts, and what JSON has to escape.
pub(crate) fn settled() -> Vec<Entry> {
    vec![
        entry(1, 1, "The river is still frozen at the edges, and so am I, a little."),
        entry(2, 2, "Un caf\u{e9} au bord de l\u{2019}eau. D\u{e9}j\u{e0} novembre\u{a0}!"),
        entry(3, 3, "Decomposed: cafe\u{301}. \u{2014} \"Quoted\", a \\ and\na line,\ta tab."),
        entry(4, 4, "今日は静かな一日だった。川の音を聞いて、少し楽になった。"),
        entry(5, 5, "Сегодня было тихо, и лёд пошёл. 🧊→💧 👩‍👩‍👧"),
        entry(6, 6, "This one is taken away for good."),
        entry(7, 7, "This one is changed after it has settled."),
    ]
}

pub(crate) fn prompted() -> Entry {
    let prompted = Prompted {
        theme: "shutdown".to_owned(),
        prompt: "small".to_owned(),
        question: "What is one thing that is a little easier today?".to_owned(),
    };
    Entry { kind: Kind::Writing(Some(prompted)), ..entry(8, 8, "Getting up was.") }
}

pub(crate) fn check_in() -> Entry {
    let known = Word {
        word: "flat".to_owned(),
        feeling: Some("flat".to_owned()),
        at: Some(Point::new(-40, -60)),
    };
    let own = Word { word: "brouillé".to_owned(), feeling: None, at: None };
    let said = Said::Words(vec![known, own]);
    let check_in = CheckIn { point: Some(Point::new(-35, -50)), said };
    Entry { kind: Kind::CheckIn, check_in: Some(check_in), ..entry(9, 9, "") }
}

pub(crate) fn exercise() -> Entry {
    let answered = |step: &str, question: &str, answer| Answered {
        step: step.to_owned(),
        question: question.to_owned(),
        answer,
    };
    let chosen = Chosen { id: "walk".to_owned(), label: "A short walk".to_owned() };
    let rating = |number| Rating::try_from(number).ok();
    let record = ExerciseRecord {
        exercise: "one-small-step".to_owned(),
        version: 1,
        started: moment(10),
        finished: moment(10),
        stopped_early: true,
        before: Ratings { distress: rating(6), energy: rating(2) },
        after: Ratings { distress: rating(4), energy: None },
        answers: vec![
            answered("what", "What could it be?", Answer::Choice(chosen)),
            answered("words", "In your own words?", Answer::Text("Jusqu\u{2019}au pont.".into())),
        ],
        follow_up: None,
    };
    Entry { kind: Kind::Exercise(record), ..entry(10, 10, "") }
}

pub(crate) fn draft(id: u8, text: &str) -> Draft {
    let mut writing = Writing::new(moment(23).day(), None);
    writing.text = text.to_owned();
    Draft {
        id: EntryId::from_random([id; 8]),
        started: moment(23),
        changed: moment(23),
        work: Work::Writing(writing),
    }
}
