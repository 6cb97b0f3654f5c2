//! Writes a backup, an entry at a time, so that a page can draw in between.

use super::{Counts, Digest, FORMAT, MARK, Part};
use crate::core::day::Moment;
use crate::core::draft::Draft;
use crate::core::entry::Entry;
use crate::core::json::{Json, Shape};
use crate::core::settings::{Looks, Settings};
use crate::core::vault::kept::Gone;

/// What stands in a backup besides entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rest {
    /// When it is made.
    pub made: Moment,
    /// A line for whoever opens the file.
    pub about: String,
    /// Notes that entries were taken away for good.
    pub gone: Vec<Gone>,
    /// What was begun and not saved.
    pub drafts: Vec<Draft>,
    /// What was set.
    pub settings: Settings,
    /// What was set and stands outside the seal.
    pub looks: Looks,
}

/// A backup that is being written.
#[derive(Debug)]
pub struct Writer {
    text: String,
    digest: Digest,
    rest: Rest,
    begun: bool,
}

/// A whole backup.
pub fn write(rest: Rest, entries: &[&Entry]) -> String {
    let mut writer = Writer::new(rest, entries.len());
    for entry in entries {
        writer.entry(entry);
    }
    writer.finish()
}

impl Writer {
    /// Begins with what stands before the entries.
    pub fn new(rest: Rest, entries: usize) -> Self {
        let counts = Counts { entries, gone: rest.gone.len(), drafts: rest.drafts.len() };
        let head = [
            ("freshet", Json::of_text(MARK)),
            ("format", FORMAT.to_json()),
            ("about", Json::of_text(&rest.about)),
            ("made", rest.made.to_json()),
            ("counts", counts.to_json()),
            ("settings", rest.settings.to_json()),
            ("looks", rest.looks.to_json()),
        ];
        let mut writer =
            Self { text: "{\n".to_owned(), digest: Digest::default(), rest, begun: false };
        for (name, value) in head {
            let value = value.to_string();
            writer.text.push_str(&["\"", name, "\":", &value, ",\n"].concat());
            if let Some(part) = Part::of_name(name) {
                writer.digest.add(part, &value);
            }
        }
        writer.text.push_str("\"entries\":[");
        writer
    }

    /// Writes the next entry.
    pub fn entry(&mut self, entry: &Entry) {
        self.line(Part::Entries, entry.to_json());
    }

    /// Writes what stands after the entries, and gives the whole.
    pub fn finish(mut self) -> String {
        let lists = [
            (Part::Gone, "gone", self.rest.gone.iter().map(Shape::to_json).collect()),
            (Part::Drafts, "drafts", self.rest.drafts.iter().map(Shape::to_json).collect()),
        ];
        let lists: [(Part, &str, Vec<Json>); 2] = lists;
        for (part, name, values) in lists {
            self.text.push_str(&["\n],\n\"", name, "\":["].concat());
            self.begun = false;
            values.into_iter().for_each(|value| self.line(part, value));
        }
        let hash = self.digest.finish();
        self.text.push_str(&["\n],\n\"hash\":\"", &hash, "\"\n}\n"].concat());
        self.text
    }

    fn line(&mut self, part: Part, value: Json) {
        let value = value.to_string();
        let comma = if std::mem::replace(&mut self.begun, true) { "," } else { "" };
        self.text.push_str(comma);
        self.text.push('\n');
        self.text.push_str(&value);
        self.digest.add(part, &value);
    }
}
