//! A word in every form in which a browser may have written it.

use base64::{Engine, alphabet, engine::GeneralPurpose, engine::general_purpose::NO_PAD};

/// A word, and its bytes in each encoding.
pub(super) struct Word {
    forms: Vec<(&'static str, Vec<u8>)>,
}

impl Word {
    pub(super) fn new(word: &str) -> Word {
        let utf16 = |bytes: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(bytes).collect();
        let (utf8, wide): (Vec<u8>, Vec<u8>) = (word.into(), utf16(u16::to_le_bytes));
        let mut forms = vec![
            ("UTF-8", utf8.clone()),
            ("UTF-16", wide.clone()),
            ("UTF-16", utf16(u16::to_be_bytes)),
        ];
        for bytes in [utf8, wide] {
            forms.extend(in_base64(&bytes).into_iter().map(|form| ("base64", form)));
        }
        Word { forms }
    }

    /// The form in which it stands there, if it does.
    pub(super) fn stands_in(&self, bytes: &[u8]) -> Option<&'static str> {
        let holds = |form: &[u8]| bytes.windows(form.len()).any(|window| window == form);
        self.forms.iter().find(|(_, form)| holds(form)).map(|(name, _)| *name)
    }
}

/// Base64 writes three bytes in four letters, so a word within a longer text
/// has three forms. What depends on its neighbours is left out.
fn in_base64(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut forms = Vec::new();
    for alphabet in [&alphabet::STANDARD, &alphabet::URL_SAFE] {
        let engine = GeneralPurpose::new(alphabet, NO_PAD);
        for before in 0..3 {
            let text = engine.encode([&vec![0; before], bytes].concat());
            let (start, end) = ((before * 8).div_ceil(6), (before + bytes.len()) * 8 / 6);
            forms.push(text.as_bytes()[start..end].to_vec());
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Option<&str>) {
        assert_eq!(Word::new("zugzwang çok").stands_in(bytes), expected);
    }

    #[test]
    fn every_form_is_known() {
        let text = "before zugzwang çok after";
        check(text.as_bytes(), Some("UTF-8"));
        check(&text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(), Some("UTF-16"));
        check(&text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>(), Some("UTF-16"));
        check(b"zugzwang cok", None);
        check(b"", None);
    }

    #[test]
    fn base64_is_seen_wherever_the_word_begins() {
        let engine = base64::engine::general_purpose::STANDARD;
        for before in ["", "a", "ab", "abc", "abcd"] {
            check(engine.encode(format!("{before}zugzwang çok!")).as_bytes(), Some("base64"));
        }
    }
}
