//! Journeys times engines, one after another, and how they went.

mod report;
mod wishes;

use crate::{
    browser::Browser,
    driver,
    error::Error,
    person::Person,
    profile::{Kind, Profile},
    site::{self, Site},
    watch,
};
use report::{Report, Told};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    process::ExitCode,
    time::{Duration, Instant},
};
use wishes::Wishes;
use xtask::browsers::Engine;

/// What a journey may take at most.
const LIMIT: Duration = Duration::from_secs(60);

/// One way that a person takes through the page.
#[derive(Clone, Copy, Debug)]
pub struct Journey {
    name: &'static str,
    walk: fn(&mut Person, &mut Site),
    kind: Kind,
    prefix: &'static str,
    own_browser: bool,
    breaks: bool,
    only: Option<&'static [Engine]>,
    not_in: Option<(Engine, &'static str)>,
}

impl Journey {
    /// A journey in every engine, in a browser that others have used before.
    pub const fn new(name: &'static str, walk: fn(&mut Person, &mut Site)) -> Journey {
        Journey {
            name,
            walk,
            kind: Kind::Ordinary,
            prefix: "/",
            own_browser: false,
            breaks: false,
            only: None,
            not_in: None,
        }
    }

    /// In a browser that is set in another way than most.
    pub const fn with(mut self, kind: Kind) -> Journey {
        self.kind = kind;
        self.own_browser()
    }

    /// In a browser that nobody has used.
    pub const fn own_browser(mut self) -> Journey {
        self.own_browser = true;
        self
    }

    /// Below the root of the address.
    pub const fn below(mut self, prefix: &'static str) -> Journey {
        self.prefix = prefix;
        self
    }

    /// Something is broken on purpose: errors in the page are part of it.
    pub const fn breaks(mut self) -> Journey {
        self.breaks = true;
        self
    }

    /// In these engines alone.
    pub const fn only(mut self, engines: &'static [Engine]) -> Journey {
        self.only = Some(engines);
        self
    }

    /// Not in this engine, for this reason.
    pub const fn not_in(mut self, engine: Engine, reason: &'static str) -> Journey {
        self.not_in = Some((engine, reason));
        self
    }
}

/// Runs the journeys that the command line and the environment ask for.
pub fn run(journeys: &[Journey]) -> ExitCode {
    let wishes = match Wishes::read() {
        Ok(wishes) => wishes,
        Err(why) => return refuse(&why),
    };
    let Some(built) = site::built() else {
        return refuse("The page is not built: `cargo xtask dist` builds it, `cargo xtask test` does that first.");
    };
    report::keep_panics();
    let mut report = Report::default();
    for engine in wishes.engines() {
        if let Some(program) = driver::missing(engine) {
            report.engine_missing(engine, program);
            continue;
        }
        let mut walk = Walk { engine, built: built.clone(), shared: None };
        for journey in journeys.iter().filter(|journey| wishes.want(journey.name)) {
            let told = walk.tell(journey);
            report.add(engine, journey.name, told);
        }
        report.add(engine, "nobody_else_was_asked", walk.end());
    }
    report.end()
}

fn refuse(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}

/// The journeys of one engine.
struct Walk {
    engine: Engine,
    built: PathBuf,
    shared: Option<Browser>,
}

impl Walk {
    /// Takes a journey, and once more if it failed.
    fn tell(&mut self, journey: &Journey) -> Told {
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
        person.browser.limit(Instant::now() + LIMIT);
        let walked = report::caught(|| {
            catch_unwind(AssertUnwindSafe(|| (journey.walk)(&mut person, &mut site)))
        });
        let walked = walked.and_then(|()| check(&person, &site, journey));
        person.browser.limit(Instant::now() + LIMIT);
        if journey.own_browser {
            return walked.and_then(|()| self.leave(person.browser));
        }
        // A browser in which something went wrong is not used again.
        if walked.is_ok() && tidy(&person.browser).is_ok() {
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

    fn end(&mut self) -> Told {
        match self.shared.take().map(|browser| self.leave(browser)) {
            None => Told::NotMeant,
            Some(Ok(())) => Told::Passed(Duration::ZERO),
            Some(Err(why)) => Told::Failed(why),
        }
    }
}

/// An empty page in a window of the usual size.
fn tidy(browser: &Browser) -> Result<(), Error> {
    browser.goto("about:blank")?;
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
