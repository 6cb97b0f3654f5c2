//! Somebody who goes through any exercise, and the guided path, knowing them
//! only from the tables that the program is built from: by the pointer or by
//! the keyboard alone.

use crate::steps::asks;
use browser_tests::{find::Role, person::Person};
use freshet::core::content::exercises::{Choice, Exercise, Step, StepKind};
use freshet::core::content::tables::SIT;
use freshet::core::content::themes;
use std::time::Duration;
use xtask::browsers::Engine;

/// What somebody goes about it with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hands {
    Pointer,
    Keyboard,
}

/// The headings of the stages that have no step of their own.
pub(crate) const BEFORE: &str = "Before you start";
pub(crate) const AFTER: &str = "And now?";
pub(crate) const STRENGTH: &str = "How strong is it?";
pub(crate) const OFFER: &str = "Something small to try";

/// What is written wherever words are asked for.
const WORDS: &str = "a kettle, and rain";

/// All exercises of the themes, in their order.
pub(crate) fn exercises() -> Vec<&'static Exercise> {
    themes::exercises().collect()
}

/// The heading of the stage that is shown.
#[track_caller]
pub(crate) fn stage(person: &Person) -> String {
    let script = "return document.querySelector('.stage__title')?.textContent || ''";
    asks(person, script).as_str().unwrap_or_default().to_owned()
}

/// Somebody on their way through an exercise, or through the guided path with
/// that exercise on it.
pub(crate) struct Walker<'a> {
    pub(crate) person: &'a Person,
    pub(crate) hands: Hands,
    pub(crate) exercise: &'static Exercise,
    /// Distress before and after.
    pub(crate) distress: [u8; 2],
}

impl<'a> Walker<'a> {
    pub(crate) fn new(person: &'a Person, hands: Hands, exercise: &'static Exercise) -> Self {
        Self { person, hands, exercise, distress: [5, 4] }
    }

    #[track_caller]
    pub(crate) fn presses(&self, name: &str) {
        match self.hands {
            Hands::Pointer => self.person.presses_button(name),
            Hands::Keyboard => self.person.tabs_and_presses(name),
        }
    }

    #[track_caller]
    fn writes(&self, field: &str) {
        match self.hands {
            Hands::Pointer => self.person.writes(field, WORDS),
            Hands::Keyboard => {
                self.person.tabs_to(Role::Textbox, field);
                self.person.types(WORDS);
            }
        }
    }

    /// Takes the first of a few, and goes on to the one so many after it.
    #[track_caller]
    fn takes(&self, group: &str, names: &[String], at: usize) {
        match self.hands {
            Hands::Pointer => self.person.picks_radio(group, &names[at]),
            Hands::Keyboard => {
                self.person.tabs_to(Role::Radio, &names[0]);
                self.person.presses_key("Space");
                if at > 0 {
                    self.person.presses_key_times("ArrowRight", at);
                }
            }
        }
    }

    #[track_caller]
    fn rates(&self, group: &str, [low, high]: [&str; 2], number: u8) {
        let name = |number| match number {
            0 => format!("0, {low}"),
            10 => format!("10, {high}"),
            number => number.to_string(),
        };
        let names: Vec<_> = (0..=10).map(name).collect();
        self.takes(group, &names, usize::from(number));
    }

    #[track_caller]
    fn rates_distress(&self, number: u8) {
        self.rates("How hard is it right now?", ["not at all", "as hard as it gets"], number);
    }

    /// Does what is asked at this stage. What the entry must show of it.
    #[track_caller]
    pub(crate) fn does(&self, heading: &str) -> Option<String> {
        let steps = SIT.steps.iter().chain([&SIT.words]).chain(self.exercise.steps);
        match heading {
            BEFORE | STRENGTH => self.rates_distress(self.distress[0]),
            AFTER => self.rates_distress(self.distress[1]),
            _ => {
                let step = steps.into_iter().find(|step| step.question == heading);
                let Some(step) = step else {
                    self.person.gives_up(&format!("nobody asks “{heading}”"));
                };
                return self.answers(step);
            }
        }
        None
    }

    #[track_caller]
    fn answers(&self, step: &Step) -> Option<String> {
        match &step.kind {
            StepKind::Choice { options, several, .. } => self.chooses(step, options, *several),
            StepKind::Rating { low, high } => {
                self.rates(step.question, [low, high], 3);
                Some("3 of 10".to_owned())
            }
            StepKind::Map => {
                self.sets_a_point();
                None
            }
            StepKind::Words { .. } => Some(self.picks_a_word()),
            StepKind::Body { .. } => {
                self.marks_the_chest();
                Some("Chest: more".to_owned())
            }
            StepKind::Breath { .. } => {
                self.presses("Begin breathing");
                self.person.waits(Duration::from_millis(1_200));
                self.presses("Stop");
                Some("in for 4, out for".to_owned())
            }
            StepKind::Senses { senses } => {
                let first = &senses[0];
                self.presses(&format!("One more: {} {}", first.count, first.name));
                Some(format!("1 of {}", first.count))
            }
            StepKind::Text { .. } => {
                self.writes("Your words");
                Some(WORDS.to_owned())
            }
            StepKind::Timed { prompts, .. } => {
                self.writes(prompts[0]);
                Some(WORDS.to_owned())
            }
            StepKind::Plan { after, will } => {
                self.writes(after);
                self.writes(will);
                Some(WORDS.to_owned())
            }
            StepKind::Lid { .. } => {
                let names = ["Keep it open", "Hide it until a day I choose"].map(str::to_owned);
                self.takes(step.question, &names, 0);
                Some("Kept open".to_owned())
            }
            // Every engine has its own way to type a day; lines to pick from
            // are those that were written.
            StepKind::When { .. } | StepKind::Pick { .. } | StepKind::Read { .. } => None,
        }
    }

