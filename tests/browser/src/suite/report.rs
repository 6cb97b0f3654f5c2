//! How the journeys went, a line each as they end, and the sum at the last.

use std::{
    any::Any,
    cell::RefCell,
    panic::{self, Location},
    process::ExitCode,
    time::Duration,
};
use xtask::{browsers::Engine, setup};

/// How a journey went.
#[derive(Debug)]
pub(super) enum Told {
    /// Well, and how long it took.
    Passed(Duration),
    /// Well, but only the second time.
    Retried(String),
    /// Not well, twice.
    Failed(String),
    /// It cannot be taken in this engine.
    Skipped(String),
    /// It is not meant for this engine.
    NotMeant,
}

/// How all of them went.
#[derive(Debug, Default)]
pub(super) struct Report {
    passed: usize,
    skipped: usize,
    failed: Vec<String>,
    retried: Vec<String>,
}

impl Report {
    pub(super) fn add(&mut self, engine: Engine, journey: &str, told: Told) {
        let name = format!("{} {journey}", engine.name());
        match told {
            Told::Passed(time) => {
                self.passed += 1;
                println!("ok {name} ({:.1} s)", time.as_secs_f32());
            }
            Told::Retried(why) => {
                self.passed += 1;
                println!("ok {name} (at the second attempt)\n{}", indented(&why));
                self.retried.push(name);
            }
            Told::Failed(why) => {
                println!("FAILED {name}\n{}", indented(&why));
                self.failed.push(name);
            }
            Told::Skipped(why) => {
                self.skipped += 1;
                println!("skipped {name}: {why}");
            }
            Told::NotMeant => {}
        }
    }

    /// An engine that is not there is a failure where everything must be.
    pub(super) fn engine_missing(&mut self, engine: Engine, program: &str) {
        let name = engine.name();
        if setup::must_be_whole() {
            println!("FAILED {name}: {program} is missing");
            self.failed.push(name.to_owned());
        } else {
            println!("skipped {name}: {program} is missing");
            self.skipped += 1;
        }
    }

    pub(super) fn end(self) -> ExitCode {
        println!();
        for name in &self.retried {
            println!("retried: {name}");
        }
        for name in &self.failed {
            println!("failed: {name}");
        }
        let Report { passed, skipped, failed, .. } = &self;
        println!("{passed} passed, {} failed, {skipped} skipped", failed.len());
        if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect::<String>().trim_end().to_owned()
}

thread_local! {
    /// What the last panic of a journey said, and where: the step that failed.
    /// `None` while no journey is under way.
    static LAST_PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps what panics of journeys say instead of printing it.
pub(super) fn keep_panics() {
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let place = info.location().map(Location::to_string).unwrap_or_default();
        let words = format!("{place}: {}", words_of(info.payload()));
        let kept = LAST_PANIC.with_borrow_mut(|last| last.as_mut().map(|last| *last = words));
        if kept.is_none() {
            print(info);
        }
    }));
}

/// Runs what may panic, and gives back what the panic said.
pub(super) fn caught(walk: impl FnOnce() -> Result<(), Box<dyn Any + Send>>) -> Result<(), String> {
    LAST_PANIC.set(Some(String::new()));
    let walked = walk();
    let said = LAST_PANIC.take().unwrap_or_default();
    walked.map_err(|_| said)
}

fn words_of(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default()
}
