//! LevelDB, in which Chromium keeps what pages store: tables of blocks,
//! compressed by Snappy, and logs of what was written last. As its own
//! documents `table_format.md` and `log_format.md` have it; checksums are not
//! looked at, for a value that was cut is searched too.

use super::Pair;

const MAGIC: u64 = 0xdb47_7524_8b80_fb57;
const FOOTER: usize = 48;
const LOG_BLOCK: usize = 32 * 1024;
const SNAPPY: u8 = 1;

/// Bytes that are read from the front.
struct Front<'a>(&'a [u8]);

impl<'a> Front<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// A number in groups of seven bits, the lowest first.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = usize::from(self.take(1)?[0]);
            number |= (byte & 127) << shift;
            if byte < 128 {
                return Some(number);
            }
        }
        None
    }

    fn counted(&mut self) -> Option<&'a [u8]> {
        let count = self.number()?;
        self.take(count)
    }
}

/// Names and values of a table; none where it is no table.
pub(super) fn of_table(bytes: &[u8]) -> Option<Vec<Pair>> {
    let footer = bytes.len().checked_sub(FOOTER).and_then(|at| bytes.get(at..))?;
    if u64::from_le_bytes(*footer.last_chunk()?) != MAGIC {
        return None;
    }
    let mut footer = Front(footer);
    // First comes where the index of other things is.
    let _ = (footer.number()?, footer.number()?);
    let index = block(bytes, &mut footer)?;
    let blocks = entries(&index).into_iter();
    let blocks = blocks.filter_map(|(_, place)| block(bytes, &mut Front(&place)));
    Some(blocks.flat_map(|block| entries(&block)).collect())
}

/// The block at a place: where it begins, how long it is.
fn block(bytes: &[u8], place: &mut Front<'_>) -> Option<Vec<u8>> {
    let (start, size) = (place.number()?, place.number()?);
    let block = bytes.get(start..start.checked_add(size)?)?;
    match *bytes.get(start + size)? {
        SNAPPY => snap::raw::Decoder::new().decompress_vec(block).ok(),
        _ => Some(block.to_vec()),
    }
}

/// Names share their beginning with the one before. The list of places where
/// one begins anew stands at the end, and is not needed.
fn entries(block: &[u8]) -> Vec<Pair> {
    let restarts = block.last_chunk::<4>().map_or(0, |count| u32::from_le_bytes(*count) as usize);
    let end = block.len().saturating_sub(restarts.saturating_mul(4).saturating_add(4));
    let mut front = Front(&block[..end]);
    let mut found: Vec<Pair> = Vec::new();
    let mut read = || {
        let (shared, own, size) = (front.number()?, front.number()?, front.number()?);
        let before = found.last().map_or(&[][..], |(name, _)| name);
        let name = [before.get(..shared)?, front.take(own)?].concat();
        found.push((name, front.take(size)?.to_vec()));
        Some(())
    };
    while read().is_some() {}
    found
}

/// Names and values of a log. What is none has none.
pub(super) fn of_log(bytes: &[u8]) -> Vec<Pair> {
    let mut found = Vec::new();
    let mut record = Vec::new();
    for block in bytes.chunks(LOG_BLOCK) {
        let mut front = Front(block);
        while let Some((kind, part)) = log_part(&mut front) {
            // Whole, first, middle, last.
            if matches!(kind, 1 | 2) {
                record.clear();
            }
            record.extend_from_slice(part);
            if matches!(kind, 1 | 4) {
                found.extend(batch(&record));
            }
        }
    }
    found
}

/// A checksum, the size, the kind, and so many bytes; one that was cut is as
/// long as it goes.
fn log_part<'a>(front: &mut Front<'a>) -> Option<(u8, &'a [u8])> {
    let head = front.take(7)?;
    let (size, kind) = (usize::from(u16::from_le_bytes([head[4], head[5]])), head[6]);
    let size = size.min(front.0.len());
    (1..=4).contains(&kind).then(|| Some((kind, front.take(size)?)))?
}

