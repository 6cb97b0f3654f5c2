//! Several settled records in one value: their bodies, a line each, in the
//! order of their days. Together they take two thirds of the room that they
//! take alone.

use super::compress::Progress;
use super::kept::Kept;
use super::record::{Name, RecordError, Unsealed};

/// Bytes of bodies that make a block.
pub const FULL: usize = super::compress::BLOCK;

/// The body of a block.
pub fn join<'a>(bodies: impl Iterator<Item = &'a str>) -> String {
    let mut joined = String::new();
    for body in bodies {
        if !joined.is_empty() {
            joined.push('\n');
        }
        joined.push_str(body);
    }
    joined
}

/// The records of a body, each with its own; none where a line is of another
/// shape.
pub fn split(body: &[u8]) -> impl Iterator<Item = Option<(Kept, &str)>> {
    body.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(|line| {
        let line = std::str::from_utf8(line).ok()?;
        Kept::of_text(line).map(|kept| (kept, line))
    })
}

/// Reads a block in small pieces.
pub struct BlockReader {
    /// The block's name.
    pub name: Name,
    expansion: super::compress::Expansion,
    taken: usize,
    whole: bool,
}

impl BlockReader {
    /// Begins with a block.
    pub fn new(name: Name, unsealed: Unsealed) -> Result<Self, RecordError> {
        Ok(Self { name, expansion: unsealed.expand()?, taken: 0, whole: true })
    }

    /// Bytes read so far.
    pub fn bytes(&self) -> usize {
        self.expansion.so_far().len()
    }

    /// Whether every line so far is a record.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// Reads so many bytes more. Gives the records that became whole, and
    /// whether that was all.
    pub fn read_more(
        &mut self,
        at_most: usize,
    ) -> Result<(Vec<(Kept, String)>, bool), RecordError> {
        let progress = self.expansion.read_more(at_most).map_err(|_| RecordError::Damaged)?;
        let done = progress == Progress::Done;
        let bytes = &self.expansion.so_far()[self.taken..];
        let whole = match bytes.iter().rposition(|byte| *byte == b'\n') {
            _ if done => bytes.len(),
            Some(end) => end + 1,
            None => 0,
        };
        let found: Vec<_> = split(&bytes[..whole]).collect();
        self.taken += whole;
        self.whole &= found.iter().all(Option::is_some);
        let records = found.into_iter().flatten();
        Ok((records.map(|(kept, line)| (kept, line.to_owned())).collect(), done))
    }
}
