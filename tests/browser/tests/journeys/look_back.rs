//! Looking back: what is drawn, from how much, and what is left out.

use crate::{
    access::{DUSK, LIGHT, Looking, NARROW, WIDE, sets, tidies_up},
    steps::{arrives, asks, today, writes_an_entry},
};
use browser_tests::{diary::Diarist, find::Role, person::Person, site::Site, suite::Journey};
use freshet::core::{
    answer::{Answer, Answered, Lid},
    checkin::CheckIn,
    day::{Day, Moment},
    entry::{Entry, EntryId, ExerciseRecord, Kind},
    feeling::Point,
    rating::Ratings,
};
use xtask::browsers::Engine;

const CHROMIUM: &[Engine] = &[Engine::Chromium];
const WEBKIT: &[Engine] = &[Engine::WebKit];

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("looks_back_at_a_year", looks_back_at_a_year),
    Journey::new("looks_back_at_too_little", looks_back_at_too_little),
    Journey::new("looks_at_other_days_and_themes", looks_at_other_days_and_themes),
    Journey::new("looks_back_by_the_keyboard", looks_back_by_the_keyboard),
    Journey::new("sealed_entries_are_not_looked_at", sealed_entries_are_not_looked_at),
    Journey::new("sees_what_was_put_away_when_asked", sees_what_was_put_away_when_asked),
    Journey::new("saves_a_picture", saves_a_picture).own_browser(),
    Journey::new("themes_lead_to_their_look_back", themes_lead_to_their_look_back),
    Journey::new("axe_look_back_light_wide", |person, site| looks(person, site, LIGHT, WIDE))
        .not_in(Engine::WebKit, "it takes longer than a journey may; its halves are taken"),
    Journey::new("axe_look_back_first_half", |person, site| half(person, site, &DRAWN[..4]))
        .only(WEBKIT),
    Journey::new("axe_look_back_second_half", |person, site| half(person, site, &DRAWN[4..]))
        .only(WEBKIT),
    Journey::new("axe_look_back_light_narrow", |person, site| looks(person, site, LIGHT, NARROW))
        .only(CHROMIUM),
    Journey::new("axe_look_back_dusk_wide", |person, site| looks(person, site, DUSK, WIDE))
        .only(CHROMIUM),
    Journey::new("axe_look_back_dusk_narrow", |person, site| looks(person, site, DUSK, NARROW))
        .only(CHROMIUM),
];

/// The pages that draw, their headings, and a picture that each has.
const DRAWN: [(&str, &str, &str); 8] = [
    ("mood", "On the map", "The map. On average: "),
    ("families", "Families of feelings", "Families over time. You picked words from "),
    ("variety", "How many kinds", "Words by family. It is as if you had used about "),
    ("body", "Marks on the body", "The outline. Marked most often: "),
    ("before-and-after", "Before and after", "Body map: Distress. Distress: lower after in "),
    ("calendar", "Days", "2"),
    ("steps", "Small steps", "What came of them. Done: "),
    ("guards", "Guards", "Guards you named. Named: "),
];

/// Has a year of entries behind them, which ends today.
#[track_caller]
fn has_a_year(person: &Person, site: &Site) {
    arrives(person, site);
    person.has_kept(&Diarist::default().year(today(person)));
}

/// A check-in of a day with a point.
fn point(number: u64, day: Day) -> Entry {
    let at = noon(day);
    let mut entry = Entry::new(EntryId::from_random(number.to_be_bytes()), at, Kind::CheckIn);
    entry.check_in = Some(CheckIn { point: Some(Point::new(40, -40)), ..CheckIn::default() });
    entry
}

fn noon(day: Day) -> Moment {
    format!("{day}T12:00:00+00:00").parse().expect("a moment")
}

#[track_caller]
fn looks_at(person: &Person, measure: &str, heading: &str) {
    person.goes_to(&format!("#/look-back/{measure}"));
    person.sees_heading(heading);
    // Before all is read, what is drawn is still to change, and says so.
    person.sees_no_text("Your journal is being read.");
}

/// Names of the pictures on the screen.
#[track_caller]
fn pictures(person: &Person) -> Vec<String> {
    let script = "return Array.from(document.querySelectorAll('svg[role=img]'),
        (svg) => svg.getAttribute('aria-label'))";
    let names = asks(person, script);
    let names = names.as_array().into_iter().flatten();
    names.map(|name| name.as_str().unwrap_or_default().to_owned()).collect()
}

#[track_caller]
fn sees_no_picture(person: &Person) {
    person.waits_until("no picture", || pictures(person).is_empty());
}

