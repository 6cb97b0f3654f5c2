//! Bytes as a text that localStorage keeps whole and counts cheaply.
//!
//! The first character names the packing; the rest are the *letters*.
//!
//! * `L`, [`Packing::Narrow`]: each byte is the Latin-1 character of that
//!   number, U+0000 to U+00FF. WebKit counts one byte for each.
//! * `W`, [`Packing::Wide`]: 15.9 bits a letter, for engines that count every
//!   UTF-16 unit alike. The alphabet has 61,440 letters: letter number `n` is
//!   U+0400 + n below 54,272 and U+E000 + (n − 54,272) from there to U+FBFF.
//!   None is a surrogate, a control, Latin-1, a byte order mark or a
//!   noncharacter; none is ever normalised, for nothing but this module reads it.
//!
//!   The bytes are one row of bits, the highest bit of each byte first, then a
//!   single 1. Zeros fill the row up to a whole number of letters, so:
//!   1. Each 159 bits are ten letters. The first 59 bits are a number `d`, the
//!      other 100 are ten numbers `r` of 10 bits. The letters are
//!      `(d / 60^i mod 60) × 1,024 + r[i]` for `i` from 0 to 9. It fits,
//!      for 60^10 > 2^59.
//!   2. What remains is 15 bits a letter, the letter being their number. If
//!      that would take ten or more, it is filled up to 159 bits instead.
//!
//! There is one text for each row of bytes, and every other one is refused:
//! a changed character gives other bytes or an error, never the same bytes.

/// How bytes become characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    /// 15.9 bits a UTF-16 unit.
    Wide,
    /// 8 bits a Latin-1 character.
    Narrow,
}

/// The text was not written by [`pack`], or not left as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PackError;

const WIDE: char = 'W';
const NARROW: char = 'L';

/// Where the letters begin, below and above the surrogates.
const LOWER: u32 = 0x400;
const UPPER: u32 = 0xE000;
const LOWER_LETTERS: u32 = 0xD800 - LOWER;
const LETTERS: u32 = 61_440;

const GROUP_LETTERS: usize = 10;
const GROUP_BITS: usize = 159;
const HIGH_BITS: usize = 59;
const HIGH_BASE: u64 = 60;
const LOW_BITS: usize = 10;
const REST_BITS: usize = 15;

/// The mark of the end as the first bit of a byte.
const END: u8 = 0x80;

/// The text that stands for these bytes.
pub fn pack(bytes: &[u8], packing: Packing) -> String {
    match packing {
        Packing::Narrow => [NARROW].into_iter().chain(bytes.iter().map(|b| *b as char)).collect(),
        Packing::Wide => pack_wide(bytes),
    }
}

/// The bytes that a text stands for.
pub fn unpack(text: &str) -> Result<Vec<u8>, PackError> {
    match split(text)? {
        (Packing::Narrow, letters) => letters.chars().map(latin).collect(),
        (Packing::Wide, letters) => {
            let bytes = read_wide(letters, usize::MAX)?;
            let canonical = letters.chars().count() == Layout::of(bytes.len()).letters();
            canonical.then_some(bytes).ok_or(PackError)
        }
    }
}

/// The first `count` bytes, or all if there are fewer. What follows them is
/// neither read nor checked.
pub fn peek(text: &str, count: usize) -> Result<Vec<u8>, PackError> {
    match split(text)? {
        (Packing::Narrow, letters) => letters.chars().take(count).map(latin).collect(),
        (Packing::Wide, letters) => {
            let mut bytes = read_wide(letters, count)?;
            bytes.truncate(count);
            Ok(bytes)
        }
    }
}

fn split(text: &str) -> Result<(Packing, &str), PackError> {
    let narrow = text.strip_prefix(NARROW).map(|letters| (Packing::Narrow, letters));
    let wide = text.strip_prefix(WIDE).map(|letters| (Packing::Wide, letters));
    narrow.or(wide).ok_or(PackError)
}

fn latin(letter: char) -> Result<u8, PackError> {
    u8::try_from(u32::from(letter)).map_err(|_| PackError)
}

/// How many groups of ten letters, and how many letters after them.
struct Layout {
    groups: usize,
    rest: usize,
}

impl Layout {
    /// For so many bytes and the end's mark.
    fn of(bytes: usize) -> Self {
        let bits = bytes * 8 + 1;
        let groups = bits / GROUP_BITS;
        match (bits % GROUP_BITS).div_ceil(REST_BITS) {
            rest if rest < GROUP_LETTERS => Self { groups, rest },
            _ => Self { groups: groups + 1, rest: 0 },
        }
    }

