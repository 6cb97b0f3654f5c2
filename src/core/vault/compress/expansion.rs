//! Reading a value a slice at a time.

use super::{CUT, Coder, CompressError, HEAD, LONGEST, MODEL, ORDER, PRESET};
use ppmd_rust::Ppmd7Decoder;
use std::io::{Cursor, Read};

/// How far an [`Expansion`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// There is more to read.
    More,
    /// All of it is read, and it ended where it should.
    Done,
}

/// A value that is being read, so that no frame has to wait for the whole.
pub struct Expansion {
    /// `None` where the bytes are stored as they are.
    decoder: Option<Ppmd7Decoder<Cursor<Vec<u8>>>>,
    /// What is decoded, the preset first.
    decoded: Vec<u8>,
    /// How long that will be, and how much of it is not the value.
    total: usize,
    skipped: usize,
}

impl Expansion {
    /// Nothing is read yet. An error means that these bytes hold no value.
    pub fn new(coder: Coder, bytes: Vec<u8>) -> Result<Self, CompressError> {
        match coder {
            Coder::Stored => {
                Ok(Self { decoder: None, total: bytes.len(), decoded: bytes, skipped: 0 })
            }
            Coder::Ppmd => Self::of_ppmd(&bytes),
        }
    }

    fn of_ppmd(bytes: &[u8]) -> Result<Self, CompressError> {
        let (length, rest) = take_length(bytes).ok_or(CompressError)?;
        let stream = [HEAD.as_slice(), rest, &[0; CUT]].concat();
        let decoder = Ppmd7Decoder::new(Cursor::new(stream), ORDER, MODEL);
        Ok(Self {
            decoder: Some(decoder.map_err(|_| CompressError)?),
            decoded: Vec::new(),
            total: PRESET.len() + length,
            skipped: PRESET.len(),
        })
    }

    /// Decodes so many bytes at most, those of the preset counted. After an
    /// error nothing more is to be had from it.
    pub fn read_more(&mut self, at_most: usize) -> Result<Progress, CompressError> {
        let Some(decoder) = &mut self.decoder else { return Ok(Progress::Done) };
        let from = self.decoded.len();
        let to = self.total.min(from.saturating_add(at_most));
        self.decoded.resize(to, 0);
        let read = decoder.read_exact(&mut self.decoded[from..]);
        let is_whole = decoder.get_ref().position() == decoder.get_ref().get_ref().len() as u64;
        let preset = PRESET.get(from..to.min(PRESET.len())).unwrap_or_default();
        if read.is_err() || !self.decoded[from..].starts_with(preset) {
            self.decoded.truncate(from);
            return Err(CompressError);
        }
        match to == self.total {
            false => Ok(Progress::More),
            true if is_whole => Ok(Progress::Done),
            true => Err(CompressError),
        }
    }

    /// The plain bytes that are read so far.
    pub fn so_far(&self) -> &[u8] {
        self.decoded.get(self.skipped..).unwrap_or_default()
    }

    /// The plain bytes that are read so far, for good.
    pub fn into_plain(mut self) -> Vec<u8> {
        self.decoded.drain(..self.skipped.min(self.decoded.len()));
        self.decoded
    }
}

/// A length in LEB128, in no more bytes than it needs, and what follows it.
fn take_length(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (mut length, mut shift) = (0, 0);
    for (at, byte) in bytes.iter().take(4).enumerate() {
        length |= usize::from(byte & 0x7F) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            let shortest = at == 0 || *byte != 0;
            return (shortest && length <= LONGEST).then_some((length, &bytes[at + 1..]));
        }
    }
    None
}