fn looks_back_at_a_year(person: &mut Person, site: &mut Site) {
    has_a_year(person, site);
    person.follows_link("Look back…");
    person.sees_heading("Look back");
    for (measure, heading, picture) in DRAWN {
        looks_at(person, measure, heading);
        person.sees_text("Drawn from ");
        person.sees_heading("What it does not mean");
        let mut names = Vec::new();
        person.waits_until(&format!("the picture “{picture}”"), || {
            names = pictures(person);
            names.iter().any(|name| name.starts_with(picture))
        });
        // Every picture has its table, with as much in it as there is to see.
        let script = "return Array.from(document.querySelectorAll('.chart table'),
            (table) => table.tBodies[0].rows.length)";
        let rows = asks(person, script);
        let rows = rows.as_array().cloned().unwrap_or_default();
        assert_eq!(rows.len(), names.len(), "{measure}: a table for each picture");
        assert!(rows.iter().all(|rows| rows.as_u64() > Some(0)), "{measure}: {rows:?}");
    }
    // A table opens, and says the same.
    looks_at(person, "calendar", "Days");
    let year = today(person).ymd().0;
    person.presses_button(&format!("The same as a table: {year}"));
    person.sees_text("Days with an entry");
    person.sees_text("Not on the map");
}

fn looks_back_at_too_little(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    for (measure, heading, _) in DRAWN {
        looks_at(person, measure, heading);
        person.sees_text("There is nothing to draw from in these days. It is drawn from");
        sees_no_picture(person);
    }
    writes_an_entry(person, "one alone");
    looks_at(person, "calendar", "Days");
    person.sees_text("Not enough yet: 1 entry in these days.");
    sees_no_picture(person);
    // Can't tell is a whole answer, and counts where words do.
    for _ in 0..5 {
        person.goes_to("#/");
        person.presses_button("I can’t tell");
        person.presses_button("Save this check-in");
        person.sees_text("Saved.");
        person.sees_off(Role::Button, "I can’t tell");
    }
    looks_at(person, "families", "Families of feelings");
    person.sees_text("Drawn from 5 entries");
    person.sees_text("“Can’t tell” came 5 times");
}

fn looks_at_other_days_and_themes(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    let today = today(person);
    let long_ago = Day::from_ymd(1, 1, 1).expect("a day");
    let to_come = today.plus_days(400).expect("a day");
    let mut entries: Vec<Entry> =
        (0..6).filter_map(|ago| Some(point(ago, today.plus_days(-(ago as i32))?))).collect();
    entries.extend([point(20, long_ago), point(21, to_come)]);
    person.has_kept(&entries);
    looks_at(person, "mood", "On the map");
    person.sees_text("Drawn from 6 entries");
    person.chooses("Which days", "All days");
    person.sees_text("Drawn from 8 entries, between 1 Jan 1 and");
    person.chooses("Which days", "From one day to another");
    person.sees_text("Drawn from 8 entries");
    sets_day(person, "look-last-day", &today.plus_days(-2).expect("a day").to_string());
    person.sees_text("Drawn from 5 entries, between 1 Jan 1 and");
    sets_day(person, "look-first-day", &today.to_string());
    person.sees_text("The first day comes after the last one.");
    sees_no_picture(person);
    sets_day(person, "look-last-day", &today.to_string());
    person.sees_text("Not enough yet: 1 entry");
    person.presses_button("Look at all of them");
    person.sees_text("Drawn from 8 entries");
    // A check-in was given no theme.
    person.chooses("Which theme", "In the body");
    person.sees_text("There is nothing to draw from");
    person.sees_text("Entries that belong to no theme");
    // What is picked stands in no address, and is there on the next page.
    person.sees_address(&site.place("#/look-back/mood"));
    looks_at(person, "calendar", "Days");
    person.sees_text("Entries that belong to no theme");
    person.reloads();
    person.sees_text("Drawn from 6 entries");
}

/// Fills a field for a day, which every engine shows in a way of its own.
#[track_caller]
fn sets_day(person: &Person, id: &str, day: &str) {
    let script = format!(
        "const field = document.getElementById('{id}');
         field.value = '{day}';
         field.dispatchEvent(new Event('input', {{ bubbles: true }}))"
    );
    asks(person, &script);
}

fn looks_back_by_the_keyboard(person: &mut Person, site: &mut Site) {
    has_a_year(person, site);
    person.tabs_and_follows("Look back…");
    person.sees_heading("Look back");
    person.tabs_and_follows("Days…");
    person.sees_heading("Days");
    person.sees_text("Drawn from ");
    let year = today(person).ymd().0;
    person.tabs_to(Role::Button, &format!("The same as a table: {year}"));
    person.presses_key("Enter");
    person.sees_text("Days with an entry");
    person.tabs_to(Role::Button, &format!("Save this picture: {year}"));
}

fn sealed_entries_are_not_looked_at(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    let today = today(person);
    let entries = |sealed: bool| -> Vec<Entry> {
        let days = (0..6).filter_map(|ago| Some((ago, today.plus_days(-(ago as i32))?)));
        let made = days.map(|(number, day)| {
            let mut entry = point(number, day);
            let away = sealed && number == 3;
            entry.sealed_until = today.plus_days(30).filter(|_| away);
            entry
        });
        made.collect()
    };
    person.has_kept(&entries(false));
    looks_at(person, "mood", "On the map");
    person.sees_text("Drawn from 6 entries");
    person.has_kept(&entries(true));
    looks_at(person, "mood", "On the map");
    person.sees_text("Drawn from 5 entries");
}

