//! The editor: what can be attached, how the words are looked at, and texts
//! that are hard to hold.

use crate::access::{DUSK, LIGHT, Looking, NARROW, WIDE, sets, tidies_up};
use crate::always::PRESS;
use crate::steps::{arrives, asks, sees_entries};
use crate::stored::{Stored, sees_stored};
use browser_tests::{find::Role, person::Person, site::Site, suite::Journey};
use serde_json::json;
use xtask::browsers::Engine;

const CHROMIUM: &[Engine] = &[Engine::Chromium];
pub(crate) const WORDS: &str = "Your words";
const FRONT: &str = "Front, as in a mirror";

pub(crate) const JOURNEYS: &[Journey] = &[
    Journey::new("attaches_everything", attaches_everything),
    Journey::new("attaches_everything_by_keyboard", attaches_everything_by_keyboard),
    Journey::new("saves_a_word_that_is_only_typed", saves_a_word_that_is_only_typed),
    Journey::new("takes_away_what_was_attached", takes_away_what_was_attached),
    Journey::new("a_draft_keeps_what_is_attached", a_draft_keeps_what_is_attached),
    Journey::new("sees_it_as_it_is_read_by_one_key", sees_it_as_it_is_read_by_one_key),
    Journey::new("nothing_but_the_page", nothing_but_the_page),
    Journey::new("leaves_from_nothing_but_the_page", leaves_from_nothing_but_the_page)
        .own_browser(),
    Journey::new("typing_finds_the_field", typing_finds_the_field),
    Journey::new("spelling_is_off_until_wanted", spelling_is_off_until_wanted),
    Journey::new("ticks_a_box_in_the_entry", ticks_a_box_in_the_entry),
    Journey::new("markup_is_never_run", markup_is_never_run),
    Journey::new("axe_editor_light_wide", |person, site| looks(person, site, LIGHT, WIDE)),
    Journey::new("axe_editor_light_narrow", |person, site| looks(person, site, LIGHT, NARROW))
        .only(CHROMIUM),
    Journey::new("axe_editor_dusk_wide", |person, site| looks(person, site, DUSK, WIDE))
        .only(CHROMIUM),
    Journey::new("axe_editor_dusk_narrow", |person, site| looks(person, site, DUSK, NARROW))
        .only(CHROMIUM),
];

/// Puts words into the field at once, as pasting does.
#[track_caller]
pub(crate) fn pastes(person: &Person, words: &str) {
    let field = person.finds(Role::Textbox, WORDS);
    let script = "arguments[0].value = arguments[1];
        arguments[0].dispatchEvent(new InputEvent('input', { bubbles: true }))";
    person.asks(script, &[json!(field), json!(words)]);
}

/// Sets the day that the words are for.
#[track_caller]
pub(crate) fn sets_day(person: &Person, day: &str) {
    let field = person.finds(Role::Textbox, "Day");
    let script = "arguments[0].value = arguments[1];
        arguments[0].dispatchEvent(new Event('change', { bubbles: true }))";
    person.asks(script, &[json!(field), json!(day)]);
}

#[track_caller]
pub(crate) fn begins(person: &Person, site: &Site) {
    arrives(person, site);
    person.follows_link("Write");
    person.sees_heading("Write");
}

/// Attaches one of each, by pointer.
#[track_caller]
fn attaches(person: &Person) {
    person.presses_button("Questions to write from");
    person.presses_button("What is the loop, in one sentence? Once is enough.");
    person.sees_text("You are writing from this question");
    person.writes(WORDS, "The same three sentences.");
    person.presses_button("Feelings");
    person.moves_slider("Unpleasant to pleasant", 3);
    person.writes("A word of your own", "foggy");
    person.presses_button("Add it");
    person.presses_button("In the body");
    person.presses_button_in(FRONT, "Hips");
    person.picks_radio("More or less?", "less");
    person.presses_button("How hard, and how much energy");
    person.picks_radio("How hard is it right now?", "4");
    person.picks_radio("How much energy is there?", "2");
    person.presses_button("Tags");
    person.writes("Tags, with commas between them", "work, my sister");
    person.presses_button("Add");
    person.finds(Role::Button, "Take out the tag my sister");
    person.presses_button("Theme Thought loops");
    person.picks_radio("Theme", "In the body");
    sets_day(person, "2024-02-29");
}

