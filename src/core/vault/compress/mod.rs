//! A value made small, and read back in small slices.
//!
//! One coder serves a fresh entry and a block of settled ones: PPMd7, which is
//! variant H of PPMd with the range coder of 7-Zip, of order 6, with 2 MiB
//! (2,097,152 bytes) of model memory. Before a value the model is run over a
//! frozen text of our own, `preset.txt` (9,884 bytes: everyday diary words, a
//! little Japanese, Russian and French, and the frames of our JSON last), so
//! that even a short entry meets a model that knows its words.
//!
//! # The bytes of a [`Coder::Ppmd`] value
//!
//! 1. The count of the plain bytes in LEB128: 7 bits a byte, the lowest first,
//!    the highest bit set on all but the last; no more bytes than needed.
//! 2. The PPMd7 stream of the preset and the plain bytes as one, without an end
//!    mark, less its first 3,985 bytes and its last three.
//!
//! The first 3,985 bytes are those of the preset and so the same for every
//! value. The last three can go because the coder's range is never below 2^24
//! between two symbols: the stream, taken as one number, is rounded up to a
//! multiple of 2^24, which is still within the range, and its three zeros are
//! left out. No byte follows that the decoder does not need.
//!
//! Any PPMd7 decoder reads it: put the prefix before and three zeros behind,
//! decode as many bytes as the preset and the plain bytes have, and drop the
//! preset. In Python, with `pyppmd` 1.3:
//!
//! ```python
//! preset = open("preset.txt", "rb").read()
//! encoder = pyppmd.Ppmd7Encoder(6, 2 << 20)
//! prefix = (encoder.encode(preset) + encoder.flush(endmark=False))[:3985]
//! decoder = pyppmd.Ppmd7Decoder(6, 2 << 20)
//! plain = decoder.decode(prefix + stored + bytes(3), len(preset) + count)[len(preset):]
//! ```
//!
//! # Why so
//!
//! Measured on prose in six languages as entries of ours, each value with 52
//! bytes of encryption and header and a key of 20 units, packed wide:
//!
//! | 100 fresh entries, of their plain JSON | 500 characters | 1,760 |
//! |---|---|---|
//! | English (*Meditations*, a novel) | 22 %, 24 % | 19 %, 21 % |
//! | French, German | 26 %, 27 % | 22 %, 23 % |
//! | Russian (two), Japanese | 28 %, 29 %, 36 % | 24 %, 27 %, 35 % |
//!
//! Deflate behind the same preset takes a sixth to a quarter more, and would be
//! a second coder. Without the preset the first figure is 32 %.
//!
//! Blocks of the *Meditations* take 25.2 % of their bytes at 64 KiB, 24.3 % at
//! 96, 23.6 % at 128 and 23.1 % at 160; with 3,400 entries of 1,760 characters
//! that is 16.6 %, 16.0 %, 15.5 % and 15.2 % of a quota of 5 Mi units. A novel,
//! richer in words than diaries are, takes 28.2 % and 18.8 % at 128 KiB. In
//! WebAssembly 128 KiB are written in 17 ms and read in 19 ms: so much is
//! [`BLOCK`]. Order 5 takes 0.7 % more, in Russian 7 %. Order 6 outgrows 1 MiB
//! of memory within such a block; more than 2 MiB gains nothing.
//!
//! The preset's share of the time is 1.5 ms a value, spent ahead where there is
//! time ([`get_ready`]). Of the program as it is
//! fetched, the coder is 12 KB, and no more when built for speed; the preset 4.

mod expansion;

pub use expansion::{Expansion, Progress};

use ppmd_rust::Ppmd7Encoder;
use std::cell::RefCell;
use std::io::Write;
use std::sync::LazyLock;

/// How a value is coded. Its number stands in the value's header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coder {
    /// The bytes as they are, where they would not shrink.
    Stored = 0,
    /// PPMd7 behind the preset.
    Ppmd = 1,
}

impl Coder {
    /// The coder of a number, where this program knows one.
    pub fn of(number: u8) -> Option<Self> {
        match number {
            0 => Some(Coder::Stored),
            1 => Some(Coder::Ppmd),
            _ => None,
        }
    }
}

/// The bytes are cut, changed, or were never ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CompressError;

/// The most plain bytes of one [`Coder::Ppmd`] value; longer ones are stored
/// as they are. It bounds what hostile bytes can make of themselves.
pub const LONGEST: usize = 16 << 20;

/// How many plain bytes a block of settled entries is best filled to, at most.
pub const BLOCK: usize = 128 << 10;

/// The order of the model: how many bytes back it looks.
const ORDER: u32 = 6;

/// The memory of the model, in bytes.
const MODEL: u32 = 2 << 20;

/// The text that every model has read before a value.
const PRESET: &[u8] = include_bytes!("preset.txt");

/// How many first bytes of a stream are the same for every value.
const PREFIX: usize = 3_985;

/// How many last bytes of a stream are not stored.
const CUT: usize = 3;

