//! The first time: a check-in, each of its ways.

use crate::steps::{arrives, opens_from_journal, sees_all_of_home, sees_entries, sees_today};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use serde_json::json;

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("checks_in_by_sliders", checks_in_by_sliders),
    Journey::new("checks_in_by_tapping_the_map", checks_in_by_tapping_the_map),
    Journey::new("checks_in_with_an_own_word", checks_in_with_an_own_word),
    Journey::new("the_introduction_is_offered_once", the_introduction_is_offered_once),
    Journey::new("cannot_tell_and_nothing_are_answers", cannot_tell_and_nothing_are_answers),
];

fn checks_in_by_sliders(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.sees_text("For adults. Not for use alone if you may hurt yourself");
    person.moves_slider("Unpleasant to pleasant", 30);
    person.moves_slider("Low to high energy", 14);
    person.sees_text("pleasant, low energy");
    person.presses_button("All words, by family");
    // A word is shown with its gloss.
    person.presses_button("lonely wanting company that is not there");
    person.sees_heading("Up to three words");
    person.sees_on(Role::Button, "lonely wanting company that is not there");
    person.presses_button("Save this check-in");
    person.sees_text("Saved.");
    opens_from_journal(person, "Check-in");
    sees_today(person);
    person.sees_text("lonely");
    person.sees_text("On the map: pleasant, low energy");
}

fn checks_in_by_tapping_the_map(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    // The map is a picture of the sliders, without a role or a name.
    let map = person.finds_drawn(".plane__map");
    person.taps_at(&map, 0.1, 0.9);
    person.sees_text("very unpleasant, very low energy");
    person.presses_button("Take the point away");
    person.sees_no_text("very unpleasant, very low energy");
    person.taps_at(&map, 0.9, 0.1);
    person.sees_text("very pleasant, very high energy");
    // The slider follows the map.
    let slider = person.finds(Role::Slider, "Unpleasant to pleasant");
    person.waits_until("the slider at 80", || {
        person.asks("return arguments[0].value", &[json!(slider)]) == json!("80")
    });
    person.presses_button("Save this check-in");
    person.sees_text("Saved.");
    opens_from_journal(person, "Check-in");
    person.sees_text("On the map: very pleasant, very high energy");
}

fn checks_in_with_an_own_word(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.presses_button("Save this check-in");
    person.sees_text("Set a point, pick a word, or say that you can’t tell.");
    person.writes("A word of your own", "woolly");
    person.presses_button("Add it");
    person.finds(Role::Button, "Take out woolly");
    person.presses_button("All words, by family");
    person.presses_button("lonely…");
    person.presses_button("numb…");
    person.presses_button("detached…");
    person.sees_text("Three words are there. Take one out to add another.");
    person.presses_button("Take out lonely");
    person.presses_button("Save this check-in");
    sees_entries(person, 1);
    opens_from_journal(person, "Check-in");
    person.sees_text("woolly");
    person.sees_text("numb");
    person.sees_no_text("lonely");
    person.sees_no_text("detached");
}

fn cannot_tell_and_nothing_are_answers(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.presses_button("I can’t tell");
    person.sees_on(Role::Button, "I can’t tell");
    person.presses_button("Save this check-in");
    person.sees_text("Saved.");
    opens_from_journal(person, "Check-in");
    person.sees_text("Could not tell");
    person.follows_link("Now");
    person.presses_button("Nothing");
    person.presses_button("Save this check-in");
    person.sees_text("Saved.");
    sees_entries(person, 2);
    // Among the rows one says so, and so does its entry.
    person.goes_back();
    person.sees_heading("How is it right now?");
}

fn the_introduction_is_offered_once(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.follows_link("New here?…");
    person.sees_heading("Before you begin");
    person.follows_link("Now");
    sees_all_of_home(person);
    person.sees_no(Role::Link, "New here?…");
    person.reloads();
    sees_all_of_home(person);
    person.sees_no(Role::Link, "New here?…");
}
