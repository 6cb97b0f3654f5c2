//! Bytes as stored texts: each comes back, and nothing else is taken.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use freshet::core::vault::pack::{PackError, Packing, pack, peek, unpack};
use proptest::prelude::*;

const BOTH: [Packing; 2] = [Packing::Wide, Packing::Narrow];

#[track_caller]
fn refused(text: &str) {
    assert_eq!(unpack(text), Err(PackError), "{text:?}");
}

#[test]
fn the_format_is_frozen() {
    let check = |bytes: &[u8], packing, expected: &str| {
        assert_eq!(pack(bytes, packing), expected, "{bytes:?} {packing:?}");
        assert_eq!(unpack(expected).as_deref(), Ok(bytes), "{expected:?}");
    };
    check(b"", Packing::Narrow, "L");
    check(&[0, b'a', 0xFF], Packing::Narrow, "L\0a\u{FF}");
    // The mark alone is the highest bit of one letter of 15.
    check(b"", Packing::Wide, "W\u{4400}");
    check(b"a", Packing::Wide, "W\u{34C0}");
    check(b"ab", Packing::Wide, "W\u{34B1}\u{2400}");
}

#[test]
fn each_length_comes_back() {
    for length in 0..200 {
        for fill in [0_u8, 0x80, 0xFF] {
            let bytes = vec![fill; length];
            for packing in BOTH {
                let text = pack(&bytes, packing);
                assert_eq!(unpack(&text).as_ref(), Ok(&bytes), "{length} {fill} {packing:?}");
            }
        }
    }
}

#[test]
fn sizes_are_as_promised() {
    let units = |packing| pack(&[7; 15_900], packing).encode_utf16().count();
    assert_eq!(units(Packing::Wide), 8_002);
    assert_eq!(units(Packing::Narrow), 15_901);
}

#[test]
fn other_texts_are_refused() {
    for text in ["", "a", "w\u{4400}", "\u{4400}", "W", "L\u{100}", "L\u{4400}", "Wa", "W\u{3FF}"] {
        refused(text);
    }
    refused("W\u{400}");
    // Bits behind the mark, and a mark within a byte.
    refused("W\u{4401}");
    refused("W\u{2400}");
    // Letters more than are needed.
    refused("W\u{4400}\u{400}");
    refused("W\u{34C0}\u{400}");
    // A letter of 16 bits among those of 15; one beyond the alphabet.
    refused("W\u{8400}");
    refused("W\u{FC00}");
    // Ten letters whose number is 2^59 or more.
    refused(&format!("W{}", "\u{FBFF}".repeat(10)));
}

#[test]
fn every_letter_is_a_safe_one() {
    let bytes: Vec<u8> =
        (0..200_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let text = pack(&bytes, Packing::Wide);
    let safe = |c: char| matches!(c, '\u{400}'..='\u{D7FF}' | '\u{E000}'..='\u{FBFF}');
    assert!(text.chars().skip(1).all(safe));
    assert_eq!(unpack(&text), Ok(bytes));
}

proptest! {
    #[test]
    fn bytes_come_back(bytes: Vec<u8>, wide: bool, count in 0_usize..120) {
        let text = pack(&bytes, BOTH[usize::from(!wide)]);
        prop_assert_eq!(peek(&text, count), Ok(bytes[..count.min(bytes.len())].to_vec()));
        prop_assert_eq!(unpack(&text), Ok(bytes));
    }

    #[test]
    fn what_is_taken_is_the_one_text_of_its_bytes(text in "W[\u{400}-\u{D7FF}\u{E000}-\u{FBFF}]{0,25}") {
        let _ = peek(&text, 9);
        if let Ok(bytes) = unpack(&text) {
            prop_assert_eq!(pack(&bytes, Packing::Wide), text);
        }
    }

    #[test]
    fn a_changed_text_is_refused_or_the_one_of_other_bytes(
        bytes in prop::collection::vec(any::<u8>(), 0..90),
        wide: bool,
        at: prop::sample::Index,
        other: char,
    ) {
        let text = pack(&bytes, BOTH[usize::from(!wide)]);
        let mut letters: Vec<char> = text.chars().collect();
        let at = at.index(letters.len());
        prop_assume!(letters[at] != other);
        letters[at] = other;
        let changed: String = letters.into_iter().collect();
        if let Ok(read) = unpack(&changed) {
            let packing = BOTH[usize::from(!changed.starts_with('W'))];
            prop_assert_eq!(pack(&read, packing), changed);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text: String, count in 0_usize..100) {
        let _ = (unpack(&text), peek(&text, count));
    }
}
