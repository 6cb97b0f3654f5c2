//! Journeys times engines, one after another, and how they went.

mod report;
mod walk;
mod wishes;

use crate::{
    driver,
    person::Person,
    profile::Kind,
    site::{self, Site},
};
use report::Report;
use std::{
    path::Path,
    process::ExitCode,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};
use walk::Walk;
use wishes::Wishes;
use xtask::browsers::Engine;

/// What a journey may take at most. The design has 60 s; a slow and busy
/// machine needs longer for the longest, and slowness alone is no failure.
const LIMIT: Duration = Duration::from_secs(180);

/// One way that a person takes through the page.
#[derive(Clone, Copy, Debug)]
pub struct Journey {
    name: &'static str,
    walk: fn(&mut Person, &mut Site),
    kind: Kind,
    prefix: &'static str,
    own_browser: bool,
    breaks: bool,
    limit: Duration,
    long: bool,
    long_elsewhere: bool,
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
            limit: LIMIT,
            long: false,
            long_elsewhere: false,
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

    /// In Chromium always, and in the others where all that takes long is asked
    /// for: what it shows hardly depends on the engine.
    pub const fn later_elsewhere(mut self) -> Journey {
        self.long_elsewhere = true;
        self
    }

    /// Only where all that takes long is asked for, and no longer than this.
    pub const fn long(mut self, limit: Duration) -> Journey {
        self.long = true;
        self.limit = limit;
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
        return refuse(
            "The page is not built: `cargo xtask dist` builds it, `cargo xtask test` does that first.",
        );
    };
    report::keep_panics();
    let report = Mutex::new(Report::default());
    for engine in wishes.engines() {
        let Some(program) = driver::missing(engine) else {
            let wanted: Vec<&Journey> =
                journeys.iter().filter(|journey| wishes.want(journey, engine)).collect();
            walk_all(engine, &built, &wanted, &report);
            continue;
        };
        locked(&report).engine_missing(engine, program);
    }
    report.into_inner().unwrap_or_else(PoisonError::into_inner).end()
}

/// Takes all journeys in one engine, a few at a time, each of these in a
/// browser of its own. Much of a journey is waiting.
fn walk_all(engine: Engine, built: &Path, journeys: &[&Journey], report: &Mutex<Report>) {
    const AT_MOST: usize = 3;
    let at_a_time = thread::available_parallelism().map_or(1, usize::from).min(AT_MOST);
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..at_a_time {
            scope.spawn(|| {
                let mut walk = Walk::new(engine, built.to_owned());
                while let Some(journey) = journeys.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let told = walk.tell(journey);
                    locked(report).add(engine, journey.name, told);
                }
                let told = walk.end();
                locked(report).add(engine, "nobody_else_was_asked", told);
            });
        }
    });
}

fn locked(report: &Mutex<Report>) -> MutexGuard<'_, Report> {
    report.lock().unwrap_or_else(PoisonError::into_inner)
}

fn refuse(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}