/// How many bytes are read at once when nobody waits.
const SLICE: usize = 64 << 10;

/// The first bytes of every stream.
static HEAD: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut head = stream(&[]).unwrap_or_default();
    head.truncate(PREFIX);
    head
});

/// Makes a value small.
pub fn compress(plain: &[u8]) -> (Coder, Vec<u8>) {
    match ppmd(plain) {
        Some(bytes) if bytes.len() < plain.len() => (Coder::Ppmd, bytes),
        _ => (Coder::Stored, plain.to_vec()),
    }
}

fn ppmd(plain: &[u8]) -> Option<Vec<u8>> {
    if plain.len() > LONGEST {
        return None;
    }
    let stream = stream(plain)?;
    let rest = stream.strip_prefix(HEAD.as_slice())?;
    let mut bytes = length_bytes(plain.len());
    bytes.extend_from_slice(rest);
    Some(bytes)
}

type Encoder = Ppmd7Encoder<Vec<u8>>;

thread_local! {
    /// An encoder that has read the preset and nothing else.
    static READY: RefCell<Option<Encoder>> = const { RefCell::new(None) };
}

/// Has the next value coded without the preset's share of the time. Called when
/// nobody waits.
pub fn get_ready() {
    READY.with_borrow_mut(|ready| {
        if ready.is_none() {
            *ready = encoder();
        }
    });
}

/// Whether [`get_ready`] has nothing to do.
pub fn is_ready() -> bool {
    READY.with_borrow(Option::is_some)
}

fn encoder() -> Option<Encoder> {
    let mut encoder = Ppmd7Encoder::new(Vec::new(), ORDER, MODEL).ok()?;
    encoder.write_all(PRESET).ok()?;
    Some(encoder)
}

/// The stream of the preset and these bytes, without what is cut at its end.
fn stream(plain: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = READY.take().or_else(encoder)?;
    encoder.write_all(plain).ok()?;
    let mut stream = encoder.finish(false).ok()?;
    let kept = stream.len().checked_sub(CUT)?;
    if stream[kept..].iter().any(|byte| *byte != 0) {
        add_one(&mut stream[..kept]);
    }
    stream.truncate(kept);
    Some(stream)
}

/// Adds one to a number of bytes, the highest first.
fn add_one(number: &mut [u8]) {
    for byte in number.iter_mut().rev() {
        *byte = byte.wrapping_add(1);
        if *byte != 0 {
            return;
        }
    }
}

/// The plain bytes of a value.
pub fn decompress(coder: Coder, bytes: Vec<u8>) -> Result<Vec<u8>, CompressError> {
    let mut expansion = Expansion::new(coder, bytes)?;
    while expansion.read_more(SLICE)? == Progress::More {}
    Ok(expansion.into_plain())
}

/// A length in LEB128.
fn length_bytes(mut length: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while length > 0x7F {
        bytes.push(length as u8 | 0x80);
        length >>= 7;
    }
    bytes.push(length as u8);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use ppmd_rust::Ppmd7Decoder;
    use std::io::Read;

    #[test]
    fn the_preset_is_frozen() {
        let fnv = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        let sum = PRESET.iter().fold(0xcbf2_9ce4_8422_2325, fnv);
        assert_eq!(
            (PRESET.len(), sum),
            (9_884, 0xde6c_5a83_bd17_20c2),
            "values of before can no longer be read"
        );
    }

    /// Whether a stream that begins so, and goes on with one byte for ever,
    /// decodes to the preset.
    fn is_preset(head: &[u8], fill: u8) -> bool {
        let stream = [head, &[fill; 16]].concat();
        let mut decoded = vec![0; PRESET.len()];
        let Ok(mut decoder) = Ppmd7Decoder::new(&stream[..], ORDER, MODEL) else { return false };
        decoder.read_exact(&mut decoded).is_ok() && decoded == PRESET
    }

    #[test]
    fn who_is_ready_writes_the_same() {
        let plain = b"It rained, and I walked home.";
        let made = compress(plain);
        get_ready();
        assert!(is_ready());
        assert_eq!(compress(plain), made);
        assert!(!is_ready());
        assert_eq!(compress(plain), made);
    }

    fn one_less(number: &[u8]) -> Vec<u8> {
        let mut number: Vec<u8> = number.iter().map(|byte| !byte).collect();
        add_one(&mut number);
        number.iter().map(|byte| !byte).collect()
    }

    /// Streams that begin with the preset are numbers of one interval. All of
    /// it lies behind the prefix if the numbers just below the prefix and just
    /// above it decode to something else.
    #[test]
    fn every_stream_begins_with_the_prefix() {
        let preset = stream(&[]).unwrap();
        assert!(is_preset(&preset, 0));
        assert_eq!(HEAD.len(), PREFIX);
        let mut above = HEAD.clone();
        add_one(&mut above);
        assert!(!is_preset(&above, 0));
        assert!(!is_preset(&one_less(&HEAD), 0xFF));
    }
}
