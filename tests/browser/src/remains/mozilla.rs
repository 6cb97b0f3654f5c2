//! Firefox's session files: a mark, the length, and a block of LZ4.

const MARK: &[u8] = b"mozLz40\0";

/// The text of such a file.
pub(super) fn unpack(bytes: &[u8]) -> Option<Vec<u8>> {
    lz4_flex::block::decompress_size_prepended(bytes.strip_prefix(MARK)?).ok()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(crate) fn packed(text: &[u8]) -> Vec<u8> {
        [MARK, &lz4_flex::block::compress_prepend_size(text)].concat()
    }

    #[test]
    fn a_session_file_is_unpacked() {
        let text = b"word word word word word word word".as_slice();
        assert_eq!(unpack(&packed(text)).as_deref(), Some(text));
        assert_eq!(unpack(text), None);
        assert_eq!(unpack(b"mozLz40\0\xff\xff\xff\x00cut"), None);
    }
}