/// Sees all of it in the entry.
#[track_caller]
fn sees_all_attached(person: &Person) {
    person.sees_heading("Writing");
    for said in [
        "29 February 2024",
        "What is the loop, in one sentence? Once is enough.",
        "The same three sentences.",
        "foggy",
        "On the map: very unpleasant",
        "Hips: less",
        "Distress: 4 of 10. Energy: 2 of 10.",
        "Theme: In the body",
        "work",
        "my sister",
    ] {
        person.sees_text(said);
    }
}

fn attaches_everything(person: &mut Person, site: &mut Site) {
    begins(person, site);
    attaches(person);
    person.presses_button("Save");
    sees_all_attached(person);
    person.reloads();
    sees_all_attached(person);
    // What the tags were is offered to the next.
    person.follows_link("Write");
    person.presses_button("Tags");
    person.presses_button("work");
    person.finds(Role::Button, "Take out the tag work");
}

fn attaches_everything_by_keyboard(person: &mut Person, site: &mut Site) {
    begins(person, site);
    person.tabs_and_presses("Questions to write from");
    person.tabs_and_presses("What is the loop, in one sentence? Once is enough.");
    // The question leads to the field.
    person.sees_focus(Role::Textbox, WORDS);
    person.types("The same three sentences.");
    person.tabs_and_presses("Feelings");
    person.tabs_to(Role::Slider, "Unpleasant to pleasant");
    person.presses_key("Home");
    person.presses_key_times("ArrowRight", 3);
    person.tabs_to(Role::Textbox, "A word of your own");
    person.types("foggy");
    person.presses_key("Enter");
    person.tabs_and_presses("In the body");
    // From the head to the hips by arrows.
    person.tabs_to(Role::Button, "Head");
    person.presses_key_times("ArrowDown", 6);
    person.presses_key("Enter");
    person.tabs_to(Role::Radio, "more");
    person.presses_key("ArrowDown");
    person.tabs_and_presses("How hard, and how much energy");
    person.tabs_to(Role::Radio, "0, not at all");
    person.presses_key("Space");
    person.presses_key_times("ArrowRight", 4);
    person.tabs_to(Role::Radio, "0, none");
    person.presses_key("Space");
    person.presses_key_times("ArrowRight", 2);
    person.tabs_and_presses("Tags");
    person.tabs_to(Role::Textbox, "Tags, with commas between them");
    // What is typed and not added is saved too.
    person.types("work, my sister");
    person.tabs_and_presses("Theme Thought loops");
    person.tabs_to(Role::Radio, "Thought loops");
    person.presses_key("ArrowUp");
    sets_day(person, "2024-02-29");
    person.presses_keys_together(&["Control", "Enter"]);
    sees_all_attached(person);
}

/// A word of one's own that was not added yet is saved with the rest.
fn saves_a_word_that_is_only_typed(person: &mut Person, site: &mut Site) {
    begins(person, site);
    person.writes(WORDS, "The same three sentences.");
    person.presses_button("Feelings");
    person.writes("A word of your own", "foggy");
    person.presses_button("Save");
    person.sees_heading("Writing");
    person.sees_text("foggy");
    person.follows_link("Now");
    for word in ["dim", "grey", "slow"] {
        person.writes("A word of your own", word);
        person.presses_button("Add it");
        person.finds(Role::Button, &format!("Take out {word}"));
    }
    person.writes("A word of your own", "muffled");
    person.presses_button("Save this check-in");
    person.sees_text("Three words are there.");
    person.presses_button("Take out grey");
    person.presses_button("Save this check-in");
    person.sees_text("Saved.");
    person.sees_in_field("A word of your own", "");
    sees_entries(person, 2);
    person.sees_text("dim, slow, muffled");
}

