//! Slots and recovery codes against time, damage and people.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use freshet::core::vault::checksum::checksum;
use freshet::core::vault::cipher::{self, DataKey};
use freshet::core::vault::keys::{
    CodeError, Kdf, Kind, Plain, RecoveryCode, Salt, Slot, SlotError, VaultId, WrappingKey,
    WrongSecret, derive,
};
use freshet::core::vault::passphrase::Passphrase;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

const NAME: &str = "slot.one";
const CHEAP: Kdf = Kdf { memory_kib: 64, passes: 1, lanes: 1 };

fn plain(generation: u32, kind: Kind) -> Plain {
    Plain { vault: VaultId([1; 16]), generation, salt: Salt([2; 16]), kind }
}

fn key(byte: u8) -> WrappingKey {
    WrappingKey::take(&mut [byte; 32])
}

fn data(byte: u8) -> DataKey {
    DataKey::take(&mut [byte; 32])
}

fn slot(generation: u32) -> Slot {
    Slot::wrap(plain(generation, Kind::Passphrase(CHEAP)), &key(3), &data(4), [5; 24])
}

/// As a browser's `normalize("NFKC")` gives it.
fn typed(text: &str) -> Passphrase {
    Passphrase::of_normalized(text.nfkc().collect())
}

/// Whether a key is that of this byte.
fn opens(key: &DataKey, byte: u8) -> bool {
    let sealed = cipher::seal(&data(byte), [0; 24], b"header", b"words");
    cipher::open(key, b"header", &sealed).is_ok_and(|plain| plain.as_slice() == b"words")
}

/// A text with a right checksum under a name, whatever is in it.
fn summed(name: &str, text: &str) -> String {
    let inner = text.rsplit_once(",\"checksum\"").unwrap().0;
    let sum: String =
        checksum(name, inner.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{inner},\"checksum\":\"{sum}\"}}")
}

#[test]
fn keys_come_out_as_they_went_in() {
    let label = plain(7, Kind::Recovery);
    let slot = Slot::wrap(label, &key(3), &data(4), [5; 24]);
    let read = Slot::of_text(NAME, &slot.to_text(NAME)).unwrap();
    assert_eq!(read, slot);
    assert_eq!(read.plain(), &label);
    let opened = read.unwrap(&key(3)).unwrap();
    assert!(opens(&opened, 4) && !opens(&opened, 8));
    assert_eq!(read.unwrap(&key(4)).map(|_| ()), Err(WrongSecret));
}

/// Fixtures were written by the first released form of this program; they
/// open for ever.
#[test]
fn slots_of_format_1_open() {
    let read = |text| Slot::of_text("slot.fixture", str::trim_end(text)).unwrap();
    let by_passphrase = read(include_str!("fixtures/vault/slot-1-passphrase.json"));
    let Kind::Passphrase(kdf) = by_passphrase.plain().kind else { panic!("its kind is another") };
    // One é is one letter, the other an e and an accent behind it.
    for text in ["caf\u{e9} by the river", "cafe\u{301} by the river", "ｃafé by the river"] {
        let key = derive(&typed(text), by_passphrase.plain().salt, &kdf).unwrap();
        assert!(opens(&by_passphrase.unwrap(&key).unwrap(), 4), "{text}");
    }
    for text in ["cafe by the river", "café by the river ", "Café by the river"] {
        let key = derive(&typed(text), by_passphrase.plain().salt, &kdf).unwrap();
        assert_eq!(by_passphrase.unwrap(&key).map(|_| ()), Err(WrongSecret), "{text}");
    }
    let by_code = read(include_str!("fixtures/vault/slot-1-recovery.json"));
    let code = RecoveryCode::of_text("000g 40r4 0m30 e209 185g r38e 1wec").unwrap();
    let opened = by_code.unwrap(&code.wrapping_key(by_code.plain().salt)).unwrap();
    assert!(opens(&opened, 4));
}

