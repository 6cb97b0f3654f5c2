//! Days that a person marked as hard. They are used for one thing: what was
//! written on them does not come along by itself ([`super::along`]). The mark
//! itself is never shown to anybody else.

use super::super::day::Day;
use crate::core::json::{Json, Shape};

/// Days that were marked as hard, each once, the earliest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HardDays(Vec<Day>);

impl HardDays {
    /// Whether a day is marked.
    pub fn has(&self, day: Day) -> bool {
        self.0.binary_search(&day).is_ok()
    }

    /// Marks a day, or takes its mark away.
    pub fn set(&mut self, day: Day, hard: bool) {
        match (self.0.binary_search(&day), hard) {
            (Err(at), true) => self.0.insert(at, day),
            (Ok(at), false) => {
                self.0.remove(at);
            }
            _ => {}
        }
    }

    /// Marks the days of another list too.
    pub fn join(&mut self, other: &HardDays) {
        other.0.iter().for_each(|day| self.set(*day, true));
    }
}

impl Shape for HardDays {
    fn to_json(&self) -> Json {
        self.0.to_json()
    }

    /// In whatever order they stand there.
    fn of_json(json: &Json) -> Option<Self> {
        let mut days = Self::default();
        Vec::of_json(json)?.into_iter().for_each(|day| days.set(day, true));
        Some(days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<HardDays> {
        HardDays::of_json(&text.parse().unwrap())
    }

    #[test]
    fn a_day_stands_once_whatever_the_order() {
        let mut days = read(r#"["2026-11-23","2024-02-29","2026-11-23"]"#).unwrap();
        assert_eq!(days.to_json().to_string(), r#"["2024-02-29","2026-11-23"]"#);
        let day = "2024-02-29".parse().unwrap();
        assert!(days.has(day));
        days.set(day, true);
        days.set(day, false);
        assert!(!days.has(day));
        days.set(day, false);
        assert_eq!(days.to_json().to_string(), r#"["2026-11-23"]"#);
        assert_eq!(read(r#"["2026-13-23"]"#), None);
    }

    #[test]
    fn joining_takes_no_mark_away() {
        let mut days = read(r#"["2026-11-23"]"#).unwrap();
        days.join(&read(r#"["2020-01-01","2026-11-23"]"#).unwrap());
        assert_eq!(days.to_json().to_string(), r#"["2020-01-01","2026-11-23"]"#);
    }
}
