//! What a person has set. Everything has a usual value, so that a missing
//! field of an older version is no damage.

use serde::{Deserialize, Serialize};

/// What a person has set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light or dusk.
    pub look: Look,
    /// The size of the text.
    pub text_size: TextSize,
    /// Whether things move.
    pub motion: Motion,
    /// The place whose support lines come first: never guessed.
    pub place: Option<String>,
    /// Whether the introduction was waved away or read.
    pub introduced: bool,
    /// Shortcuts.
    pub keys: Keys,
}

/// Light or dusk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Look {
    /// As the device is set.
    #[default]
    Device,
    /// Light.
    Light,
    /// Dark and warm.
    Dusk,
}

/// The size of the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextSize {
    /// As the browser is set.
    #[default]
    Usual,
    /// An eighth more.
    Large,
    /// A quarter more.
    Larger,
}

/// Whether things move.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Motion {
    /// As the device is set.
    #[default]
    Device,
    /// Nothing moves.
    Still,
}

/// Shortcuts; `None` is off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Keys {
    /// Stop and settle.
    pub settle: Option<Shortcut>,
    /// Save what is being written.
    pub save: Option<Shortcut>,
    /// Quick exit by Esc three times within a second.
    pub quick_exit: bool,
}

/// A key pressed with Ctrl or Alt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shortcut {
    /// The modifier that is held.
    pub held: Held,
    /// The key, as the browser names it, in lower case.
    pub key: String,
}

/// The modifier that is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Held {
    /// Ctrl, or Command.
    Ctrl,
    /// Alt, or Option.
    Alt,
}

impl Default for Keys {
    fn default() -> Self {
        let ctrl = |key: &str| Some(Shortcut { held: Held::Ctrl, key: key.to_owned() });
        Self { settle: ctrl("."), save: ctrl("enter"), quick_exit: true }
    }
}

impl Shortcut {
    /// The shortcut that a key press is, if it is held with Ctrl or Alt alone
    /// and is a key of its own.
    pub fn of_press(ctrl: bool, alt: bool, key: &str) -> Option<Self> {
        let held = match (ctrl, alt) {
            (true, false) => Held::Ctrl,
            (false, true) => Held::Alt,
            _ => return None,
        };
        let modifier = matches!(key, "Control" | "Alt" | "Shift" | "Meta" | "AltGraph");
        (!key.is_empty() && !modifier).then(|| Self { held, key: key.to_lowercase() })
    }
}