/// Twelve bytes of numbers, then what was put and what was taken away.
fn batch(record: &[u8]) -> Vec<Pair> {
    const PUT: u8 = 1;
    let mut front = Front(record.get(12..).unwrap_or_default());
    let mut found = Vec::new();
    let mut read = || {
        let put = front.take(1)?[0] == PUT;
        let name = front.counted()?.to_vec();
        if put {
            found.push((name, front.counted()?.to_vec()));
        }
        Some(())
    };
    while read().is_some() {}
    found
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    fn number(mut number: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        while number >= 128 {
            bytes.push((number & 127) as u8 | 128);
            number >>= 7;
        }
        bytes.push(number as u8);
        bytes
    }

    fn counted(bytes: &[u8]) -> Vec<u8> {
        [number(bytes.len()), bytes.to_vec()].concat()
    }

    /// A block whose names share what they can, compressed.
    fn block_of(pairs: &[(&[u8], &[u8])]) -> Vec<u8> {
        let mut block = Vec::new();
        let mut before: &[u8] = &[];
        for (name, value) in pairs {
            let shared = before.iter().zip(*name).take_while(|(a, b)| a == b).count();
            for part in [shared, name.len() - shared, value.len()] {
                block.extend(number(part));
            }
            block.extend_from_slice(&name[shared..]);
            block.extend_from_slice(value);
            before = name;
        }
        block.extend(0_u32.to_le_bytes());
        block.extend(1_u32.to_le_bytes());
        snap::raw::Encoder::new().compress_vec(&block).expect("it is packed")
    }

    pub(crate) fn table(pairs: &[(&[u8], &[u8])]) -> Vec<u8> {
        let data = block_of(pairs);
        let trailer = [SNAPPY, 0, 0, 0, 0];
        let place = [number(0), number(data.len())].concat();
        let index = block_of(&[(b"last", &place)]);
        let index_place = [number(data.len() + 5), number(index.len())].concat();
        let mut footer = [vec![0, 0], index_place].concat();
        footer.resize(FOOTER - 8, 0);
        footer.extend(MAGIC.to_le_bytes());
        [&data[..], &trailer, &index, &trailer, &footer].concat()
    }

    /// A log of one batch, cut into parts where a block of the log ends.
    pub(crate) fn log(pairs: &[(&[u8], &[u8])]) -> Vec<u8> {
        let puts = pairs
            .iter()
            .flat_map(|(name, value)| [vec![1], counted(name), counted(value)].concat());
        let record: Vec<u8> = [0; 12].into_iter().chain(puts).collect();
        let parts: Vec<&[u8]> = record.chunks(LOG_BLOCK - 7).collect();
        let mut log = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let kind = match (at == 0, at + 1 == parts.len()) {
                (true, true) => 1,
                (true, false) => 2,
                (false, false) => 3,
                (false, true) => 4,
            };
            log.extend([0; 4]);
            log.extend((part.len() as u16).to_le_bytes());
            log.push(kind);
            log.extend_from_slice(part);
        }
        log
    }

    const PAIRS: [(&[u8], &[u8]); 3] =
        [(b"key one", b"words"), (b"key two", b""), (b"other", b"more words")];

    fn owned(pairs: &[(&[u8], &[u8])]) -> Vec<Pair> {
        pairs.iter().map(|(name, value)| (name.to_vec(), value.to_vec())).collect()
    }

    #[test]
    fn a_table_is_read() {
        assert_eq!(of_table(&table(&PAIRS)), Some(owned(&PAIRS)));
        assert_eq!(of_table(b"no table"), None);
    }

    #[test]
    fn a_log_is_read_across_its_blocks() {
        assert_eq!(of_log(&log(&PAIRS)), owned(&PAIRS));
        let long = vec![b'x'; 3 * LOG_BLOCK];
        let pairs: [(&[u8], &[u8]); 2] = [(b"long", &long), (b"after", b"words")];
        assert_eq!(of_log(&log(&pairs)), owned(&pairs));
    }

    #[test]
    fn what_is_cut_anywhere_is_no_trouble() {
        let (table, log) = (table(&PAIRS), log(&PAIRS));
        for end in 0..table.len() {
            let _ = of_table(&table[..end]);
        }
        for end in 0..log.len() {
            let _ = of_log(&log[..end]);
        }
    }
}
