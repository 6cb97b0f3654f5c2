//! Browsers and their drivers, from the system's packages where that may be.

use crate::{command, error::Error};
use std::{path::Path, process::Command};

const GECKODRIVER: &str = "0.37.1";

/// An engine that the page is tested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium by chromedriver.
    Chromium,
    /// Firefox by geckodriver.
    Firefox,
    /// WebKitGTK's own small browser by WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// All of them, the quickest first.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// The name by which the command line and the tests know it.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// The engine of a name.
    pub fn named(name: &str) -> Option<Engine> {
        Engine::ALL.into_iter().find(|engine| engine.name() == name)
    }

    /// Programs that must be there, by any of their names, each with the
    /// Debian package that brings it.
    fn programs(self) -> &'static [(&'static [&'static str], &'static str)] {
        match self {
            Engine::Chromium => {
                &[(&["chromium"], "chromium"), (&["chromedriver"], "chromium-driver")]
            }
            Engine::Firefox => &[(&["firefox-esr", "firefox"], "firefox-esr")],
            Engine::WebKit => &[
                (&["WebKitWebDriver"], "webkit2gtk-driver"),
                (&["xvfb-run"], "xvfb"),
                (&["xauth"], "xauth"),
            ],
        }
    }
}

/// Makes sure that an engine and its driver can be started.
pub fn set_up(engine: Engine) -> Result<(), Error> {
    let programs = engine.programs().iter();
    let missing = programs.filter(|(names, _)| !names.iter().any(|name| command::exists(name)));
    let packages: Vec<&str> = missing.map(|(_, package)| *package).collect();
    if !packages.is_empty() {
        install(&format!("what it takes to test in {}", engine.name()), &packages)?;
    }
    if engine == Engine::Firefox && !command::exists("geckodriver") {
        println!("Installing geckodriver {GECKODRIVER} by cargo.");
        let install = ["install", "geckodriver", "--version", GECKODRIVER, "--locked"];
        command::run(Command::new("cargo").args(install))?;
    }
    Ok(())
}

/// Installs packages, by Debian's names for them, that bring `what` is missing.
pub(crate) fn install(what: &str, packages: &[&str]) -> Result<(), Error> {
    if !may_install() {
        return Err(Error::Missing {
            what: what.to_owned(),
            remedy: format!(
                "install the packages {} (these are Debian's names for them)",
                packages.join(", ")
            ),
        });
    }
    println!("Installing {} from the system's packages.", packages.join(", "));
    apt(&["update", "-qq"])?;
    let mut words = vec!["install", "-y", "-qq", "--no-install-recommends"];
    words.extend(packages);
    apt(&words)
}

fn apt(words: &[&str]) -> Result<(), Error> {
    command::run(Command::new("apt-get").args(words).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// Only the administrator of a Debian may install, and only there do the
/// names of the packages hold.
fn may_install() -> bool {
    let user = command::output(Command::new("id").arg("-u"));
    Path::new("/etc/debian_version").exists() && user.is_ok_and(|id| id == "0")
}
