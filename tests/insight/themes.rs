//! What the themes look back at.

use crate::common::sat;
use crate::made::{day, id, journal, morning, rating, run};
use freshet::core::answer::{Answer, Chosen, Lid};
use freshet::core::content::exercises::Exercise;
use freshet::core::content::readings::{Span, spans};
use freshet::core::content::tables::THEMES;
use freshet::core::entry::{Entry, Kind};
use freshet::core::insight::lids::{State, put_away};
use freshet::core::insight::measure::Measure;
use freshet::core::insight::pairs::Pair;
use freshet::core::insight::steps::{Outcome, steps};
use freshet::core::insight::{guards, steps as step_ids};

fn chosen(id: &str) -> Answer {
    Answer::Choice(Chosen { id: id.to_owned(), label: id.to_owned() })
}

fn text(words: &str) -> Answer {
    Answer::Text(words.to_owned())
}

#[test]
fn steps_are_told_with_what_came_of_them() {
    let rate = |number| Answer::Rating(rating(number));
    let one =
        |number, answers: &[(&str, Answer)]| run(number, "2026-11-02", step_ids::EXERCISE, answers);
    let entries = [
        one(
            1,
            &[
                ("step", text("wash one cup")),
                ("guess-pleasant", rate(2)),
                ("outcome", chosen("done")),
                ("real-pleasant", rate(5)),
            ],
        ),
        one(2, &[("plan", text("after tea")), ("outcome", chosen("not-today"))]),
        one(3, &[("step", text("x")), ("outcome", chosen("part"))]),
        one(4, &[("step", text("y"))]),
        // It was left before anything was planned.
        one(5, &[("minutes", chosen("2"))]),
        run(6, "2026-11-02", "body-map", &[("step", text("z"))]),
    ];
    let found = steps(&entries.iter().collect::<Vec<_>>());
    let outcomes: Vec<_> = found.iter().map(|planned| planned.outcome).collect();
    let expected = [Outcome::Done, Outcome::NotThatDay, Outcome::Part, Outcome::Unsaid];
    assert_eq!(outcomes, expected);
    let pair = Pair { day: day("2026-11-02"), before: 2, after: 5 };
    assert_eq!((found[0].pleasant, found[0].worth), (Some(pair), None));
}

#[test]
fn guards_are_counted_by_name_and_own_words_together() {
    let one = |number, guard, moment| {
        let answers = [("guard", chosen(guard)), ("moment-or-not", chosen(moment))];
        run(number, "2026-11-02", guards::EXERCISE, &answers)
    };
    let entries =
        [one(1, "own", "moment"), one(2, "joking", "not-now"), one(3, "joking", "moment")];
    let found = guards::guards(&entries.iter().collect::<Vec<_>>());
    assert_eq!(found.named, [("Joking", 2), ("Something else", 1)]);
    assert_eq!((found.days.len(), found.moments, found.not_now), (3, 2, 1));
}

/// This program keeps an exercise once on a path; a file may hold it twice.
#[test]
fn an_entry_that_named_two_guards_counts_once() {
    let on = "2026-11-02";
    let Kind::Exercise(record) = run(1, on, guards::EXERCISE, &[("guard", chosen("joking"))]).kind
    else {
        unreachable!()
    };
    let path = sat(morning(on), vec![record.clone(), record]);
    let entries = [Entry::new(id(1), morning(on), Kind::Sit(path)), run(2, on, "body-map", &[])];
    let found = guards::guards(&entries.iter().collect::<Vec<_>>());
    assert_eq!((found.named, found.days), (vec![("Joking", 2)], vec![day(on)]));
}

#[test]
fn the_exercises_have_the_steps_that_are_read() {
    let exercise = Exercise::find(step_ids::EXERCISE).unwrap();
    let later = &exercise.follow_up.as_ref().unwrap().steps;
    let has = |id: &str| exercise.step(id).is_some() || later.iter().any(|step| step.id == id);
    let ids = [step_ids::PLANS, step_ids::PLEASANT, step_ids::WORTH].concat();
    assert!(ids.into_iter().chain([step_ids::OUTCOME]).all(has));
    let exercise = Exercise::find(guards::EXERCISE).unwrap();
    assert!([guards::GUARD, guards::MOMENT].into_iter().all(|id| exercise.step(id).is_some()));
}

fn with_lid(number: u64, on: &str, until: &str, sealed: bool) -> Entry {
    let lid = Answer::Lid(Lid::Until(day(until)));
    let mut entry = run(number, on, "around-the-edges", &[("lid", lid)]);
    entry.sealed_until = sealed.then(|| day(until));
    entry
}

#[test]
fn what_was_put_away_is_a_list_of_days() {
    let mut binned = with_lid(4, "2026-11-04", "2027-01-01", true);
    binned.binned = Some(morning("2026-11-05"));
    let open = run(5, "2026-11-05", "around-the-edges", &[("lid", Answer::Lid(Lid::Open))]);
    let journal = journal(vec![
        with_lid(1, "2026-11-01", "2026-12-01", true),
        with_lid(2, "2026-11-02", "2026-11-10", true),
        with_lid(3, "2026-11-03", "2026-12-01", false),
        binned,
        open,
        // By hand, without a lid.
        Entry { taken_out: true, ..run(6, "2026-10-31", "body-map", &[]) },
    ]);
    let states: Vec<_> =
        put_away(&journal, day("2026-11-10")).iter().map(|found| found.state).collect();
    let expected = [
        State::TakenOut,
        State::OpenSince(day("2026-11-10")),
        State::Until(day("2026-12-01")),
        State::TakenOut,
    ];
    assert_eq!(states, expected);
}

#[test]
fn measures_are_found_by_their_names_and_themes_by_theirs() {
    for measure in Measure::ALL {
        assert_eq!(Measure::of_slug(measure.slug()), Some(measure));
    }
    // Loops have a page of their own.
    for theme in THEMES.iter().filter(|theme| theme.slug != "loops") {
        assert!(!Measure::of_theme(theme.slug).is_empty(), "{}", theme.slug);
    }
    assert!(Measure::of_theme("no-theme").is_empty());
}

#[test]
fn what_measures_do_not_mean_rests_on_facts_that_are_there() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en");
    let content = freshet_content::compile(&folder).unwrap();
    let readings = freshet::core::content::readings::Readings::parse(&content.readings()).unwrap();
    let mut cited = 0;
    for span in Measure::ALL.into_iter().flat_map(|measure| spans(measure.limits())) {
        if let Span::Fact(id) = span {
            assert!(readings.fact(&id).is_some(), "{id}");
            cited += 1;
        }
    }
    assert!(cited > 3);
}
