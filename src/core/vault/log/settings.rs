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
        let mut settings = joined(&self.settings.at_once);
        change(&mut settings);
        let (step, text) = (self.settings.step + 1, settings.to_json().to_string());
        let name = self.put_value(Kind::Settings, step, text.as_bytes())?;
        let at_once = vec![(name, settings.clone())];
        let stored = StoredSettings { step, at_once, names: vec![name] };
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
        reading.settings = Some(joined(&stored.at_once));
    }
}

fn joined(at_once: &[(Name, Settings)]) -> Settings {
    let mut now = Settings::default();
    for (nth, (_, settings)) in at_once.iter().enumerate() {
        if nth == 0 {
            now = settings.clone();
        }
        add(&mut now.to_reader, settings.to_reader.as_deref());
        now.join(settings);
    }
    now
}

/// Adds words to a doctor to others, with an empty line between. Those that the
/// others begin with stand there already.
fn add(words: &mut Option<String>, more: Option<&str>) {
    match (words, more) {
        (_, None) => {}
        (Some(words), Some(more)) if words.starts_with(more) => {}
        (Some(words), Some(more)) if !more.starts_with(words.as_str()) => {
            words.push_str("\n\n");
            words.push_str(more);
        }
        (words, Some(more)) => *words = Some(more.to_owned()),
    }
}