#[test]
fn a_slot_is_one_text_for_ever() {
    let kdf = Kdf { memory_kib: 1024, passes: 2, lanes: 1 };
    let label = plain(3, Kind::Passphrase(kdf));
    let key = derive(&typed("café by the river"), label.salt, &kdf).unwrap();
    let slot = Slot::wrap(label, &key, &data(4), [5; 24]);
    let fixture = include_str!("fixtures/vault/slot-1-passphrase.json");
    assert_eq!(slot.to_text("slot.fixture"), fixture.trim_end());
    let label = plain(4, Kind::Recovery);
    let code = RecoveryCode::take(&mut std::array::from_fn(|at| at as u8));
    let slot = Slot::wrap(label, &code.wrapping_key(label.salt), &data(4), [6; 24]);
    let fixture = include_str!("fixtures/vault/slot-1-recovery.json");
    assert_eq!(slot.to_text("slot.fixture"), fixture.trim_end());
}

#[test]
fn every_slip_of_a_letter_or_a_cut_is_damage() {
    let text = slot(1).to_text(NAME);
    assert_eq!(Slot::of_text("slot.two", &text), Err(SlotError::Damaged));
    for (at, letter) in text.char_indices() {
        let other = if letter == '0' { "1" } else { "0" };
        let changed = [&text[..at], other, &text[at + 1..]].concat();
        assert_eq!(Slot::of_text(NAME, &changed), Err(SlotError::Damaged), "{changed}");
        assert_eq!(Slot::of_text(NAME, &text[..at]), Err(SlotError::Damaged), "cut at {at}");
    }
}

#[test]
fn what_was_never_a_slot_is_damage_however_well_summed() {
    let text = slot(1).to_text(NAME);
    let check = |from: &str, to: &str, expected| {
        assert!(text.contains(from), "{from}");
        let changed = summed(NAME, &text.replace(from, to));
        assert_eq!(Slot::of_text(NAME, &changed), Err(expected), "{to}");
    };
    check("\"format\":1", "\"format\":2", SlotError::Newer(2));
    check("\"format\":1", "\"format\":0", SlotError::Damaged);
    check("\"format\":1", "\"form\":1", SlotError::Damaged);
    check("\"generation\":1", "\"generation\":4294967296", SlotError::Damaged);
    check("\"passes\":1", "\"passes\":0", SlotError::Damaged);
    let hours = Kdf { passes: 100_000, ..CHEAP };
    check("\"passes\":1", "\"passes\":100000", SlotError::TooCostly(hours));
    let all_memory = Kdf { memory_kib: 4_000_000, ..CHEAP };
    check("\"memory_kib\":64", "\"memory_kib\":4000000", SlotError::TooCostly(all_memory));
    check("\"wrapped\":\"05", "\"wrapped\":\"", SlotError::Damaged);
    check("\"wrapped\":\"05", "\"wrapped\":\"0", SlotError::Damaged);
    check("\"salt\":\"02", "\"salt\":\"", SlotError::Damaged);
    check("passphrase", "fingerprint", SlotError::Damaged);
    check("{\"format\"", "\"format\"", SlotError::Damaged);
}

#[test]
fn the_plain_part_cannot_be_changed_even_with_a_new_checksum() {
    let text = slot(1).to_text(NAME);
    let whole = Slot::of_text(NAME, &summed(NAME, &text)).unwrap();
    assert!(whole.unwrap(&key(3)).is_ok());
    for (from, to) in [
        ("\"vault\":\"01", "\"vault\":\"00"),
        ("\"generation\":1", "\"generation\":2"),
        ("\"salt\":\"02", "\"salt\":\"03"),
        ("\"memory_kib\":64", "\"memory_kib\":65"),
        ("\"passes\":1", "\"passes\":2"),
        (
            "\"memory_kib\":64,\"passes\":1,\"lanes\":1",
            "\"memory_kib\":64,\"passes\":1,\"lanes\":2",
        ),
        ("{\"passphrase\":{\"memory_kib\":64,\"passes\":1,\"lanes\":1}}", "\"recovery\""),
        ("\"wrapped\":\"05", "\"wrapped\":\"06"),
    ] {
        assert!(text.contains(from), "{from}");
        let slot = Slot::of_text(NAME, &summed(NAME, &text.replace(from, to))).unwrap();
        assert_eq!(slot.unwrap(&key(3)).map(|_| ()), Err(WrongSecret), "{to}");
    }
}

