//! A clock that jumps a year and back: it is doubted aloud, and nothing is lost.

use crate::lock_itself::{SETS_THE_CLOCK, comes, lets_pass};
use crate::steps::{arrives, sees_entries, writes_an_entry};
use browser_tests::{person::Person, site::Site, suite::Journey};

pub(crate) const JOURNEYS: &[Journey] =
    &[Journey::new("the_clock_jumps_a_year_and_back", the_clock_jumps_a_year_and_back)];

const MOVED: &str = "It moved by more than a day while this page was open";
const BEFORE: &str = "Freshet was open here later than that";
const RIGHT: &str = "The clock is right";
const YEAR_IN_MINUTES: f64 = 365.0 * 24.0 * 60.0;

fn the_clock_jumps_a_year_and_back(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    writes_an_entry(person, "of a day that was right");
    sees_entries(person, 1);
    person.sees_no_text(RIGHT);
    person.asks(SETS_THE_CLOCK, &[]);
    lets_pass(person, YEAR_IN_MINUTES);
    comes(person, "hidden");
    comes(person, "visible");
    person.sees_text(MOVED);
    writes_an_entry(person, "of a year ahead");
    sees_entries(person, 2);
    // Believed, it is noted; once the page is opened anew, the clock is back.
    person.presses_button(RIGHT);
    person.sees_no_text(MOVED);
    person.reloads();
    person.sees_text(BEFORE);
    sees_entries(person, 2);
    person.sees_text("of a year ahead");
    person.presses_button(RIGHT);
    person.sees_no_text(BEFORE);
    person.reloads();
    sees_entries(person, 2);
    person.sees_no_text(RIGHT);
}
