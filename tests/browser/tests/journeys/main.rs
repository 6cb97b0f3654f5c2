//! Ways that people take through the page, in three engines.
use browser_tests::{find::*, suite::{self, Journey}};
use std::process::ExitCode;

fn main() -> ExitCode {
    suite::run(&[
    Journey::new("opens", |person, site| { person.opens(&site.home()); person.sees_heading("How is it right now?");
      println!("{}", on_screen(&person.browser));
      person.writes("Your words", "hello"); println!("{:?}", person.reads_field("Your words"));
      person.empties("Your words"); println!("{:?}", person.reads_field("Your words"));
      person.picks_radio("How hard is it?", "8"); println!("{}", person.is_on(Role::Radio, "8"));
      person.moves_slider("Unpleasant to pleasant", 10); 
      println!("{:?}", person.browser.property(&person.finds(Role::Slider, "Unpleasant to pleasant"), "value"));
      person.chooses("Your country", "Ireland");
      println!("{:?}", person.browser.property(&person.finds(Role::Combobox, "Your country"), "value"));
      person.tabs_to(Role::Button, "X"); 
      person.presses_key_times("Escape", 3); println!("{}", person.reads_text());
      person.presses_button("sad low because");
      let v = browser_tests::axe::violations(&person.browser, &browser_tests::axe::source().unwrap()).unwrap();
      println!("{v:?}");
      person.opens(&site.on_disk("index.html"));
      println!("{}", person.reads_address());
      println!("{:?}", person.browser.picture().unwrap().len());
    }),
    Journey::new("fails", |person, site| { person.opens(&site.home()); person.sees_heading("no"); }),
    Journey::new("comes_back", |person, site| { person.opens(&site.home());  person.closes_the_browser(); person.opens_the_browser(); person.opens(&site.home());
      println!("{:?}", person.browser.script("return localStorage.a", vec![])); }).own_browser(),
    ])
}
