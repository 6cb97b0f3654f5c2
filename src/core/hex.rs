//! Bytes as hexadecimal digits: two lower-case digits a byte, so that equal
//! bytes have one text only, and a person can compare two of them by eye.

/// Bytes as digits.
pub fn encode(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

/// The bytes that digits stand for; none where a sign is no digit, is upper
/// case, or stands alone.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let bytes = pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?));
    if rest.is_empty() { bytes.collect() } else { None }
}

/// As many bytes as are wanted, no more and no fewer.
pub fn decode_exact<const N: usize>(text: &str) -> Option<[u8; N]> {
    decode(text)?.try_into().ok()
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

/// A newtype of bytes, written in JSON as digits.
macro_rules! as_hex {
    ($type:ident) => {
        impl $crate::core::json::Shape for $type {
            fn to_json(&self) -> $crate::core::json::Json {
                $crate::core::json::Json::Text($crate::core::hex::encode(&self.0))
            }

            fn of_json(json: &$crate::core::json::Json) -> Option<Self> {
                $crate::core::hex::decode_exact(json.text()?).map($type)
            }
        }
    };
}

pub(crate) use as_hex;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_comes_back() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&encode(&all)), Some(all));
        assert_eq!(encode(&[0x00, 0x9a, 0xff]), "009aff");
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["0", "0g", "FF", " 00", "+1", "é"] {
            assert_eq!(decode(text), None, "{text}");
        }
        assert_eq!(decode_exact::<2>("0001"), Some([0, 1]));
        assert_eq!(decode_exact::<2>("000102"), None);
    }
}
