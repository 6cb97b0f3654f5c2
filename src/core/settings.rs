//! What a person has set. Everything has a usual value, so that a missing
//! field of an older version is no damage.

use super::day::Moment;
use crate::core::json::{choice, object};

/// What stands outside the seal, for it is needed before anything is unlocked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Looks {
    /// Light or dusk.
    pub look: Look,
    /// The size of the text.
    pub text_size: TextSize,
    /// Whether things move.
    pub motion: Motion,
    /// The place whose support lines come first: never guessed.
    pub place: Option<String>,
    /// Shortcuts.
    pub keys: Keys,
    /// A neutral title and icon.
    pub discreet: bool,
}

/// What a person has set, kept like an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Whether the introduction was waved away or read.
    pub introduced: bool,
    /// When it locks by itself.
    pub auto_lock: AutoLock,
    /// When a backup was last made and read back.
    pub backed_up: Option<Moment>,
}

/// When it locks by itself; `None` is never.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AutoLock {
    /// After so many minutes in which nothing was touched.
    pub idle: Option<u8>,
    /// After so many minutes out of sight.
    pub hidden: Option<u8>,
}

impl AutoLock {
    /// Seconds left until it locks, of a clock that may be set back; none where
    /// it never does. All moments are seconds since 1970.
    pub fn left(self, now: i64, touched: i64, hidden: Option<i64>) -> Option<i64> {
        let left = |minutes: Option<u8>, since: i64| {
            // A clock that was set back counts from now on.
            minutes.map(|minutes| i64::from(minutes) * 60 - (now - since).max(0))
        };
        let by_hiding = hidden.and_then(|hidden| left(self.hidden, hidden));
        [left(self.idle, touched), by_hiding].into_iter().flatten().min()
    }
}

impl Default for AutoLock {
    fn default() -> Self {
        Self { idle: Some(15), hidden: Some(5) }
    }
}

/// Light or dusk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Motion {
    /// As the device is set.
    #[default]
    Device,
    /// Nothing moves.
    Still,
}

/// Shortcuts; `None` is off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// Stop and settle.
    pub settle: Option<Shortcut>,
    /// Save what is being written.
    pub save: Option<Shortcut>,
    /// Quick exit by Esc three times within a second.
    pub quick_exit: bool,
}

/// A key pressed with Ctrl or Alt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortcut {
    /// The modifier that is held.
    pub held: Held,
    /// The key, as the browser names it, in lower case.
    pub key: String,
}

/// The modifier that is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// Ctrl, or Command.
    Ctrl,
    /// Alt, or Option.
    Alt,
}

object!(Looks { may look, may text_size, may motion, may place, may keys, may discreet });
object!(Settings { may introduced, may auto_lock, may backed_up });
object!(AutoLock {
    else_is idle = AutoLock::default().idle,
    else_is hidden = AutoLock::default().hidden,
});
choice!(Look { Device = "device", Light = "light", Dusk = "dusk"; });
choice!(TextSize { Usual = "usual", Large = "large", Larger = "larger"; });
choice!(Motion { Device = "device", Still = "still"; });
object!(Keys {
    else_is settle = Keys::default().settle,
    else_is save = Keys::default().save,
    else_is quick_exit = true,
});
object!(Shortcut { must held, must key });
choice!(Held { Ctrl = "ctrl", Alt = "alt"; });

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
        (!key.is_empty() && !modifier).then(|| Self { held, key: key.to_ascii_lowercase() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lock: AutoLock, now: i64, touched: i64, hidden: Option<i64>, expected: Option<i64>) {
        assert_eq!(lock.left(now, touched, hidden), expected);
    }

    #[test]
    fn it_locks_by_whatever_comes_first() {
        let usual = AutoLock::default();
        check(usual, 1_000, 1_000, None, Some(900));
        check(usual, 1_000, 1_000, Some(990), Some(290));
        check(usual, 2_000, 1_000, Some(1_990), Some(-100));
        check(usual, 500, 1_000, None, Some(900));
        check(AutoLock { idle: None, ..usual }, 9_000, 0, None, None);
        check(AutoLock { idle: None, hidden: None }, 9_000, 0, Some(0), None);
    }
}
