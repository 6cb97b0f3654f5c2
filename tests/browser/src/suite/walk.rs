//! Taking journeys, one after another.

use super::{
    Journey, LIMIT,
    report::{self, Told},
};
use crate::{
    browser::Browser,
    error::Error,
    person::Person,
    profile::{Kind, Profile},
    site::Site,
    watch,
};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    time::{Duration, Instant},
};
use xtask::browsers::Engine;

/// The journeys that one worker takes in one engine.
pub(super) struct Walk {
    engine: Engine,
    built: PathBuf,
    shared: Option<Browser>,
}

impl Walk {
    /// A worker that has no browser yet.
    pub(super) fn new(engine: Engine, built: PathBuf) -> Walk {
        Walk { engine, built, shared: None }
    }

    /// Takes a journey, and once more if it failed.
    pub(super) fn tell(&mut self, journey: &Journey) -> Told {
        if let Some((engine, reason)) = journey.not_in
            && engine == self.engine
        {
            return Told::Skipped(reason.to_owned());
        }
        if journey.only.is_some_and(|only| !only.contains(&self.engine)) {
            return Told::NotMeant;
        }
        let start = Instant::now();
        match self.take(journey) {
            Ok(()) => Told::Passed(start.elapsed()),
            Err(first) => match self.take(journey) {
                Ok(()) => Told::Retried(first),
                Err(_) => Told::Failed(first),
            },
        }
    }

    fn take(&mut self, journey: &Journey) -> Result<(), String> {
        let shared = if journey.own_browser { None } else { self.shared.take() };
        let browser = match shared {
            Some(browser) => browser,
            None => self.sit_down(journey.kind).map_err(|error| error.to_string())?,
        };
        let mut site =
            Site::serve(&self.built, journey.prefix).map_err(|error| error.to_string())?;
        let mut person = Person::at(browser);
        person.browser.limit(Instant::now() + journey.limit);
        let walked = report::caught(|| {
            catch_unwind(AssertUnwindSafe(|| (journey.walk)(&mut person, &mut site)))
        });
        let walked = walked.and_then(|()| check(&person, &site, journey));
        person.browser.limit(Instant::now() + LIMIT);
        if journey.own_browser {
            return walked.and_then(|()| self.leave(person.browser));
        }
        // A browser in which something went wrong, or was broken on purpose, is not
        // used again: word of it may still come.
        if walked.is_ok() && !journey.breaks && tidy(&person.browser).is_ok() {
            self.shared = Some(person.browser);
        }
        walked
    }

    fn sit_down(&self, kind: Kind) -> Result<Browser, Error> {
        let browser = Browser::start(Profile::new(self.engine, kind)?)?;
        tidy(&browser)?;
        Ok(browser)
    }

    /// Closes a browser and reads whom it talked to.
    fn leave(&self, mut browser: Browser) -> Result<(), String> {
        browser.close();
        if self.engine != Engine::Chromium {
            return Ok(());
        }
        let hosts = watch::foreign_hosts(browser.profile()).map_err(|error| error.to_string())?;
        if hosts.is_empty() { Ok(()) } else { Err(format!("the browser asked {hosts:?}")) }
    }

    /// Closes the browser that the journeys shared.
    pub(super) fn end(&mut self) -> Told {
        match self.shared.take().map(|browser| self.leave(browser)) {
            None => Told::NotMeant,
            Some(Ok(())) => Told::Passed(Duration::ZERO),
            Some(Err(why)) => Told::Failed(why),
        }
    }
}

/// An empty page in a window of the usual size, with no place to go back to.
fn tidy(browser: &Browser) -> Result<(), Error> {
    browser.close_other_tabs()?;
    browser.change_window()?;
    browser.resize(1280, 900)
}

/// Whether all went without what must never happen.
fn check(person: &Person, site: &Site, journey: &Journey) -> Result<(), String> {
    if journey.breaks {
        return Ok(());
    }
    let mut seen = person.seen();
    seen.extend(watch::requests(site));
    if seen.is_empty() { Ok(()) } else { Err(seen.join("\n")) }
}
