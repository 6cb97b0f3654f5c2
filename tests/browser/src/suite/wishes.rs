//! Which journeys to take, and in which engines.

use super::Journey;
use std::env;
use xtask::browsers::Engine;

/// What the command line and the environment ask for.
#[derive(Debug, Default)]
pub(super) struct Wishes {
    engines: Vec<Engine>,
    names: Vec<String>,
    long: bool,
}

impl Wishes {
    /// Words after `--` are parts of journeys' names; `--engine` names an
    /// engine, as `FRESHET_ENGINES` does, with commas between. `FRESHET_LONG`
    /// asks for what takes long too.
    pub(super) fn read() -> Result<Wishes, String> {
        let long = env::var_os("FRESHET_LONG").is_some_and(|value| !value.is_empty());
        let mut wishes = Wishes { long, ..Wishes::default() };
        let mut words = env::args().skip(1);
        while let Some(word) = words.next() {
            match word.as_str() {
                "--engine" => wishes.add_engines(&words.next().unwrap_or_default())?,
                // Meant for the harness that this is not.
                _ if word.starts_with('-') => {}
                _ => wishes.names.push(word),
            }
        }
        if wishes.engines.is_empty()
            && let Ok(named) = env::var("FRESHET_ENGINES")
        {
            wishes.add_engines(&named)?;
        }
        Ok(wishes)
    }

    fn add_engines(&mut self, named: &str) -> Result<(), String> {
        for name in named.split(',').filter(|name| !name.is_empty()) {
            let engine = Engine::named(name);
            self.engines.push(engine.ok_or_else(|| format!("there is no engine `{name}`"))?);
        }
        Ok(())
    }

    pub(super) fn engines(&self) -> Vec<Engine> {
        if self.engines.is_empty() { Engine::ALL.to_vec() } else { self.engines.clone() }
    }

    pub(super) fn want(&self, journey: &Journey, engine: Engine) -> bool {
        let named = |name: &String| journey.name.contains(name.as_str());
        let wanted = self.names.is_empty() || self.names.iter().any(named);
        let late = journey.long || journey.long_elsewhere && engine != Engine::Chromium;
        wanted && (self.long || !late)
    }
}
