//! The whole journal into a file, read back, and brought in somewhere else.

use crate::steps::{arrives, asks, sees_entries, writes_an_entry};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use std::fs;
use std::path::PathBuf;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("saves_everything_and_brings_it_back", saves_everything_and_brings_it_back)
        .own_browser(),
    Journey::new("is_told_what_is_wrong_with_a_file", is_told_what_is_wrong_with_a_file)
        .own_browser(),
    Journey::new("goes_on_after_a_full_store", goes_on_after_a_full_store).own_browser(),
];

const FIRST: &str = "The kettle, the rain: déjà vu. 川";
const SECOND: &str = "a second one, \"quoted\"";

fn saves_everything_and_brings_it_back(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, FIRST);
    writes_an_entry(person, SECOND);
    let file = saves_everything(person, 2);
    person.sees_text("No copy was read back yet.");
    person.chooses_file("The file to check", &file);
    person.sees_text("2 of 2 entries read back. The file is whole.");
    person.sees_text("The last copy was read back on");
    // An entry later, the same file is no whole copy any more.
    writes_an_entry(person, "a third one");
    opens(person, "#/settings/export", "Save everything to a file");
    person.chooses_file("The file to check", &file);
    person.sees_text("2 of 3 entries stand in this file as they are now.");

    loses_everything(person, site);
    person.follows_link("Where your words may be, and how to bring them here");
    person.sees_heading("Bring in a file");
    person.sees_text("the tab you used before you installed Freshet");
    person.chooses_file("The file to bring in", &file);
    person.sees_text("2 entries were read.");
    person.sees_text("2 are not here yet.");
    person.presses_button("Bring them in");
    person.sees_text("2 entries came in. It is done.");
    person.follows_link("See your journal");
    sees_both(person);
    person.reloads();
    sees_both(person);

    // The same file again changes nothing.
    opens(person, "#/settings/import", "Bring in a file");
    person.chooses_file("The file to bring in", &file);
    person.sees_text("2 are here already, just as they are.");
    person.sees_text("There is nothing to bring in.");
    person.sees_no(Role::Button, "Bring them in");
    sees_entries(person, 2);
}

fn is_told_what_is_wrong_with_a_file(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, FIRST);
    writes_an_entry(person, SECOND);
    let file = saves_everything(person, 2);
    let text = fs::read_to_string(&file).expect("the file can be read");
    let end = text.find("\n],\n\"gone\"").expect("the entries end");
    let cut = beside(&file, "cut.json", &text[..end - 20]);
    person.chooses_file("The file to check", &cut);
    person.sees_text("This file cannot be trusted as a copy. 1 of 2 entries stand in it");
    person.sees_text("The file may be cut.");
    person.sees_text("No copy was read back yet.");

    loses_everything(person, site);
    opens(person, "#/settings/import", "Bring in a file");
    for (name, content, said) in [
        (
            "other.json",
            "{\"metadata\":{\"version\":1.5}}",
            "This is not a journal that Freshet saved.",
        ),
        ("empty.json", "", "The file is empty."),
        ("words.json", "Dear diary", "This is not a journal that Freshet saved."),
    ] {
        person.chooses_file("The file to bring in", &beside(&file, name, content));
        person.sees_text("Nothing could be read from this file. Nothing here was changed.");
        person.sees_text(said);
        person.sees_no(Role::Button, "Bring them in");
    }
    // What stands before the cut is not lost with the rest.
    person.chooses_file("The file to bring in", &cut);
    person.sees_text("1 of 2 entries could be read.");
    person.sees_text("From line");
    person.presses_button("Bring them in");
    person.sees_text("1 entry came in.");
    person.chooses_file("The file to bring in", &file);
    person.sees_text("1 is here already, just as it is.");
    person.presses_button("Bring them in");
    person.sees_text("1 entry came in.");
    person.follows_link("See your journal");
    sees_both(person);
}