fn takes_away_what_was_attached(person: &mut Person, site: &mut Site) {
    begins(person, site);
    attaches(person);
    person.presses_button("Save");
    sees_all_attached(person);
    person.follows_link("Change");
    person.sees_heading("Change an entry");
    person.presses_button("Feelings…");
    person.presses_button("Take out foggy");
    person.presses_button("Take the point away");
    person.presses_button("In the body Hips…");
    person.presses_button_in(FRONT, "Hips: less");
    person.presses_button("Take this mark away");
    person.presses_button("How hard, and how much energy…");
    for question in ["How hard is it right now?", "How much energy is there?"] {
        person.presses_button_in(question, "Leave it open");
    }
    person.presses_button("Tags…");
    person.presses_button("Take out the tag work");
    person.presses_button("Save the changes");
    person.sees_heading("Writing");
    person.sees_text("my sister");
    for gone in ["foggy", "On the map", "Hips", "Distress", "work"] {
        person.sees_no_text(gone);
    }
}

fn a_draft_keeps_what_is_attached(person: &mut Person, site: &mut Site) {
    begins(person, site);
    attaches(person);
    // Nothing was asked for: leaving the page is enough.
    person.reloads();
    person.sees_in_field(WORDS, "The same three sentences.");
    person.sees_text("What is the loop, in one sentence? Once is enough.");
    for holds in [
        "Feelings very unpleasant…",
        "In the body Hips: less",
        "How hard, and how much energy Distress: 4 of 10. Energy: 2 of 10.",
        "Tags work, my sister",
        "Theme In the body",
    ] {
        person.finds_any(Role::Button, holds);
    }
    person.sees_in_field("Day", "2024-02-29");
    person.presses_button("Save");
    sees_all_attached(person);
    sees_stored(person, Stored::Draft, 0);
}

const SIGNS: &str =
    "# Rain\n\n- [ ] *tea*\n- [x] a **walk**\n\n> said\n\nSee [there](https://example.org/a_b).";

fn sees_it_as_it_is_read_by_one_key(person: &mut Person, site: &mut Site) {
    begins(person, site);
    pastes(person, SIGNS);
    person.presses_keys_together(&["Control", "e"]);
    person.sees_heading("Rain");
    person.sees_no(Role::Textbox, WORDS);
    person.finds(Role::Link, "there (leaves this page)");
    person.sees_on(Role::Checkbox, "a walk");
    // A box is ticked where it is read.
    person.ticks("tea");
    person.sees_on(Role::Checkbox, "tea");
    person.presses_keys_together(&["Control", "e"]);
    person.sees_no(Role::Heading, "Rain");
    person.sees_focus(Role::Textbox, WORDS);
    person.sees_in_field(WORDS, &SIGNS.replace("[ ]", "[x]"));
    // The key can be another, and none.
    person.goes_to("#/settings/keys");
    person.presses_button("Change the key for: See what you write as it is read, and back");
    person.sees_text(PRESS);
    person.presses_keys_together(&["Control", "j"]);
    person.sees_text("That key is taken already.");
    person.presses_button("Change the key for: See what you write as it is read, and back");
    person.sees_text(PRESS);
    person.presses_keys_together(&["Alt", "r"]);
    person.sees_text("Alt + R");
    person.follows_link("Write");
    person.sees_heading("Write");
    person.presses_keys_together(&["Alt", "r"]);
    person.sees_text("There is nothing here yet.");
    person.goes_to("#/settings/keys");
    person.presses_button("Back to the usual keys");
}

fn nothing_but_the_page(person: &mut Person, site: &mut Site) {
    begins(person, site);
    person.writes(WORDS, "quiet");
    person.presses_keys_together(&["Control", "j"]);
    person.sees_no(Role::Link, "Journal");
    person.sees_no(Role::Button, "Questions to write from");
    person.sees_no(Role::Textbox, "Day");
    person.sees_focus(Role::Textbox, WORDS);
    // What helps stays, and the way out.
    person.finds(Role::Button, "Quick exit");
    person.finds(Role::Link, "Stop and settle");
    person.finds(Role::Link, "If it gets to be too much, Support is here.");
    person.sees_on(Role::Button, "Nothing but the page");
    person.presses_key("Escape");
    person.finds(Role::Link, "Journal");
    person.presses_button("Nothing but the page");
    person.sees_no(Role::Link, "Journal");
    // It ends with the screen.
    person.presses_button("Save");
    person.sees_heading("Writing");
    person.finds(Role::Link, "Journal");
}