    fn letters(&self) -> usize {
        self.groups * GROUP_LETTERS + self.rest
    }
}

fn pack_wide(bytes: &[u8]) -> String {
    let layout = Layout::of(bytes.len());
    let mut bits = Bits { bytes, at: 0 };
    // Every letter is three bytes of UTF-8 at most.
    let mut text = String::with_capacity(1 + 3 * layout.letters());
    text.push(WIDE);
    for _ in 0..layout.groups {
        let mut high = bits.take(HIGH_BITS);
        for _ in 0..GROUP_LETTERS {
            text.extend(letter((high % HIGH_BASE) << LOW_BITS | bits.take(LOW_BITS)));
            high /= HIGH_BASE;
        }
    }
    for _ in 0..layout.rest {
        text.extend(letter(bits.take(REST_BITS)));
    }
    text
}

/// The bytes of a row of letters without the end's mark; from letters that go
/// on, only as many as are wanted and a few more.
fn read_wide(letters: &str, wanted: usize) -> Result<Vec<u8>, PackError> {
    let mut letters = letters.chars().map(number).peekable();
    let mut row = Row::default();
    while row.bytes.len() < wanted {
        let mut group = [0; GROUP_LETTERS];
        let mut filled = 0;
        while let Some(letter) = letters.next_if(|_| filled < GROUP_LETTERS) {
            group[filled] = letter?;
            filled += 1;
        }
        row.push_group(&group[..filled])?;
        if letters.peek().is_none() {
            return row.ended();
        }
    }
    Ok(row.bytes)
}

/// The letter of a number; there is one for each below [`LETTERS`].
fn letter(number: u64) -> Option<char> {
    let number = u32::try_from(number).ok()?;
    let upper = number.checked_sub(LOWER_LETTERS).map(|number| UPPER + number);
    char::from_u32(upper.unwrap_or(LOWER + number))
}

fn number(letter: char) -> Result<u64, PackError> {
    let code = u32::from(letter);
    let number = match code {
        UPPER.. => code - UPPER + LOWER_LETTERS,
        _ => code.checked_sub(LOWER).ok_or(PackError)?,
    };
    if number < LETTERS { Ok(u64::from(number)) } else { Err(PackError) }
}

/// Bytes as a row of bits, then the end's mark, then zeros for ever.
struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn byte(&self, at: usize) -> u8 {
        match self.bytes.get(at) {
            Some(byte) => *byte,
            None if at == self.bytes.len() => END,
            None => 0,
        }
    }

    /// The next bits, 59 at most, as a number.
    fn take(&mut self, count: usize) -> u64 {
        let mut taken = 0;
        for at in self.at..self.at + count {
            let bit = self.byte(at / 8) >> (7 - at % 8) & 1;
            taken = taken << 1 | u64::from(bit);
        }
        self.at += count;
        taken
    }
}

/// A row of bits that is being read.
#[derive(Default)]
struct Row {
    bytes: Vec<u8>,
    /// Bits that are not yet a byte.
    begun: u64,
    count: usize,
}

impl Row {
    /// Ten letters are a group; fewer are what remains.
    fn push_group(&mut self, letters: &[u64]) -> Result<(), PackError> {
        if letters.len() < GROUP_LETTERS {
            return letters.iter().try_for_each(|letter| self.push(*letter, REST_BITS));
        }
        let digits = letters.iter().rev().map(|letter| letter >> LOW_BITS);
        self.push(digits.fold(0, |high, digit| high * HIGH_BASE + digit), HIGH_BITS)?;
        letters.iter().try_for_each(|letter| self.push(letter % (1 << LOW_BITS), LOW_BITS))
    }

    /// Puts a number of so many bits, 59 at most, behind the rest.
    fn push(&mut self, number: u64, count: usize) -> Result<(), PackError> {
        if number >> count != 0 {
            return Err(PackError);
        }
        for at in (0..count).rev() {
            self.begun = self.begun << 1 | (number >> at & 1);
            self.count += 1;
            if self.count == 8 {
                self.bytes.push(self.begun as u8);
                (self.begun, self.count) = (0, 0);
            }
        }
        Ok(())
    }

    /// The bytes before the end's mark.
    fn ended(mut self) -> Result<Vec<u8>, PackError> {
        self.push(0, (8 - self.count) % 8)?;
        while self.bytes.last() == Some(&0) {
            self.bytes.pop();
        }
        if self.bytes.pop() == Some(END) { Ok(self.bytes) } else { Err(PackError) }
    }
}