/// An entry that was put away until a day.
fn put_away(number: u64, day: Day, until: Day) -> Entry {
    let lid = Answered {
        step: "lid".to_owned(),
        question: "Close the lid".to_owned(),
        answer: Answer::Lid(Lid::Until(until)),
    };
    let record = ExerciseRecord {
        exercise: "around-the-edges".to_owned(),
        version: 1,
        started: noon(day),
        finished: noon(day),
        stopped_early: false,
        before: Ratings::default(),
        after: Ratings::default(),
        answers: vec![lid],
        follow_up: None,
    };
    let mut entry = point(number, day);
    (entry.kind, entry.check_in) = (Kind::Exercise(record), None);
    entry.text = "behind the lid".to_owned();
    entry.sealed_until = Some(until);
    entry
}

fn sees_what_was_put_away_when_asked(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    looks_at(person, "put-away", "Put away");
    person.presses_button("Show the list");
    person.sees_text("Nothing is put away, and nothing was.");
    let today = today(person);
    let day = |days| today.plus_days(days).expect("a day");
    person.has_kept(&[put_away(1, day(-9), day(20)), put_away(2, day(-8), day(-1))]);
    looks_at(person, "put-away", "Put away");
    person.sees_text("A list of days, and nothing else");
    person.sees_no_text("open since");
    person.presses_button("Show the list");
    person.sees_text(": put away until");
    person.sees_text("open since");
    person.sees_no_text("behind the lid");
    sees_no_picture(person);
}

fn saves_a_picture(person: &mut Person, site: &mut Site) {
    has_a_year(person, site);
    looks_at(person, "mood", "On the map");
    person.presses_button("Save this picture: The map");
    person.sees_text("The picture was handed to the browser.");
    let text = person.reads_download("freshet-picture.svg");
    assert!(text.starts_with("<svg ") && text.ends_with("</svg>"), "{text}");
    assert!(text.matches("<circle").count() > 50, "{text}");
    // Any program that shows pictures can show it: sound XML, with a size of its
    // own and nothing that only a page knows.
    let script = format!(
        "const picture = new Image();
         picture.onload = () => {{ window.freshetSize = picture.naturalWidth }};
         picture.onerror = () => {{ window.freshetSize = 'broken' }};
         picture.src = URL.createObjectURL(new Blob([{}], {{ type: 'image/svg+xml' }}))",
        serde_json::json!(text)
    );
    asks(person, &script);
    person.waits_until("the picture can be shown", || {
        asks(person, "return window.freshetSize || 0") == 720
    });
    assert!(!text.contains("var(") && !text.contains("em\""), "it needs the page's style");
}

fn themes_lead_to_their_look_back(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    for (theme, door, heading) in [
        ("shutdown", "Small steps…", "Small steps"),
        ("body", "Marks on the body…", "Marks on the body"),
        ("memories", "Put away…", "Put away"),
        ("guard", "Guards…", "Guards"),
        ("range", "Families of feelings…", "Families of feelings"),
        ("range", "How many kinds…", "How many kinds"),
    ] {
        person.goes_to(&format!("#/themes/{theme}"));
        person.sees_heading("Your own look back");
        person.follows_link(door);
        person.sees_heading(heading);
    }
}

fn looks(person: &mut Person, site: &mut Site, look: &str, width: u32) {
    has_a_year(person, site);
    sets(person, site, look, width);
    let mut looking = Looking::new(person);
    person.goes_to("#/look-back");
    person.sees_heading("Look back");
    looking.looks("look back");
    looks_at_each(person, &mut looking, &DRAWN);
    looks_at(person, "put-away", "Put away");
    person.presses_button("Show the list");
    person.sees_no(Role::Button, "Show the list");
    looking.looks("put away");
    looking.ends();
    tidies_up(person);
}

/// The same in a slower engine, some pages at a time.
fn half(person: &mut Person, site: &mut Site, drawn: &[(&str, &str, &str)]) {
    has_a_year(person, site);
    let mut looking = Looking::new(person);
    looks_at_each(person, &mut looking, drawn);
    looking.ends();
}

/// Pages that draw, with everything open that can be opened.
#[track_caller]
fn looks_at_each(person: &Person, looking: &mut Looking<'_>, drawn: &[(&str, &str, &str)]) {
    for (measure, heading, _) in drawn {
        looks_at(person, measure, heading);
        person.sees_text("Drawn from ");
        let open = "document.querySelectorAll('details').forEach((it) => { it.open = true })";
        asks(person, open);
        looking.looks(measure);
    }
}
