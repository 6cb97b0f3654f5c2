//! What a person has set. Everything has a usual value, so that a missing
//! field of an older version is no damage.

use super::day::{Day, Moment};
use super::insight::loops::Outline;
use super::keeping::hard_days::HardDays;
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
    /// When the journal was last opened, the first time of that day.
    pub started: Option<Moment>,
    /// Whether the browser checks the spelling of what is written.
    pub spelling: bool,
    /// Phrases that keep coming back and are not to be shown.
    pub hidden_loops: Vec<Outline>,
    /// The day on which such phrases were last shown.
    pub loops_shown: Option<Day>,
    /// Whether steps are kept out of the browser's history.
    pub out_of_history: bool,
    /// Days that were marked as hard.
    pub hard_days: HardDays,
    /// Words to a doctor or therapist that are kept for the next time.
    pub to_reader: Option<String>,
}

impl Settings {
    /// Takes from other settings, of a file or of another tab, what belongs to what
    /// was written, and not to a device; nothing that is here goes.
    pub fn join(&mut self, other: &Settings) {
        self.hard_days.join(&other.hard_days);
        for hidden in &other.hidden_loops {
            if !self.hidden_loops.contains(hidden) {
                self.hidden_loops.push(hidden.clone());
            }
        }
        if self.to_reader.is_none() {
            self.to_reader.clone_from(&other.to_reader);
        }
    }
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
    /// See what is being written as it is read, and back.
    pub read: Option<Shortcut>,
    /// Nothing but the page, and back.
    pub focus: Option<Shortcut>,
    /// Quick exit by Esc three times within a second.
    pub quick_exit: bool,
}

/// What a shortcut is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Stop and settle.
    Settle,
    /// Save what is being written.
    Save,
    /// See what is being written as it is read, and back.
    Read,
    /// Nothing but the page, and back.
    Focus,
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
object!(Settings {
    may introduced,
    may auto_lock,
    may backed_up,
    may started,
    may spelling,
    may hidden_loops,
    may loops_shown,
    may out_of_history,
    may hard_days,
    may to_reader,
});
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
    else_is read = Keys::default().read,
    else_is focus = Keys::default().focus,
    else_is quick_exit = true,
});
object!(Shortcut { must held, must key });
choice!(Held { Ctrl = "ctrl", Alt = "alt"; });

impl Default for Keys {
    fn default() -> Self {
        let ctrl = |key: &str| Some(Shortcut { held: Held::Ctrl, key: key.to_owned() });
        Self {
            settle: ctrl("."),
            save: ctrl("enter"),
            read: ctrl("e"),
            focus: ctrl("j"),
            quick_exit: true,
        }
    }
}

impl Command {
    /// All of them. Where two have the same shortcut, the first has it.
    pub const ALL: [Command; 4] = [Command::Settle, Command::Save, Command::Read, Command::Focus];
}

impl Keys {
    /// The shortcut of a command.
    pub fn of(&self, command: Command) -> Option<&Shortcut> {
        match command {
            Command::Settle => self.settle.as_ref(),
            Command::Save => self.save.as_ref(),
            Command::Read => self.read.as_ref(),
            Command::Focus => self.focus.as_ref(),
        }
    }

    /// Gives a command another shortcut, or none.
    pub fn set(&mut self, command: Command, shortcut: Option<Shortcut>) {
        *match command {
            Command::Settle => &mut self.settle,
            Command::Save => &mut self.save,
            Command::Read => &mut self.read,
            Command::Focus => &mut self.focus,
        } = shortcut;
    }

    /// The command of a shortcut.
    pub fn command(&self, shortcut: &Shortcut) -> Option<Command> {
        Command::ALL.into_iter().find(|command| self.of(*command) == Some(shortcut))
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

    #[test]
    fn each_command_has_a_usual_key_of_its_own() {
        let mut keys = Keys::default();
        for command in Command::ALL {
            let shortcut = keys.of(command).cloned().unwrap();
            assert_eq!(keys.command(&shortcut), Some(command));
        }
        let settle = keys.settle.clone().unwrap();
        keys.set(Command::Settle, None);
        assert_eq!(keys.command(&settle), None);
        keys.set(Command::Focus, Some(settle.clone()));
        assert_eq!(keys.command(&settle), Some(Command::Focus));
    }

    #[test]
    fn keys_of_an_older_program_leave_the_newer_ones_as_usual() {
        use crate::core::json::{Json, Shape};
        let older: Json = r#"{"settle":null,"save":{"held":"alt","key":"s"}}"#.parse().unwrap();
        let keys = Keys::of_json(&older).unwrap();
        assert_eq!((keys.settle, keys.read), (None, Keys::default().read));
    }

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
