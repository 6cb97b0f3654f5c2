//! Any ticks in any order: what goes in is what a plain table of ticks says,
//! and nothing of any other entry or field is in it.

use crate::made::{all_of, day, exercise, id, journal, sit, writing};
use freshet::core::entry::Entry;
use freshet::core::insight::lens::Range;
use freshet::core::keeping::hard_days::HardDays;
use freshet::core::report::choice::Choice;
use freshet::core::report::field::Field;
use freshet::core::report::line::fields;
use freshet::core::report::offer::offers;
use proptest::prelude::*;

const TODAY: &str = "2026-11-20";

#[derive(Debug, Clone)]
enum Tick {
    Field(usize, bool),
    Entry(u8, bool),
    FieldOf(u8, usize, bool),
    All,
    None,
}

fn tick() -> impl Strategy<Value = Tick> {
    let (entry, field) = (1..=6_u8, 0..6_usize);
    prop_oneof![
        (field.clone(), any::<bool>()).prop_map(|(field, on)| Tick::Field(field, on)),
        (entry.clone(), any::<bool>()).prop_map(|(entry, on)| Tick::Entry(entry, on)),
        (entry, field, any::<bool>())
            .prop_map(|(entry, field, on)| Tick::FieldOf(entry, field, on)),
        Just(Tick::All),
        Just(Tick::None),
    ]
}

fn entries() -> Vec<Entry> {
    vec![
        writing(1, "2026-11-01"),
        exercise(2, "2026-11-02", "body-map"),
        sit(3, "2026-11-03"),
        exercise(4, "2026-11-04", "around-the-edges"),
        writing(5, "2026-11-05"),
        writing(6, "2026-11-06"),
    ]
}

/// A plain table: a row an entry, a cell a field.
#[derive(Default)]
struct Table {
    all: [bool; 6],
    rows: [Option<Row>; 7],
}

#[derive(Clone, Copy)]
struct Row {
    own: Option<[bool; 6]>,
}

impl Table {
    fn cells(&self, entry: usize) -> [bool; 6] {
        self.rows[entry].map_or([false; 6], |row| row.own.unwrap_or(self.all))
    }

    fn take(&mut self, tick: &Tick) {
        match *tick {
            Tick::Field(field, on) => self.all[field] = on,
            Tick::Entry(entry, true) => {
                self.rows[usize::from(entry)].get_or_insert(Row { own: None });
            }
            Tick::Entry(entry, false) => self.rows[usize::from(entry)] = None,
            Tick::FieldOf(entry, field, on) => {
                let entry = usize::from(entry);
                if on || self.rows[entry].is_some() {
                    let mut cells = self.cells(entry);
                    cells[field] = on;
                    self.rows[entry] = Some(Row { own: Some(cells) });
                }
            }
            // The fourth is around the edges.
            Tick::All => {
                for entry in [1, 2, 3, 5, 6] {
                    self.rows[entry].get_or_insert(Row { own: None });
                }
            }
            Tick::None => self.rows = [None; 7],
        }
    }
}

proptest! {
    #[test]
    fn nothing_goes_in_but_what_was_ticked(ticks in proptest::collection::vec(tick(), 0..24)) {
        let journal = journal(entries());
        let hard = HardDays::default();
        let offers = offers(&journal, &hard, Range::All, day(TODAY)).unwrap();
        let offer = |entry: u8| *offers.iter().find(|offer| offer.id() == id(entry)).unwrap();
        let (mut choice, mut table) = (Choice::default(), Table::default());
        for tick in &ticks {
            table.take(tick);
            match *tick {
                Tick::Field(field, on) => choice.set_field(Field::ALL[field], on),
                Tick::Entry(entry, on) => choice.tick(offer(entry), on),
                Tick::FieldOf(entry, field, on) => {
                    choice.set_field_of(offer(entry), Field::ALL[field], on);
                }
                Tick::All => choice.tick_all(&offers),
                Tick::None => choice.untick_all(),
            }
        }
        let report = choice.report(false, &journal, Range::All, day(TODAY)).ok();
        let extracts = report.map(|report| report.extracts).unwrap_or_default();
        let said: Vec<String> = extracts.iter().map(|extract| all_of(&extract.lines)).collect();
        for number in 1..=6_u8 {
            let entry = journal.get(id(number)).unwrap();
            let cells = table.cells(usize::from(number));
            for (at, name) in ["words", "feelings", "marks", "", "answers", "labels"].iter().enumerate() {
                let expected = cells[at] && fields(entry).has(Field::ALL[at]);
                let thing = format!("<{number} {name}>");
                let is_in = said.iter().any(|said| said.contains(&thing));
                prop_assert_eq!(is_in, expected && !name.is_empty(), "{}", thing);
            }
            let rated = extracts.iter().filter(|extract| extract.day == entry.day);
            let rated = rated.flat_map(|extract| &extract.lines).any(|line| line.field() == Field::Ratings);
            prop_assert_eq!(rated, cells[3]);
        }
    }
}