fn goes_on_after_a_full_store(person: &mut Person, site: &mut Site) {
    const ENTRIES: usize = 60;
    arrives(person, site);
    writes_an_entry(person, "to be repeated");
    writes_an_entry(person, SECOND);
    let file = saves_everything(person, 2);
    let text = fs::read_to_string(&file).expect("the file can be read");
    let many = beside(&file, "many.json", &with_many(&text, ENTRIES));
    asks(person, FILLS);
    opens(person, "#/settings/import", "Bring in a file");
    person.chooses_file("The file to bring in", &many);
    person.sees_text("The file was changed after it was saved.");
    person.sees_text(&format!("{ENTRIES} are not here yet."));
    person.presses_button("Bring them in");
    person.sees_text("There is no room left in this browser.");
    person.sees_text("are still to come. Nothing is lost.");
    asks(
        person,
        "for (const key of Object.keys(localStorage))
        if (key.startsWith('filler')) localStorage.removeItem(key)",
    );
    // A driver does not choose the same file twice, as a click does.
    let again = beside(&file, "again.json", &with_many(&text, ENTRIES));
    person.chooses_file("The file to bring in", &again);
    person.sees_text("are here already, just as they are.");
    person.presses_button("Bring them in");
    person.sees_text("It is done.");
    sees_entries(person, ENTRIES + 2);
    person.reloads();
    sees_entries(person, ENTRIES + 2);
}

/// Fills the store of the whole address, and leaves about 400 KB.
const FILLS: &str = "
let count = 0;
try { for (;; count += 1) localStorage.setItem('filler' + count, 'x'.repeat(50000)); }
catch { for (let at = count - 8; at < count; at += 1) localStorage.removeItem('filler' + at); }
return count";

/// A file with so many more entries, whose words no coder makes much smaller.
fn with_many(file: &str, count: usize) -> String {
    let line = file.lines().find(|line| line.contains("to be repeated")).expect("an entry");
    let id = line.get(7..23).expect("it begins with its name");
    let mut state: u64 = 1;
    let mut words = || {
        let letter = |_| {
            // Knuth's linear congruential generator.
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            char::from(b'!' + 2 + ((state >> 33) % 57) as u8)
        };
        (0..20_000).map(letter).collect::<String>()
    };
    let entries = (1..=count).map(|number| {
        line.trim_end_matches(',')
            .replace(id, &format!("{number:016x}"))
            .replace("to be repeated", &words())
    });
    let entries: Vec<String> = entries.collect();
    file.replace(line, &format!("{},\n{line}", entries.join(",\n")))
        .replace("\"entries\":2", &format!("\"entries\":{}", count + 2))
}

/// Saves the journal, and says where the file is.
#[track_caller]
fn saves_everything(person: &Person, entries: usize) -> PathBuf {
    opens(person, "#/settings/export", "Save everything to a file");
    person.sees_text(&format!("{entries} entries will be in it."));
    person.sees_text("The file is not encrypted");
    person.presses_button("Save the file");
    person.sees_text(&format!("A file with {entries} entries was handed to the browser."));
    let folder = person.browser.profile().downloads();
    let name = || {
        let files = fs::read_dir(&folder).ok()?.flatten();
        let mut names = files.filter_map(|file| file.file_name().into_string().ok());
        names.find(|name| name.starts_with("freshet-2") && name.ends_with(".json"))
    };
    person.waits_until("the file is saved", || name().is_some());
    let name = name().unwrap_or_default();
    person.reads_download(&name);
    folder.join(name)
}

/// Makes a file beside another.
fn beside(file: &std::path::Path, name: &str, content: &str) -> PathBuf {
    let path = file.with_file_name(name);
    fs::write(&path, content).expect("a file can be made");
    path
}

#[track_caller]
fn opens(person: &Person, hash: &str, heading: &str) {
    person.goes_to(hash);
    person.sees_heading(heading);
}

/// All that is stored goes, as when a browser clears it away.
#[track_caller]
fn loses_everything(person: &Person, site: &Site) {
    person.reloads_after("localStorage.clear();", vec![]);
    arrives(person, site);
    sees_entries(person, 0);
}

#[track_caller]
fn sees_both(person: &Person) {
    person.sees_text("2 entries");
    person.sees_text(FIRST);
    person.sees_text(SECOND);
}
