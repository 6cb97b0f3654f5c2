//! The version before. An edit keeps, within the entry, the version that it
//! took the place of: one, not a history, for a journal of five megabytes has
//! no room for each comma, and of two versions in one record the second is
//! nearly free. It goes when the next edit takes its place, when its writer
//! lets it go, and when words are taken away for good: then it must not hold
//! them. Acts that change no words leave it alone.

use super::super::day::Moment;
use super::super::entry::Entry;

impl Entry {
    /// The entry with `before` kept as its version before, if the two say
    /// different things.
    pub fn keeping(mut self, before: &Entry) -> Entry {
        if !self.says_the_same(before) {
            self.former = Some(before.without_former());
        }
        self
    }

    /// The next revision, in which the version before with this revision and the
    /// entry have changed places; none where there is no such version. What was
    /// asked on a later day is not asked again.
    pub fn put_back(&self, revision: u32, now: Moment) -> Option<Entry> {
        let former = self.former.as_ref().filter(|former| former.revision == revision)?;
        let mut next = self.changed(now, |next| next.take_content(former));
        for (next, record) in next.exercises_mut().iter_mut().zip(self.exercises()) {
            next.follow_up.clone_from(&record.follow_up);
        }
        next.former = Some(self.without_former());
        Some(next)
    }

    /// The next revision, without the version before.
    pub fn letting_go(&self, now: Moment) -> Entry {
        self.changed(now, |next| next.former = None)
    }

    fn without_former(&self) -> Box<Entry> {
        let former = None;
        Box::new(Entry { former, ..self.clone() })
    }

    /// Whether it holds the same words, and the same beside them.
    fn says_the_same(&self, other: &Entry) -> bool {
        let mut alike = other.clone();
        alike.take_content(self);
        alike == *other
    }

    /// Takes over what another version says, and what stands beside its words.
    fn take_content(&mut self, other: &Entry) {
        self.day = other.day;
        self.kind = other.kind.clone();
        self.check_in = other.check_in.clone();
        self.body = other.body.clone();
        self.ratings = other.ratings;
        self.theme = other.theme.clone();
        self.tags = other.tags.clone();
        self.text = other.text.clone();
    }
}
