//! Tags: short words of the writer's own to find an entry by.

use super::json::{Json, Shape};

/// The tags of an entry, in the order they were given. None stands there twice,
/// whatever its capitals.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tags(Vec<String>);

/// Why a text gives no tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TagRefused {
    /// There is nothing in it, or more than [`Tags::LONGEST`] letters in one.
    Unfit,
    /// There would be more than [`Tags::MOST`].
    Enough,
}

impl Tags {
    /// The most letters a new tag has.
    pub const LONGEST: usize = 40;
    /// The most tags that can be given to an entry.
    pub const MOST: usize = 20;

    /// The tags.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a tag is there, whatever its capitals.
    pub fn has(&self, tag: &str) -> bool {
        let small = |tag: &'_ str| tag.chars().flat_map(char::to_lowercase).collect::<Vec<_>>();
        self.0.iter().any(|other| small(other) == small(tag))
    }

    /// Adds the tags of a text, with commas between them. All of them, or none:
    /// what is refused can be put right where it stands.
    pub fn add(&mut self, text: &str) -> Result<(), TagRefused> {
        let mut next = self.clone();
        let mut parts = text.split(',').map(tidy).filter(|tag| !tag.is_empty()).peekable();
        if parts.peek().is_none() {
            return Err(TagRefused::Unfit);
        }
        for tag in parts {
            if tag.chars().count() > Self::LONGEST {
                return Err(TagRefused::Unfit);
            }
            if !next.has(&tag) {
                next.0.push(tag);
            }
        }
        if next.0.len() > Self::MOST {
            return Err(TagRefused::Enough);
        }
        *self = next;
        Ok(())
    }

    /// Adds the tags of another entry, however many they are.
    pub fn join(&mut self, others: &Tags) {
        for tag in &others.0 {
            if !self.has(tag) {
                self.0.push(tag.clone());
            }
        }
    }

    /// Takes a tag away.
    pub fn remove(&mut self, tag: &str) {
        self.0.retain(|other| other != tag);
    }
}

/// Without signs that only mark it as a tag, and with one blank between words.
fn tidy(text: &str) -> String {
    let words: Vec<&str> = text.trim().trim_start_matches('#').split_whitespace().collect();
    words.join(" ")
}

impl Shape for Tags {
    fn to_json(&self) -> Json {
        self.0.to_json()
    }

    /// As they stand there: what another program wrote is taken as it is.
    fn of_json(json: &Json) -> Option<Self> {
        Vec::of_json(json).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(texts: &[&str]) -> Tags {
        let mut tags = Tags::default();
        texts.iter().for_each(|text| tags.add(text).unwrap());
        tags
    }

    #[track_caller]
    fn check(texts: &[&str], expected: &[&str]) {
        assert_eq!(tags(texts).iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_text_gives_its_tags() {
        check(&["work"], &["work"]);
        check(&[" #work , my  sister,"], &["work", "my sister"]);
        check(&["Work", "work", "WORK"], &["Work"]);
        check(&["Été", "été"], &["Été"]);
        check(&["😀"], &["😀"]);
    }

    #[test]
    fn what_is_refused_changes_nothing() {
        let mut given = tags(&["one"]);
        for text in ["", " , # ,", &format!("two, {}", "a".repeat(41))] {
            assert_eq!(given.add(text), Err(TagRefused::Unfit), "{text}");
        }
        let many: Vec<String> = (0..Tags::MOST).map(|number| number.to_string()).collect();
        assert_eq!(given.add(&many.join(",")), Err(TagRefused::Enough));
        assert_eq!(given, tags(&["one"]));
        given.remove("one");
        assert!(given.is_empty());
    }
}
