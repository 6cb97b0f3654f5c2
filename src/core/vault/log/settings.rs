//! Settings: one value, of which the one with the highest step counts. Two tabs
//! that saved at once have left two of one step: then both count, joined.

use super::super::record::{Kind, Name};
use super::reading::Reading;
use super::{SaveError, Vault};
use crate::core::json::Shape;
use crate::core::settings::Settings;

/// The settings, and the values that hold them.
#[derive(Default)]
pub(super) struct StoredSettings {
    now: Settings,
    /// The step of those that count.
    step: u32,
    /// Those that count, by their names, so that every tab joins them alike.
    at_once: Vec<(Name, Settings)>,
    /// All of them.
    pub(super) names: Vec<Name>,
}

impl Vault {
    /// Changes the settings as they stand now, whichever tab saved them last, and
    /// keeps them. Gives them back as they were kept.
    pub fn change_settings(
        &mut self,
        change: impl FnOnce(&mut Settings),
    ) -> Result<Settings, SaveError> {
        self.may_write()?;
        self.catch_up();
        let mut settings = self.settings.now.clone();
        change(&mut settings);
        let (step, text) = (self.settings.step + 1, settings.to_json().to_string());
        let name = self.put_value(Kind::Settings, step, text.as_bytes())?;
        let stored = StoredSettings {
            now: settings.clone(),
            step,
            at_once: vec![(name, settings.clone())],
            names: vec![name],
        };
        for old in std::mem::replace(&mut self.settings, stored).names {
            self.discard(old);
        }
        self.untold.settings = None;
        if !std::mem::replace(&mut self.list.settings, true) {
            let _ = self.write_list();
        }
        Ok(settings)
    }

    /// Takes settings in.
    pub(super) fn take_settings(
        &mut self,
        name: Name,
        step: u32,
        settings: Settings,
        reading: &mut Reading,
    ) {
        let stored = &mut self.settings;
        stored.names.push(name);
        if step < stored.step {
            return;
        }
        if step > stored.step {
            stored.step = step;
            stored.at_once.clear();
        }
        let at = stored.at_once.iter().filter(|(other, _)| *other < name).count();
        stored.at_once.insert(at, (name, settings));
        stored.now = joined(&stored.at_once);
        reading.settings = Some(stored.now.clone());
    }
}

fn joined(at_once: &[(Name, Settings)]) -> Settings {
    let mut all = at_once.iter().map(|(_, settings)| settings);
    let mut now = all.next().cloned().unwrap_or_default();
    all.for_each(|other| now.join(other));
    now.to_reader = words_to_reader(at_once);
    now
}

/// The words of all, with an empty line between. Those that another one begins
/// with stand there already.
fn words_to_reader(at_once: &[(Name, Settings)]) -> Option<String> {
    let all = at_once.iter().filter_map(|(_, settings)| settings.to_reader.as_deref());
    let all: Vec<&str> = all.collect();
    let mut each = Vec::new();
    for (at, words) in all.iter().enumerate() {
        let has = |(other_at, other): (usize, &&str)| {
            other.starts_with(words) && (other_at < at || other.len() > words.len())
        };
        if !all.iter().enumerate().any(has) {
            each.push(*words);
        }
    }
    (!each.is_empty()).then(|| each.join("\n\n"))
}