    #[track_caller]
    fn chooses(&self, step: &Step, options: &[Choice], several: u8) -> Option<String> {
        let names: Vec<_> = options.iter().map(|option| option.label.to_owned()).collect();
        if several > 1 {
            match self.hands {
                Hands::Pointer => self.person.ticks(&names[0]),
                Hands::Keyboard => {
                    self.person.tabs_to(Role::Checkbox, &names[0]);
                    self.person.presses_key("Space");
                }
            }
            return Some(names[0].clone());
        }
        // The last but one, so that a way that hangs on it is gone too.
        let at = names.len().saturating_sub(2);
        self.takes(step.question, &names, at);
        Some(names[at].clone())
    }

    #[track_caller]
    fn sets_a_point(&self) {
        match self.hands {
            Hands::Pointer => {
                let map = self.person.finds_drawn(".plane__map");
                self.person.taps_at(&map, 0.3, 0.8);
            }
            Hands::Keyboard => {
                for axis in ["Unpleasant to pleasant", "Low to high energy"] {
                    self.person.tabs_to(Role::Slider, axis);
                    self.person.presses_key_times("ArrowLeft", 9);
                }
            }
        }
        self.person.finds(Role::Button, "Take the point away");
    }

    /// Picks the first word that is offered.
    #[track_caller]
    fn picks_a_word(&self) -> String {
        let script = "return document.querySelector('.picker__group .chip__word').textContent";
        let word = asks(self.person, script).as_str().unwrap_or_default().to_owned();
        self.presses(&format!("{word}…"));
        self.person.finds(Role::Button, &format!("Take out {word}"));
        word
    }

    #[track_caller]
    fn marks_the_chest(&self) {
        match self.hands {
            // WebKit's driver has no middle for a part of a drawing.
            Hands::Pointer if self.person.browser.engine() != Engine::WebKit => {
                self.person.presses_button("Chest");
            }
            Hands::Pointer => {
                let script = "document.querySelector('.region[data-region=front-chest]')
                    .dispatchEvent(new MouseEvent('click', { bubbles: true }))";
                asks(self.person, script);
            }
            Hands::Keyboard => {
                self.person.tabs_to(Role::Button, "Head");
                self.person.presses_key_times("ArrowDown", 3);
                self.person.presses_key("Enter");
            }
        }
        self.person.sees_text("1 place is marked.");
    }

    /// Goes on from a stage, and hears the next.
    #[track_caller]
    pub(crate) fn goes_on(&self, heading: &str) {
        match heading {
            OFFER => self.takes_the_exercise(),
            _ => self.presses("Next"),
        }
        self.person.waits_until("the next stage", || {
            let next = stage(self.person);
            next != heading && self.person.has_focus(Role::Heading, &next)
        });
    }

    #[track_caller]
    fn takes_the_exercise(&self) {
        // What is offered comes with its heading.
        self.person.sees_heading(OFFER);
        let name = format!("Try this: {}", self.exercise.title);
        if self.person.counts(Role::Button, &name) == 0 {
            // It is among the others.
            self.presses(self.exercise.title);
        }
        self.presses(&name);
    }

    /// Goes from the first stage to the entry, and does something at each. The
    /// entry must show all of it.
    #[track_caller]
    pub(crate) fn goes_through(&self, mut at_each: impl FnMut(&str)) {
        const MOST: usize = 40;
        let mut said = Vec::new();
        for _ in 0..MOST {
            let here = stage(self.person);
            if here != OFFER {
                said.extend(self.does(&here));
            }
            at_each(&here);
            if self.person.counts(Role::Button, "Save and finish") == 1 {
                self.presses("Save and finish");
                self.person.sees_text("It is in your journal.");
                for words in &said {
                    self.person.sees_text(words);
                }
                return;
            }
            self.goes_on(&here);
        }
        self.person.gives_up(&format!("{} has no end", self.exercise.slug));
    }

    /// Starts the exercise by itself, and goes through it.
    #[track_caller]
    pub(crate) fn does_it_all(&self, at_each: impl FnMut(&str)) {
        self.person.goes_to(&format!("#/exercises/{}", self.exercise.slug));
        self.person.sees_heading("Leave it out if");
        self.presses("Start");
        self.person.sees_heading(BEFORE);
        self.goes_through(at_each);
    }
}
