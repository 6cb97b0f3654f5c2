//! Values of a vault without a passphrase, read by the program's own core: they
//! are compressed and packed, so that no word can be seen in them.

use freshet::core::vault::{
    compress::Coder,
    keys::VaultId,
    pack::Packing,
    record::{Form, Style},
};

const PREFIX: &str = "freshet:";

/// How values without a passphrase are read.
pub fn plain() -> Form {
    let style = Style { packing: Packing::Wide, coder: Coder::Ppmd };
    Form { vault: VaultId([0; 16]), style, key: None, former: None }
}

/// What a value of ours holds, by the name and the bytes under which a browser
/// keeps it: each has its own way to write a text.
pub(super) fn body(name: &[u8], value: &[u8]) -> Option<Vec<u8>> {
    let name = String::from_utf8_lossy(name);
    let (_, name) = name.split_once(PREFIX)?;
    let name = name.parse().ok()?;
    texts(value).into_iter().find_map(|text| Some(plain().read(name, &text).ok()?.1))
}

/// The texts that bytes may be. Chromium says by the first which it is.
fn texts(value: &[u8]) -> Vec<String> {
    let latin = |bytes: &[u8]| bytes.iter().map(|byte| char::from(*byte)).collect();
    let wide = |bytes: &[u8]| {
        let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        String::from_utf16(&units.collect::<Vec<_>>()).ok()
    };
    let rest = value.get(1..).unwrap_or_default();
    let utf8 = String::from_utf8(value.to_vec()).ok();
    [utf8, wide(value), wide(rest), Some(latin(rest))].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use freshet::core::vault::record::{Kind, Name};

    #[test]
    fn a_plain_value_is_opened_however_it_is_kept() {
        let name: Name = "0123456789abcdef".parse().expect("a name");
        let words = b"{\"text\":\"kumquat kumquat kumquat\"}";
        let text = plain().write(name, Kind::Draft, 0, words, [0; 24]);
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let key = b"_http://127.0.0.1:80\0\x01freshet:0123456789abcdef".as_slice();
        for value in [text.as_bytes(), &wide, &[&[0], wide.as_slice()].concat()] {
            assert_eq!(body(key, value).as_deref(), Some(words.as_slice()));
        }
        assert_eq!(body(b"freshet:0123456789abcdee", &wide), None);
        assert_eq!(body(b"another page", &wide), None);
    }
}
