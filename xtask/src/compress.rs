//! Compressed copies beside the files, for servers that hand them out.

use crate::{error::Error, page::gzip};
use std::{collections::BTreeMap, io::Write};

/// The best that the format can do; it is done once a release.
const QUALITY: u32 = 11;
const WINDOW: u32 = 22;

/// Endings of what gets smaller.
const COMPRESSIBLE: [&str; 8] = ["html", "css", "js", "wasm", "json", "webmanifest", "svg", "txt"];

/// Adds `.br` and `.gz` beside each file that gets smaller by it.
pub fn add(files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Error> {
    let mut packed = Vec::new();
    for (name, bytes) in files.iter().filter(|(name, _)| is_compressible(name)) {
        for (ending, small) in [("br", brotli(bytes)?), ("gz", gzip(bytes)?)] {
            if small.len() < bytes.len() {
                packed.push((format!("{name}.{ending}"), small));
            }
        }
    }
    files.extend(packed);
    Ok(())
}

fn is_compressible(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| COMPRESSIBLE.contains(&ending))
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut small = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut small, 1 << 16, QUALITY, WINDOW);
    let written = writer.write_all(bytes).and_then(|()| writer.flush());
    drop(writer);
    written.map_err(Error::file("compress", "a file in memory"))?;
    Ok(small)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn copies_open_to_the_same_bytes() {
        let text = b"the river, the river, the river ".repeat(40);
        let mut files = BTreeMap::from([
            ("a.txt".to_owned(), text.clone()),
            ("short.txt".to_owned(), b"a".to_vec()),
            ("a.png".to_owned(), text.clone()),
        ]);
        add(&mut files).expect("it compresses");
        assert_eq!(
            files.keys().collect::<Vec<_>>(),
            ["a.png", "a.txt", "a.txt.br", "a.txt.gz", "short.txt"]
        );
        let mut opened = Vec::new();
        brotli::Decompressor::new(&files["a.txt.br"][..], 4096)
            .read_to_end(&mut opened)
            .expect("brotli");
        assert_eq!(opened, text);
        opened.clear();
        flate2::read::GzDecoder::new(&files["a.txt.gz"][..])
            .read_to_end(&mut opened)
            .expect("gzip");
        assert_eq!(opened, text);
    }
}
