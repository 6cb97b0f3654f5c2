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
    /// First the one that counts.
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
        let stored = StoredSettings { now: settings.clone(), step, names: vec![name] };
        for old in std::mem::replace(&mut self.settings, stored).names {
            self.discard(old);
        }
        self.untold.settings = None;
        if !std::mem::replace(&mut self.list.settings, true) {
            let _ = self.write_list();
        }
        Ok(settings)
    }

    /// Takes settings in. Of two of one step the first by name counts, so that
    /// every tab takes the same for them.
    pub(super) fn take_settings(
        &mut self,
        name: Name,
        step: u32,
        mut settings: Settings,
        reading: &mut Reading,
    ) {
        let stored = &mut self.settings;
        match stored.names.first() {
            Some(_) if step < stored.step => return stored.names.push(name),
            Some(first) if step == stored.step => {
                if name < *first {
                    std::mem::swap(&mut stored.now, &mut settings);
                    stored.names.insert(0, name);
                } else {
                    stored.names.push(name);
                }
                stored.now.join(&settings);
            }
            _ => {
                (stored.now, stored.step) = (settings, step);
                stored.names.insert(0, name);
            }
        }
        reading.settings = Some(stored.now.clone());
    }
}
