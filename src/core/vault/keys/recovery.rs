//! The recovery code: 128 random bits on paper, for the day on which the
//! passphrase is forgotten.
//!
//! Written, it is 28 signs of Crockford's base 32 in seven groups of four. 26
//! hold the bits (and two zeros at the end), two are a check ([`super::symbols`])
//! that finds every one or two wrong signs, and so every swap of two. Reading
//! forgives what hands and eyes mix up: case, spaces and dashes, O for 0, I and
//! L for 1.

use super::symbols::{self, CHECKS};
use super::{Salt, WrappingKey};
use crate::core::vault::secret::Secret;
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

/// Crockford's signs: no I, L, O, nor U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Signs that hold bits: 26 × 5 = 130.
const DATA: usize = 26;

/// Signs in all.
const SIGNS: usize = DATA + CHECKS;

const GROUP: usize = 4;

/// Says what keys made of a code are for, and in which format.
const INFO: &[u8] = b"freshet recovery slot 1";

/// 128 random bits.
#[derive(Debug)]
pub struct RecoveryCode(Secret<16>);

/// Why a text is no recovery code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeError {
    /// A sign that no code has; its place in the text, counted from zero in
    /// characters.
    NotInCodes(usize),
    /// It has only so many signs.
    TooShort(usize),
    /// It has so many signs.
    TooLong(usize),
    /// Its signs do not fit together: at least one of them is another one.
    Slip,
}

impl RecoveryCode {
    /// Takes random bytes, and leaves zeros where they stood.
    pub fn take(random: &mut [u8; 16]) -> Self {
        Self(Secret::take(random))
    }

    /// The code as it is written down, with a dash between the groups.
    pub fn to_text(&self) -> Zeroizing<String> {
        let bits = u128::from_be_bytes(*self.0.expose());
        let mut signs = Zeroizing::new([0; SIGNS]);
        for (at, sign) in signs[..DATA].iter_mut().enumerate() {
            *sign = five_bits(bits, at);
        }
        let checks = symbols::checks(&signs[..DATA]);
        signs[DATA..].copy_from_slice(&checks);
        let mut text = Zeroizing::new(String::with_capacity(SIGNS + SIGNS / GROUP));
        for (at, sign) in signs.iter().enumerate() {
            if at > 0 && at % GROUP == 0 {
                text.push('-');
            }
            text.push(char::from(ALPHABET[usize::from(*sign)]));
        }
        text
    }

    /// The code that was written down.
    pub fn of_text(text: &str) -> Result<Self, CodeError> {
        let signs = signs(text)?;
        if !symbols::fit(&*signs) {
            return Err(CodeError::Slip);
        }
        Secret::fill(|bytes| {
            let (bits, rest) = bits(&signs[..DATA]);
            bytes.copy_from_slice(&bits.to_be_bytes());
            // The two bits at the end are zeros in every code that was given out.
            if rest == 0 { Ok(()) } else { Err(CodeError::Slip) }
        })
        .map(Self)
    }

    /// The key that this code makes with a salt: HKDF-SHA-256 (RFC 5869). The
    /// code is as random as a key, so nothing slow is needed.
    pub fn wrapping_key(&self, salt: Salt) -> WrappingKey {
        let derived = Secret::fill(|key| {
            Hkdf::<Sha256>::new(Some(&salt.0), self.0.expose()).expand(INFO, key)
        });
        WrappingKey(derived.expect("32 bytes are far from HKDF's end"))
    }
}

/// Five of the bits, with two zeros behind the last.
fn five_bits(bits: u128, at: usize) -> u8 {
    let from_left = at * 5;
    let shifted = if from_left < 125 { bits >> (123 - from_left) } else { bits << 2 };
    (shifted & 31) as u8
}

/// The 128 bits in 26 signs, and the two bits behind them.
fn bits(signs: &[u8]) -> (u128, u8) {
    let (last, first) = signs.split_last().map_or((0, signs), |(last, first)| (*last, first));
    let bits = first.iter().fold(0, |bits: u128, sign| bits << 5 | u128::from(*sign));
    (bits << 3 | u128::from(last >> 2), last & 3)
}

