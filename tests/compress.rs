//! Values made small: each comes back, and hostile bytes do no harm.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use freshet::core::vault::compress::{
    Coder, CompressError, Expansion, LONGEST, Progress, compress, decompress,
};
use proptest::prelude::*;

#[track_caller]
fn comes_back(plain: &[u8]) -> Coder {
    let (coder, bytes) = compress(plain);
    assert!(bytes.len() <= plain.len());
    assert_eq!(decompress(coder, bytes).as_deref(), Ok(plain));
    coder
}

#[test]
fn values_of_every_size_come_back() {
    assert_eq!(comes_back(b""), Coder::Stored);
    assert_eq!(comes_back(b"e"), Coder::Stored);
    assert_eq!(comes_back(b"I could not sleep."), Coder::Ppmd);
    let words = ["I ", "felt ", "the rain ", "привет ", "眠れない。", "🌧️ ", "\\n\\n", "tired, "];
    let at = |n: usize| words[n * n % 61 % words.len()];
    let long: String = (0..30_000).map(at).collect();
    assert!(long.chars().count() > 100_000);
    assert_eq!(comes_back(long.as_bytes()), Coder::Ppmd);
}

fn unhex(digits: &str) -> Vec<u8> {
    let byte = |at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
    (0..digits.len()).step_by(2).map(byte).collect()
}

/// These values were written by `pyppmd`, as the module's documentation says,
/// and read by it again.
#[test]
fn the_format_is_frozen() {
    let check = |plain: &str, value: &str| {
        assert_eq!(compress(plain.as_bytes()), (Coder::Ppmd, unhex(value)), "{plain}");
        assert_eq!(decompress(Coder::Ppmd, unhex(value)), Ok(plain.as_bytes().to_vec()));
    };
    check(
        concat!(
            r#"{"id":"00010203fafbfcfd","revision":1,"day":"2026-11-24","#,
            r#""written":"2026-11-24T21:44:19+01:00","changed":"2026-11-24T21:50:02+01:00","#,
            r#""kind":{"writing":null},"#,
            r#""text":"The kettle sang. I sat by the window and let the tea go cold."}"#,
        ),
        concat!(
            "e40122eefcb3cc87e52528ba39fb746d2fbc140090e3e014506d7b1ee2c8",
            "d4114a76f000728ae62ed223959bd4e387ab69217940ffe90d7771640f"
        ),
    );
    check(
        "Кошка спит на окне. 猫が窓で寝ている。Le chat dort. 🐈",
        "502312c056af1430de0aecf8fa7c2598feda16cf00ee7bfb31932b79fc8684283d70bfa0e2fe4f6068b176925c",
    );
    check(&"a".repeat(64), "40230c36e4f9");
}

#[test]
fn bytes_that_would_not_shrink_are_stored() {
    let mut seed = 1_u32;
    let noise: Vec<u8> = (0..5_000)
        .map(|_| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 24) as u8
        })
        .collect();
    assert_eq!(comes_back(&noise), Coder::Stored);
}

#[test]
fn coders_are_known_by_their_numbers() {
    for coder in [Coder::Stored, Coder::Ppmd] {
        assert_eq!(Coder::of(coder as u8), Some(coder));
    }
    assert_eq!(Coder::of(2), None);
}

/// The last byte of a length has its highest bit clear.
fn length_bytes(length: usize) -> Vec<u8> {
    let parts = [length | 0x80, length >> 7 | 0x80, length >> 14 | 0x80, length >> 21];
    parts.map(|part| part as u8).to_vec()
}

#[test]
fn a_length_beyond_the_limit_is_refused_at_once() {
    let of = |length| Expansion::new(Coder::Ppmd, [length_bytes(length), vec![7; 9]].concat());
    assert!(of(LONGEST).is_ok());
    assert!(of(LONGEST + 1).is_err());
    assert!(Expansion::new(Coder::Ppmd, vec![0xFF; 20]).is_err());
    assert!(Expansion::new(Coder::Ppmd, vec![]).is_err());
}

#[test]
fn a_cut_a_longer_and_an_oddly_written_value_are_refused() {
    let plain = "I woke up early and wrote down what I had dreamt.".as_bytes();
    let (coder, bytes) = compress(plain);
    let refused = |bytes: &[u8]| {
        assert_eq!(decompress(coder, bytes.to_vec()), Err(CompressError), "{bytes:?}");
    };
    for cut in 0..bytes.len() {
        refused(&bytes[..cut]);
    }
    refused(&[&bytes[..], &[0]].concat());
    // The length in two bytes where one does.
    assert_eq!(usize::from(bytes[0]), plain.len());
    refused(&[&[bytes[0] | 0x80, 0], &bytes[1..]].concat());
}

/// The bytes that follow decode to the preset only where they are those of a
/// value: a stream that leaves it before its end is no value.
#[test]
fn a_stream_of_another_preset_is_refused() {
    for fill in [0, 0xFF] {
        for count in 0..40 {
            let bytes = [vec![1], vec![fill; count]].concat();
            assert_eq!(decompress(Coder::Ppmd, bytes), Err(CompressError), "{count} {fill}");
        }
    }
}

fn read_in_slices(coder: Coder, bytes: Vec<u8>, slice: usize) -> Result<Vec<u8>, CompressError> {
    let mut expansion = Expansion::new(coder, bytes)?;
    let mut progress = Progress::More;
    while coder == Coder::Ppmd && progress == Progress::More {
        let before = expansion.so_far().len();
        progress = expansion.read_more(slice)?;
        let more = expansion.so_far().len() - before;
        assert!(more <= slice, "{more}");
    }
    assert_eq!(expansion.read_more(slice), Ok(Progress::Done));
    Ok(expansion.into_plain())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_bytes_come_back(plain: Vec<u8>) {
        comes_back(&plain);
    }

    #[test]
    fn any_text_comes_back_whole_and_in_slices(text in "(\\PC|the |I ){0,400}", slice in 1_usize..3_000) {
        let plain = text.as_bytes();
        comes_back(plain);
        let (coder, bytes) = compress(plain);
        prop_assert_eq!(read_in_slices(coder, bytes, slice), Ok(plain.to_vec()));
    }

    #[test]
    fn hostile_bytes_are_read_or_refused(length in 0_usize..50_000, bytes: Vec<u8>) {
        let bytes = [length_bytes(length), bytes].concat();
        if let Ok(plain) = decompress(Coder::Ppmd, bytes) {
            prop_assert_eq!(plain.len(), length);
        }
    }

    #[test]
    fn a_changed_value_is_read_or_refused(
        text in "(\\PC|the |I |feel ){10,200}",
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let (_, mut bytes) = compress(text.as_bytes());
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(plain) = decompress(Coder::Ppmd, bytes) {
            prop_assert!(plain.len() <= LONGEST);
        }
    }
}
