//! What opens a fixture: a line each, as in `opens passphrase six plain words`.

use freshet::core::vault::cipher::DataKey;
use freshet::core::vault::keys::{Kind, RecoveryCode, Slot, derive};
use freshet::core::vault::passphrase::Passphrase;
use unicode_normalization::UnicodeNormalization;

/// What a person has typed.
#[derive(Debug, Clone)]
pub(crate) enum Secret {
    /// As it was typed, in any form.
    Passphrase(String),
    Code(String),
}

/// The secrets that open, and those that do not.
pub(crate) fn of_text(text: &str) -> (Vec<Secret>, Vec<Secret>) {
    let (mut opens, mut refuses) = (Vec::new(), Vec::new());
    for line in text.lines() {
        let (verdict, secret) = line.split_once(' ').unwrap();
        let (kind, words) = secret.split_once(' ').unwrap();
        let secret = match kind {
            "passphrase" => Secret::Passphrase(words.to_owned()),
            "code" => Secret::Code(words.to_owned()),
            _ => panic!("{line}"),
        };
        match verdict {
            "opens" => opens.push(secret),
            "refuses" => refuses.push(secret),
            _ => panic!("{line}"),
        }
    }
    (opens, refuses)
}

impl Secret {
    /// The data key of a slot that it opens.
    pub(crate) fn opens(&self, slot: &Slot) -> Option<DataKey> {
        let plain = slot.plain();
        let key = match (self, plain.kind) {
            (Secret::Passphrase(typed), Kind::Passphrase(kdf)) => {
                let passphrase = Passphrase::of_normalized(typed.nfkc().collect());
                derive(&passphrase, plain.salt, &kdf).unwrap()
            }
            (Secret::Code(typed), Kind::Recovery) => {
                RecoveryCode::of_text(typed).ok()?.wrapping_key(plain.salt)
            }
            _ => return None,
        };
        slot.unwrap(&key).ok()
    }
}