fn signs(text: &str) -> Result<Zeroizing<[u8; SIGNS]>, CodeError> {
    let mut signs = Zeroizing::new([0; SIGNS]);
    let mut count = 0;
    for (at, letter) in text.chars().enumerate() {
        if is_between(letter) {
            continue;
        }
        let value = value(letter).ok_or(CodeError::NotInCodes(at))?;
        if let Some(sign) = signs.get_mut(count) {
            *sign = value;
        }
        count += 1;
    }
    match count {
        SIGNS => Ok(signs),
        0..SIGNS => Err(CodeError::TooShort(count)),
        _ => Err(CodeError::TooLong(count)),
    }
}

/// Spaces of any kind, and what keyboards make of a hyphen.
fn is_between(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn value(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let at = ALPHABET.iter().position(|sign| char::from(*sign) == letter)?;
    u8::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::hex;

    const COUNTED: &str = "000G-40R4-0M30-E209-185G-R38E-1WEC";

    fn counted() -> RecoveryCode {
        RecoveryCode::take(&mut std::array::from_fn(|at| at as u8))
    }

    fn read(text: &str) -> Result<[u8; 16], CodeError> {
        RecoveryCode::of_text(text).map(|code| *code.0.expose())
    }

    #[track_caller]
    fn check(text: &str, expected: Result<(), CodeError>) {
        let counted = *counted().0.expose();
        assert_eq!(read(text), expected.map(|()| counted), "{text}");
    }

    /// The expected codes were made by another program.
    #[test]
    fn bits_have_one_text_for_ever() {
        assert_eq!(counted().to_text().as_str(), COUNTED);
        let ones = RecoveryCode::take(&mut [0xff; 16]);
        assert_eq!(ones.to_text().as_str(), "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZWBH");
    }

    #[test]
    fn what_hands_and_eyes_mix_up_is_forgiven() {
        check(COUNTED, Ok(()));
        check("000g40r40m30e209185gr38e1wec", Ok(()));
        check("  OooG 4oR4 Om3O\te2o9 i85g r38e LweC\n", Ok(()));
        check("000G\u{2013}40R4\u{2011}0M30\u{2212}E209\u{a0}l85G--R38E - IWEC", Ok(()));
    }

    #[test]
    fn what_is_no_code_is_told_apart() {
        check("", Err(CodeError::TooShort(0)));
        check(&COUNTED[..33], Err(CodeError::TooShort(27)));
        check(&format!("{COUNTED}0"), Err(CodeError::TooLong(29)));
        check(&COUNTED.replace('E', "U"), Err(CodeError::NotInCodes(15)));
        check("é", Err(CodeError::NotInCodes(0)));
        check("000G-4?", Err(CodeError::NotInCodes(6)));
        check(&COUNTED.replace("1WEC", "1WED"), Err(CodeError::Slip));
    }

    /// Signs that fit together, but were never given out.
    #[test]
    fn the_two_bits_at_the_end_are_zeros() {
        for rest in 0..4 {
            let mut word = vec![0; DATA];
            word[DATA - 1] = rest;
            word.extend(symbols::checks(&word));
            let text: String =
                word.iter().map(|sign| char::from(ALPHABET[usize::from(*sign)])).collect();
            let expected = if rest == 0 { Ok([0; 16]) } else { Err(CodeError::Slip) };
            assert_eq!(read(&text), expected);
        }
    }

    #[test]
    fn every_bit_has_its_place() {
        for bit in 0..128 {
            let bytes = (1_u128 << bit).to_be_bytes();
            let text = RecoveryCode::take(&mut bytes.clone()).to_text();
            assert_eq!(read(&text), Ok(bytes), "bit {bit}");
        }
    }

    /// The expected key is another program's (OpenSSL's HKDF).
    #[test]
    fn a_code_makes_one_key_for_ever() {
        let salt = Salt(std::array::from_fn(|at| at as u8));
        assert_eq!(
            hex::encode(counted().wrapping_key(salt).expose()),
            "aec0ccdcf43c78af433c8c2cd176c2307da07355c07d85945b664b4edd3d51c9"
        );
    }
}
