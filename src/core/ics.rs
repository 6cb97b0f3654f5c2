//! A reminder as an iCalendar file (RFC 5545), which a person saves and opens
//! in a calendar of their own. It holds no address and names no one.

use super::day::{Day, Moment};

/// A reminder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder<'a> {
    /// Random, so that a calendar tells it from others.
    pub id: &'a str,
    /// When it was made.
    pub made: Moment,
    /// Its day.
    pub day: Day,
    /// Its time on the writer's clock, hours and minutes; none for all day.
    pub time: Option<(u8, u8)>,
    /// How long it takes; nothing for all day.
    pub minutes: u8,
    /// What the calendar shows.
    pub title: &'a str,
    /// More words; may be empty.
    pub words: &'a str,
}

/// A line has at most this many bytes, without its end.
const LINE: usize = 75;

/// A day without a time begins at midnight: its alarm waits until nine.
const ALL_DAY: &str = "TRIGGER:PT9H";

impl Reminder<'_> {
    /// The file's text. Its time is that of any clock, wherever it is opened.
    pub fn file(&self) -> String {
        let day = self.day.to_string().replace('-', "");
        let mut lines = vec![
            "BEGIN:VCALENDAR".to_owned(),
            "VERSION:2.0".to_owned(),
            "PRODID:-//Freshet//EN".to_owned(),
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", escaped(self.id)),
            format!("DTSTAMP:{}", utc(self.made)),
        ];
        let alarm = match self.time {
            Some((hour, minute)) => {
                lines.push(format!("DTSTART:{day}T{hour:02}{minute:02}00"));
                lines.push(format!("DURATION:PT{}M", self.minutes));
                "TRIGGER:PT0M"
            }
            None => {
                lines.push(format!("DTSTART;VALUE=DATE:{day}"));
                ALL_DAY
            }
        };
        lines.push(format!("SUMMARY:{}", escaped(self.title)));
        if !self.words.is_empty() {
            lines.push(format!("DESCRIPTION:{}", escaped(self.words)));
        }
        lines.extend(["BEGIN:VALARM", "ACTION:DISPLAY", alarm].map(str::to_owned));
        lines.push(format!("DESCRIPTION:{}", escaped(self.title)));
        lines.extend(["END:VALARM", "END:VEVENT", "END:VCALENDAR"].map(str::to_owned));
        lines.iter().map(|line| folded(line)).collect()
    }
}

/// Hours and minutes of `18:30`.
pub fn hour_minute(text: &str) -> Option<(u8, u8)> {
    let (hour, minute) = text.get(..5)?.split_once(':')?;
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}

/// The moment in UTC, `20261124T100000Z`.
fn utc(moment: Moment) -> String {
    let there = Moment::new(moment.unix_seconds(), 0)
        .map_or_else(|_| moment.to_string(), |m| m.to_string());
    let bare: String = there.chars().take(19).filter(|c| !matches!(c, '-' | ':')).collect();
    bare + "Z"
}

/// A text as a property's value: RFC 5545, 3.3.11. What cannot stand in one is
/// left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() && c != '\t' => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// A line with its end, cut into pieces of at most [`LINE`] bytes, none of them
/// within a letter: RFC 5545, 3.1.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 8);
    let mut room = LINE;
    for c in line.chars() {
        if c.len_utf8() > room {
            folded.push_str("\r\n ");
            room = LINE - 1;
        }
        folded.push(c);
        room -= c.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn reminder(words: &str) -> String {
        Reminder {
            id: "0001",
            made: "2026-11-24T23:30:00-02:00".parse().unwrap(),
            day: "2026-11-25".parse().unwrap(),
            time: Some((8, 5)),
            minutes: 15,
            title: "A few minutes; for you",
            words,
        }
        .file()
    }

    #[test]
    fn a_reminder_is_a_calendar_of_one_event() {
        assert_eq!(
            reminder("tea, then\r\nthe door"),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Freshet//EN\r\nBEGIN:VEVENT\r\n\
             UID:0001\r\nDTSTAMP:20261125T013000Z\r\nDTSTART:20261125T080500\r\n\
             DURATION:PT15M\r\nSUMMARY:A few minutes\\; for you\r\n\
             DESCRIPTION:tea\\, then\\nthe door\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n\
             TRIGGER:PT0M\r\nDESCRIPTION:A few minutes\\; for you\r\nEND:VALARM\r\n\
             END:VEVENT\r\nEND:VCALENDAR\r\n"
        );
    }

    #[test]
    fn a_day_without_a_time_wakes_nobody_at_midnight() {
        let made = "2026-11-24T10:00:00+00:00".parse().unwrap();
        let day = "2026-11-25".parse().unwrap();
        let whole = Reminder { id: "1", made, day, time: None, minutes: 5, title: "t", words: "" };
        let file = whole.file();
        assert!(file.contains("DTSTART;VALUE=DATE:20261125\r\n"));
        assert!(file.contains("TRIGGER:PT9H\r\n") && !file.contains("DURATION"));
    }

    #[test]
    fn times_are_read_or_refused() {
        let check = |text, expected| assert_eq!(hour_minute(text), expected, "{text}");
        check("18:30", Some((18, 30)));
        check("08:05:10", Some((8, 5)));
        check("24:00", None);
        check("12:60", None);
        check("", None);
        check("é8:30", None);
    }

    /// The way back, as RFC 5545 says: unfolded, then unescaped.
    fn read_back(file: &str) -> String {
        let unfolded = file.replace("\r\n ", "");
        let line = unfolded.split("\r\n").find_map(|line| line.strip_prefix("DESCRIPTION:"));
        let mut words = String::new();
        let mut chars = line.unwrap_or_default().chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => words.extend(chars.next().map(|c| if c == 'n' { '\n' } else { c })),
                c => words.push(c),
            }
        }
        words
    }

    proptest! {
        #[test]
        fn words_come_back_and_lines_are_short(words in "[a-zé😀\\\\;,: \t\n\"]{1,300}") {
            let file = reminder(&words);
            prop_assert_eq!(read_back(&file), words);
            prop_assert!(file.split("\r\n").all(|line| line.len() <= LINE));
            prop_assert!(file.split("\r\n").all(|line| !line.contains('\n')));
        }

        #[test]
        fn no_words_break_out_of_their_line(words in ".{0,200}") {
            let file = reminder(&words);
            prop_assert_eq!(file.matches("BEGIN:VEVENT\r\n").count(), 1);
            prop_assert_eq!(file.matches("\nEND:VEVENT\r\n").count(), 1);
        }
    }
}
