//! Where the page may stand: below an address, and as one file on a disk.

use crate::steps::{arrives, asks, opens_from_journal, sees_entries, writes_an_entry};
use crate::stored::{Stored, sees_stored};
use browser_tests::{person::Person, site::Site, suite::Journey};
use xtask::dist::BUDGET;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("works_below_an_address", works_below_an_address).below("/some/where/"),
    Journey::new("works_as_one_file", works_as_one_file).own_browser(),
    Journey::new("leaves_one_file", leaves_one_file).own_browser(),
    Journey::new("little_is_fetched_first", little_is_fetched_first),
];

/// All that the journal does.
#[track_caller]
fn keeps_a_journal(person: &Person) {
    writes_an_entry(person, "the first line");
    person.follows_link("Change");
    person.writes("Your words", ", and another");
    person.presses_button("Save the changes");
    person.sees_text("the first line, and another");
    person.reloads();
    person.sees_text("the first line, and another");
    person.follows_link("Now");
    person.sees_heading("How is it right now?");
    person.moves_slider("Unpleasant to pleasant", 20);
    person.presses_button("Save this check-in");
    sees_entries(person, 2);
    opens_from_journal(person, "Writing");
    person.presses_button("Put in the bin");
    person.sees_text("1 entry");
    person.presses_button("Take it back");
    person.sees_text("2 entries");
    person.follows_link("Write");
    person.writes("Your words", "a draft");
    sees_stored(person, Stored::Draft, 1);
    person.reloads();
    person.sees_in_field("Your words", "a draft");
    person.follows_link("Themes");
    person.follows_link("In the body…");
    person.follows_link("What is known");
    person.presses_button("B3, disputed evidence");
    person.sees_text("Disputed: the field argues");
    person.follows_link("Support");
    person.chooses("Your country", "Ireland");
    person.sees_heading("Ireland");
}

fn works_below_an_address(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    keeps_a_journal(person);
    // With the file's name too, the journal is the same.
    person.opens(&site.url("index.html#/journal"));
    person.sees_text("2 entries");
}

fn works_as_one_file(person: &mut Person, site: &mut Site) {
    person.opens(&site.on_disk("freshet.html"));
    person.sees_heading("How is it right now?");
    keeps_a_journal(person);
    person.opens(&site.on_disk("freshet.html#/settings"));
    person.sees_text("This is the single file");
    let fetched = asks(
        person,
        "return performance.getEntriesByType('resource').map((e) => e.name)
        .filter((name) => !/^(data|blob):/.test(name))",
    );
    assert_eq!(fetched, serde_json::json!([]), "one file fetches nothing");
    assert!(site.log().is_empty(), "one file asks no server: {:?}", site.log());
}

fn leaves_one_file(person: &mut Person, site: &mut Site) {
    person.opens(&site.on_disk("freshet.html"));
    writes_an_entry(person, "only here");
    person.presses_button("Quick exit");
    person.sees_address("about:blank");
    person.opens(&site.on_disk("freshet.html"));
    person.sees_heading("Notes");
    person.sees_no_text("only here");
    person.presses_button("Open");
    opens_from_journal(person, "Writing");
    person.sees_text("only here");
}

fn little_is_fetched_first(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.follows_link("Write");
    person.sees_heading("Write");
    // The rest of the program, the readings and what keeps the page for later
    // come after it, and no entry waits for them: see `the_rest_is_missing`.
    let later = [
        "rest-",
        "readings-",
        "lists-",
        "key-worker-",
        "offline-",
        "sw.js",
        "icon",
        "apple-touch",
        "manifest",
        "away",
    ];
    let names: Vec<String> =
        site.log().iter().filter_map(|request| site.name_of(request)).collect();
    let mut first: Vec<&str> = names
        .iter()
        .map(|name| if name.is_empty() { "index.html" } else { name.as_str() })
        .filter(|name| !later.iter().any(|start| name.starts_with(start)))
        .collect();
    first.sort_unstable();
    first.dedup();
    let sum: u64 = first.iter().map(|name| site.served_size(name)).sum();
    assert!(first.len() >= 4, "too little was fetched to be true: {first:?}");
    assert!(
        sum <= BUDGET as u64,
        "{sum} bytes are fetched first, and {BUDGET} are allowed: {first:?}"
    );
}