fn leaves_from_nothing_but_the_page(person: &mut Person, site: &mut Site) {
    begins(person, site);
    person.writes(WORDS, "in a hurry");
    person.presses_keys_together(&["Control", "j"]);
    person.sees_no(Role::Link, "Journal");
    person.presses_key_times("Escape", 3);
    person.sees_heading("Watering house plants");
    person.opens(&site.home());
    person.sees_heading("Notes");
}

fn typing_finds_the_field(person: &mut Person, site: &mut Site) {
    begins(person, site);
    person.sees_focus(Role::Heading, "Write");
    person.presses_keys_together(&["a"]);
    person.presses_keys_together(&["b"]);
    person.sees_in_field(WORDS, "ab");
}

fn spelling_is_off_until_wanted(person: &mut Person, site: &mut Site) {
    begins(person, site);
    let sees_spelling = |wanted: &str| {
        let spelling = "return document.getElementById('words').getAttribute('spellcheck')";
        person.waits_for("spelling", spelling, &json!(wanted));
    };
    sees_spelling("false");
    person.presses_button("Size, spelling and signs");
    person.sees_text("Some browsers send what you write to their maker for this");
    person.ticks("Let the browser check my spelling");
    sees_spelling("true");
    person.reloads();
    sees_spelling("true");
    // A field of one line stays as it is.
    person.goes_to("#/settings");
    person.ticks("Let the browser check my spelling");
    person.follows_link("Write");
    sees_spelling("false");
}

fn ticks_a_box_in_the_entry(person: &mut Person, site: &mut Site) {
    begins(person, site);
    pastes(person, SIGNS);
    person.presses_button("Save");
    person.sees_heading("Rain");
    person.ticks("tea");
    person.sees_focus(Role::Checkbox, "tea");
    person.reloads();
    person.sees_heading("Rain");
    person.sees_on(Role::Checkbox, "tea");
    person.ticks("a walk");
    person.sees_off(Role::Checkbox, "a walk");
    person.reloads();
    person.sees_off(Role::Checkbox, "a walk");
    sees_entries(person, 1);
}

fn markup_is_never_run(person: &mut Person, site: &mut Site) {
    begins(person, site);
    let hostile = "<img src=x onerror=alert(1)> <script>alert(2)</script>\n\n\
        [a](javascript:alert(3)) [b](data:text/html,x) [c](http://example.org/\"onclick=x)";
    pastes(person, hostile);
    person.presses_keys_together(&["Control", "e"]);
    person.sees_text("<img src=x onerror=alert(1)>");
    person.presses_button("Save");
    person.sees_heading("Writing");
    person.sees_text("[a](javascript:alert(3))");
    let odd = "return document.querySelectorAll(
        '.read img, .read script, .read [onclick], .read a:not([rel~=noreferrer]), .read a[href^=javascript], .read a[href^=data]'
      ).length";
    person.waits_for("links", "return document.querySelectorAll('.read a').length", &json!(1));
    assert_eq!(asks(person, odd), json!(0));
}

/// The editor with all that opens in it, as it is read, and alone.
fn looks(person: &mut Person, site: &mut Site, look: &str, width: u32) {
    sets(person, site, look, width);
    let mut looking = Looking::new(person);
    person.goes_to("#/write");
    person.sees_heading("Write");
    attaches(person);
    person.presses_button("Size, spelling and signs");
    person.picks_radio("How hard is it right now?", "9");
    person.finds(Role::Link, "Go to Steady ground");
    looking.looks("the editor with everything open");
    pastes(person, SIGNS);
    person.presses_button("See it as it is read");
    person.sees_heading("Rain");
    looking.looks("the words as they are read");
    person.presses_button("Nothing but the page");
    person.sees_no(Role::Textbox, "Day");
    looking.looks("nothing but the page, as it is read");
    person.presses_button("See it as it is read");
    person.finds(Role::Textbox, WORDS);
    looking.looks("nothing but the page");
    person.presses_button("Save");
    person.sees_heading("Rain");
    looking.looks("the entry");
    looking.ends();
    tidies_up(person);
}