/// All signs of a code, as numbers of the alphabet.
const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn slips_are_found(bytes: [u8; 16]) {
    let text = RecoveryCode::take(&mut bytes.clone()).to_text().replace('-', "");
    let refused = |slipped: &str| {
        let read = RecoveryCode::of_text(slipped).map(|_| ());
        assert_eq!(read, Err(CodeError::Slip), "{slipped} for {text}");
    };
    for (at, sign) in text.char_indices() {
        for other in ALPHABET.chars().filter(|other| *other != sign) {
            refused(&format!("{}{other}{}", &text[..at], &text[at + 1..]));
        }
        for (behind, other) in text.char_indices().skip(at + 1).filter(|(_, other)| *other != sign)
        {
            let mut swapped: Vec<char> = text.chars().collect();
            (swapped[at], swapped[behind]) = (other, sign);
            refused(&swapped.iter().collect::<String>());
        }
    }
}

#[test]
fn every_slip_and_every_swap_is_found() {
    slips_are_found([0; 16]);
    slips_are_found([0xff; 16]);
    slips_are_found(std::array::from_fn(|at| at as u8 * 17));
}

proptest! {
    #[test]
    fn codes_come_back_and_their_slips_do_not(
        bytes: [u8; 16],
        at in 0..28_usize,
        other in 0..32_usize,
    ) {
        let text = RecoveryCode::take(&mut bytes.clone()).to_text();
        let again = RecoveryCode::of_text(&text.to_lowercase().replace('-', " ")).unwrap();
        prop_assert_eq!(again.to_text(), text.clone());
        let at = at + at / 4;
        let slipped = format!("{}{}{}", &text[..at], &ALPHABET[other..=other], &text[at + 1..]);
        prop_assert_eq!(RecoveryCode::of_text(&slipped).is_ok(), slipped == text.as_str());
    }

    #[test]
    fn readers_are_total(text: String, name: String) {
        let _ = RecoveryCode::of_text(&text);
        prop_assert_eq!(Slot::of_text(&name, &text), Err(SlotError::Damaged));
        let text = summed(&name, &format!("{text},\"checksum\""));
        prop_assert_eq!(Slot::of_text(&name, &text), Err(SlotError::Damaged));
    }

    #[test]
    fn slots_come_back_and_open_with_no_other_label(
        one in (any::<[u8; 16]>(), any::<u32>(), any::<[u8; 16]>(), kinds()),
        other in (any::<[u8; 16]>(), any::<u32>(), any::<[u8; 16]>(), kinds()),
        which in 0..16_u8,
    ) {
        let label = |(vault, generation, salt, kind)| {
            Plain { vault: VaultId(vault), generation, salt: Salt(salt), kind }
        };
        let (one, other) = (label(one), label(other));
        let slot = Slot::wrap(one, &key(3), &data(4), [5; 24]);
        prop_assert_eq!(Slot::of_text(NAME, &slot.to_text(NAME)), Ok(slot.clone()));
        // Some parts of the other label in place of its own.
        let mixed = Plain {
            vault: if which & 1 == 0 { one.vault } else { other.vault },
            generation: if which & 2 == 0 { one.generation } else { other.generation },
            salt: if which & 4 == 0 { one.salt } else { other.salt },
            kind: if which & 8 == 0 { one.kind } else { other.kind },
        };
        let wrapped = |slot: &Slot| {
            let text = slot.to_text(NAME);
            text.split("\"wrapped\":\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
        };
        let relabelled = Slot::wrap(mixed, &key(3), &data(8), [6; 24]);
        let text = relabelled.to_text(NAME).replace(&wrapped(&relabelled), &wrapped(&slot));
        let relabelled = Slot::of_text(NAME, &summed(NAME, &text)).unwrap();
        prop_assert_eq!(relabelled.unwrap(&key(3)).is_ok(), mixed == one);
    }
}

fn kinds() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::Recovery),
        (64..1024_u32, 1..20_u32, 1..=4_u32).prop_map(|(memory_kib, passes, lanes)| {
            Kind::Passphrase(Kdf { memory_kib, passes, lanes })
        }),
    ]
}
