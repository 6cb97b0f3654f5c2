//! Pictures of the screens, to be looked at: `cargo run -p browser-tests --bin
//! pictures -- <folder of the built page, or its address> <folder for pictures>
//! [part of a screen's name]`.

use browser_tests::{
    browser::Browser,
    diary::Diarist,
    error::Error,
    find::Role,
    person::Person,
    profile::{Kind, Profile},
    site::Site,
};
use serde_json::json;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};
use xtask::browsers::Engine;

const WIDTHS: [u32; 4] = [320, 390, 768, 1440];
const LOOKS: [&str; 2] = ["light", "dark"];

/// A screen, and how a person comes to it.
struct Screen {
    name: &'static str,
    hash: &'static str,
    comes: fn(&Person),
}

/// One that only has to be opened.
const fn plain(name: &'static str, hash: &'static str) -> Screen {
    Screen { name, hash, comes: |_| {} }
}

const EXERCISE: &str = "#/exercises/long-out-breath";

/// In an order in which each finds what the ones before it left.
const SCREENS: [Screen; 51] = [
    plain("home", "#/"),
    Screen { name: "home-checked", hash: "#/", comes: sets_a_point },
    Screen { name: "home-words", hash: "#/", comes: opens_all_words },
    plain("journal-empty", "#/journal"),
    plain("write", "#/write"),
    plain("write-prompted", "#/write/body/all-right"),
    Screen { name: "entry", hash: "#/write/body/this-week", comes: writes_an_entry },
    Screen { name: "entry-edit", hash: "#/journal", comes: changes_the_entry },
    Screen { name: "home-draft", hash: "#/", comes: checks_in },
    plain("themes", "#/themes"),
    Screen { name: "theme", hash: "#/themes/body", comes: waits_for_the_reading },
    Screen { name: "theme-section", hash: "#/themes/body/known", comes: opens_a_fact },
    plain("exercises", "#/exercises"),
    plain("exercise", EXERCISE),
    Screen { name: "exercise-before", hash: EXERCISE, comes: starts },
    Screen { name: "exercise-heavy", hash: EXERCISE, comes: says_it_is_heavy },
    Screen { name: "exercise-choice", hash: EXERCISE, comes: goes_on_all_the_same },
    Screen { name: "exercise-breath", hash: EXERCISE, comes: goes_to_the_breath },
    Screen { name: "exercise-breathing", hash: EXERCISE, comes: breathes },
    Screen { name: "exercise-rating", hash: EXERCISE, comes: skips },
    Screen { name: "exercise-note", hash: EXERCISE, comes: skips },
    Screen { name: "exercise-after", hash: EXERCISE, comes: goes_on },
    Screen { name: "steady", hash: EXERCISE, comes: finishes },
    plain("journal", "#/journal"),
    Screen { name: "bin", hash: "#/journal", comes: bins },
    Screen { name: "support", hash: "#/support", comes: picks_a_country },
    plain("settings", "#/settings"),
    plain("keys", "#/settings/keys"),
    plain("storage", "#/settings/storage"),
    plain("export", "#/settings/export"),
    plain("import", "#/settings/import"),
    plain("about", "#/about"),
    plain("not-found", "#/no/such/place"),
    Screen { name: "look-back", hash: "#/look-back", comes: has_kept_a_year },
    plain("look-mood", "#/look-back/mood"),
    plain("look-families", "#/look-back/families"),
    plain("look-variety", "#/look-back/variety"),
    plain("look-body", "#/look-back/body"),
    plain("look-before-and-after", "#/look-back/before-and-after"),
    plain("look-calendar", "#/look-back/calendar"),
    plain("look-steps", "#/look-back/steps"),
    plain("look-guards", "#/look-back/guards"),
    Screen { name: "look-put-away", hash: "#/look-back/put-away", comes: shows_the_list },
    plain("report-nothing", "#/report"),
    Screen { name: "report-chosen", hash: "#/report", comes: chooses_for_a_reader },
    Screen { name: "report-sheet", hash: "#/report", comes: sees_the_sheet },
    Screen { name: "journal-year-list", hash: "#/journal", comes: keeps_a_year },
    Screen { name: "journal-year-search", hash: "#/journal", comes: searches },
    Screen { name: "journal-year-filters", hash: "#/journal", comes: opens_filters },
    Screen { name: "journal-year-month", hash: "#/journal", comes: looks_at_a_month },
    Screen { name: "journal-year-year", hash: "#/journal", comes: looks_at_a_year },
];

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let (page, folder, only) = match words.as_slice() {
        [page, folder] => (page, folder, ""),
        [page, folder, only] => (page, folder, only.as_str()),
        _ => {
            eprintln!("pictures <built page or its address> <folder> [part of a name]");
            return ExitCode::FAILURE;
        }
    };
    match take_all(page, &PathBuf::from(folder), only) {
        Ok(count) => {
            println!("{count} pictures stand in {folder}.");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn take_all(page: &str, folder: &Path, only: &str) -> Result<usize, Error> {
    fs::create_dir_all(folder).map_err(Error::system("make the folder"))?;
    let site = match page.starts_with("http") {
        true => None,
        false => Some(Site::serve(Path::new(page), "/")?),
    };
    let home = site.as_ref().map_or_else(|| page.to_owned(), Site::home);
    let mut browser = Browser::start(Profile::new(Engine::Chromium, Kind::Ordinary)?)?;
    browser.limit(Instant::now() + Duration::from_secs(1200));
    let person = Person::at(browser);
    person.browser.chromium("Emulation.setScrollbarsHidden", json!({ "hidden": true }))?;
    person.opens(&home);
    let mut count = 0;
    for screen in &SCREENS {
        person.browser.resize(1280, 900)?;
        person.goes_to(screen.hash);
        person.waits(Duration::from_millis(150));
        (screen.comes)(&person);
        if screen.name.contains(only) {
            count += take(&person.browser, folder, screen.name)?;
        }
    }
    person.presses_button("Quick exit");
    person.sees_heading("Watering house plants");
    count += take(&person.browser, folder, "away")?;
    person.opens(&home);
    count += take(&person.browser, folder, "cover")?;
    Ok(count)
}

/// One picture for each width and look, of the whole length of the screen, and
/// what it is on paper.
fn take(browser: &Browser, folder: &Path, name: &str) -> Result<usize, Error> {
    for look in LOOKS {
        let features = json!([{ "name": "prefers-color-scheme", "value": look }]);
        browser.chromium("Emulation.setEmulatedMedia", json!({ "features": features }))?;
        for width in WIDTHS {
            set_size(browser, width, 900)?;
            let length = browser.script("return document.documentElement.scrollHeight", vec![])?;
            set_size(browser, width, length.as_u64().unwrap_or(900).max(900))?;
            let path = folder.join(format!("{name}-{width}-{look}.png"));
            fs::write(path, browser.picture()?).map_err(Error::system("write a picture"))?;
        }
    }
    browser.chromium("Emulation.clearDeviceMetricsOverride", json!({}))?;
    let path = folder.join(format!("{name}.pdf"));
    fs::write(path, browser.print()?).map_err(Error::system("write a page"))?;
    Ok(WIDTHS.len() * LOOKS.len())
}

fn set_size(browser: &Browser, width: u32, height: u64) -> Result<(), Error> {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    browser.chromium("Emulation.setDeviceMetricsOverride", size).map(|_| ())
}

fn sets_a_point(person: &Person) {
    person.moves_slider("Unpleasant to pleasant", 12);
    person.moves_slider("Low to high energy", 10);
    person.presses_button("flat…");
}

fn opens_all_words(person: &Person) {
    person.presses_button("All words, by family");
}

fn checks_in(person: &Person) {
    person.presses_button("Save this check-in");
    person.waits(Duration::from_millis(200));
}

fn writes_an_entry(person: &Person) {
    person.writes("Your words", "Three nights of broken sleep, and the lift was out again.\n\nI noticed my jaw on the stairs. It let go a little when I sat down by the window.");
    person.presses_button("Save");
    person.sees_heading("Writing");
}

fn changes_the_entry(person: &Person) {
    person.follows_link("Writing…");
    person.follows_link("Change");
    person.writes("Your words", " Then I slept.");
    person.waits(Duration::from_millis(1_800));
}

fn waits_for_the_reading(person: &Person) {
    person.finds_any(Role::Button, "G1…");
}

fn opens_a_fact(person: &Person) {
    person.finds_any(Role::Button, "B2…");
    person.presses_button("B1b…");
}

fn starts(person: &Person) {
    person.presses_button("Start");
    person.sees_heading("Before you start");
}

fn says_it_is_heavy(person: &Person) {
    person.picks_radio("How hard is it right now?", "8");
    person.picks_radio("How much energy is there?", "3");
    person.presses_button("Next");
    person.sees_heading("That is a lot to carry");
}

fn goes_on_all_the_same(person: &Person) {
    person.presses_button("Go on with the exercise all the same");
    person.sees_heading("How long would you like?");
}

fn goes_to_the_breath(person: &Person) {
    person.picks_radio("How long would you like?", "1 minute");
    person.presses_button("Next");
    person.sees_heading("Would you like a second sip of air?");
    person.presses_button("Next");
    person.sees_heading("In through the nose, out slowly");
}

fn breathes(person: &Person) {
    person.presses_button("Begin breathing");
    person.waits(Duration::from_millis(1_500));
}

fn skips(person: &Person) {
    person.presses_button("Skip this step");
    person.waits(Duration::from_millis(150));
}

fn goes_on(person: &Person) {
    person.presses_button("Next");
    person.sees_heading("And now?");
}

fn finishes(person: &Person) {
    person.picks_radio("How hard is it right now?", "9");
    person.presses_button("Save and finish");
    person.sees_heading("Steady ground");
}

fn bins(person: &Person) {
    person.follows_link("Check-in…");
    person.presses_button("Put in the bin");
    person.follows_link("Bin (1)");
    person.sees_heading("Bin");
    person.presses_button("Delete for good: Check-in…");
}

fn picks_a_country(person: &Person) {
    person.chooses("Your country", "Ireland");
}

/// A year that ends today, in place of what was written so far.
fn has_kept_a_year(person: &Person) {
    let script = "return new Date().toISOString().slice(0, 10)";
    let today = person.browser.script(script, vec![]).ok();
    let today = today.and_then(|today| today.as_str()?.parse().ok());
    person.has_kept(&Diarist::default().year(today.expect("the browser knows the day")));
    person.sees_heading("Look back");
}

fn shows_the_list(person: &Person) {
    person.presses_button("Show the list");
}

/// Some of everything.
fn chooses_for_a_reader(person: &Person) {
    person.writes("What you want the reader to know", "I sleep badly since the summer.");
    let tick = "document.querySelectorAll('.report__boxes input').forEach((box) => box.click())";
    person.browser.script(tick, vec![]).expect("the boxes are there");
    person.presses_button("Tick all…");
}

fn sees_the_sheet(person: &Person) {
    person.presses_button("See it as it will be printed");
    person.sees_heading("From my own notes");
}

fn keeps_a_year(person: &Person) {
    person.has_kept(&Diarist::default().year("2026-11-24".parse().expect("a day")));
    person.sees_heading("November 2026");
}

fn searches(person: &Person) {
    person.writes("Search your journal", "window");
    person.sees_text("entries found");
}

fn opens_filters(person: &Person) {
    person.presses_button("Clear the search");
    person.presses_button("How to search");
    person.presses_button("Filter");
    person.chooses("Kind", "Check-in");
}

fn looks_at_a_month(person: &Person) {
    person.presses_button("Take the filters away");
    person.picks_radio("Show as", "Month");
    let script = "const field = document.getElementById('find-go-day');
        field.value = '2026-11-20'; field.dispatchEvent(new Event('input', { bubbles: true }))";
    let went = person.browser.script(script, vec![]);
    went.expect("a day is set");
    person.sees_heading("November 2026");
}

fn looks_at_a_year(person: &Person) {
    person.picks_radio("Show as", "Year");
    person.sees_heading("2026");
}
