//! Classes that a dependency offers to scripts. Nobody asks for them here, so
//! they are taken out of the linked program, with all that only they need:
//! before it is split, while it is still known who refers to whom.

use crate::error::Error;
use std::{collections::BTreeSet, ops::Range};
use wasmparser::{Export, ExportSectionReader, Parser, Payload};

/// The section that tells the binding tool what there is to bind: one item after
/// the other, each a description of its form and then itself, both behind their
/// length in four bytes.
const TOLD: &str = "__wasm_bindgen_unstable";

/// The program without the classes.
pub fn taken_out(linked: &[u8]) -> Result<Vec<u8>, Error> {
    let classes = classes(linked)?;
    let mut bare = linked.get(..8).unwrap_or_default().to_vec();
    for payload in Parser::new(0).parse_all(linked) {
        let payload = payload.map_err(unread)?;
        let Some((id, range)) = payload.as_section() else { continue };
        let content = match &payload {
            Payload::ExportSection(exports) => without_exports(linked, exports, &classes)?,
            Payload::CustomSection(custom) if custom.name() == TOLD => {
                [part(linked, range.start..custom.data_offset()), &without_items(custom.data())?]
                    .concat()
            }
            _ => part(linked, range).to_vec(),
        };
        bare.push(id);
        number(&mut bare, content.len());
        bare.extend(content);
    }
    Ok(bare)
}

/// The names of all classes, as the exports have them.
fn classes(linked: &[u8]) -> Result<BTreeSet<String>, Error> {
    let mut classes = BTreeSet::new();
    for payload in Parser::new(0).parse_all(linked) {
        if let Payload::CustomSection(custom) = payload.map_err(unread)?
            && custom.name() == TOLD
        {
            for item in items(custom.data())? {
                classes.extend(item.class.map(str::to_ascii_lowercase));
            }
        }
    }
    Ok(classes)
}

struct Item<'a> {
    whole: &'a [u8],
    class: Option<&'a str>,
}

fn items(told: &[u8]) -> Result<Vec<Item<'_>>, Error> {
    let mut items = Vec::new();
    let mut rest = told;
    while !rest.is_empty() {
        let ((_, behind), whole) = (taken(rest)?, rest);
        let (item, behind) = taken(behind)?;
        let whole = &whole[..whole.len() - behind.len()];
        items.push(Item { whole, class: class(item) });
        rest = behind;
    }
    Ok(items)
}

/// The bytes behind their length, and what follows.
fn taken(told: &[u8]) -> Result<(&[u8], &[u8]), Error> {
    let (long, rest) = told.split_first_chunk().ok_or_else(cut)?;
    rest.split_at_checked(u32::from_le_bytes(*long) as usize).ok_or_else(cut)
}

/// The class that an item is about: a function of it, or the class itself. An
/// item is the counts and contents of its exports, enumerations, imports and
/// structures; an export says first whether it belongs to a class.
fn class(item: &[u8]) -> Option<&str> {
    let (long, rest) = match item {
        [1, 1, long, rest @ ..] | [0, 0, 0, 1, long, rest @ ..] => (usize::from(*long), rest),
        _ => return None,
    };
    std::str::from_utf8(rest.get(..long)?).ok()
}

fn without_items(told: &[u8]) -> Result<Vec<u8>, Error> {
    let kept = items(told)?.into_iter().filter(|item| item.class.is_none());
    Ok(kept.flat_map(|item| item.whole).copied().collect())
}

fn without_exports(
    linked: &[u8],
    exports: &ExportSectionReader<'_>,
    classes: &BTreeSet<String>,
) -> Result<Vec<u8>, Error> {
    let all = exports.clone().into_iter_with_offsets();
    let all = all.collect::<Result<Vec<_>, _>>().map_err(unread)?;
    let ends = all.iter().skip(1).map(|(start, _)| *start).chain([exports.range().end]);
    let mut kept: Vec<u8> = Vec::new();
    let mut count = 0;
    for ((start, export), end) in all.iter().zip(ends) {
        if !is_of_class(export, classes) {
            kept.extend(part(linked, *start..end));
            count += 1;
        }
    }
    let mut section = Vec::new();
    number(&mut section, count);
    section.extend(kept);
    Ok(section)
}

fn is_of_class(export: &Export<'_>, classes: &BTreeSet<String>) -> bool {
    let name = export.name.strip_prefix("__wbindgen_describe_").unwrap_or(export.name);
    let name = name.strip_prefix("__wbg_").unwrap_or(name);
    name.split_once('_').is_some_and(|(class, _)| classes.contains(class))
}

/// What stands between two offsets, which the reader has been to.
fn part(linked: &[u8], range: Range<u64>) -> &[u8] {
    linked.get(range.start as usize..range.end as usize).unwrap_or_default()
}

/// A number as WebAssembly writes it: seven bits a byte, the lowest first.
fn number(text: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        text.push(number as u8 | 0x80);
        number >>= 7;
    }
    text.push(number as u8);
}

fn unread(error: wasmparser::BinaryReaderError) -> Error {
    Error::refused(format!("the linked program cannot be read: {error:#}"))
}

fn cut() -> Error {
    Error::refused("the linked program tells the binding tool half a thing")
}

#[cfg(test)]
mod tests {
    use super::*;

    const METHOD: &[u8] = b"\x01\x01\x06Source\0\0";
    const CLASS: &[u8] = b"\0\0\0\x01\x06Source\0";
    const IMPORT: &[u8] = b"\0\0\x01\x06window";

    fn told(items: &[&[u8]]) -> Vec<u8> {
        let with_length = |item: &[u8]| [&(item.len() as u32).to_le_bytes(), item].concat();
        items.iter().flat_map(|item| [with_length(b"{}"), with_length(item)].concat()).collect()
    }

    fn section(id: u8, content: &[u8]) -> Vec<u8> {
        let mut section = vec![id];
        number(&mut section, content.len());
        [section, content.to_vec()].concat()
    }

    fn exports(names: &[&str]) -> Vec<u8> {
        let one = |name: &&str| [&[name.len() as u8], name.as_bytes(), &[0, 0]].concat();
        section(7, &[vec![names.len() as u8], names.iter().flat_map(one).collect()].concat())
    }

    fn program(names: &[&str], items: &[&[u8]]) -> Vec<u8> {
        let name = [&[TOLD.len() as u8], TOLD.as_bytes()].concat();
        // One kind of function, and one function of it that does nothing.
        let [kinds, functions, code] = [&b"\x01\x60\0\0"[..], b"\x01\0", b"\x01\x02\0\x0b"];
        let told = section(0, &[name, told(items)].concat());
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, kinds),
            section(3, functions),
            exports(names),
            section(10, code),
            told,
        ]
        .concat()
    }

    #[test]
    fn classes_go_and_all_else_stays() {
        let offered = ["__wbg_source_free_0a", "source_pull_0a", "__wbindgen_describe_source_pull"];
        let kept = ["main", "sources", "__wbindgen_describe_window"];
        let whole = program(&[&kept[..], &offered].concat(), &[METHOD, IMPORT, CLASS]);
        let bare = taken_out(&whole).expect("it is a program");
        assert_eq!(bare, program(&kept, &[IMPORT]));
        assert_eq!(taken_out(&bare).expect("it is a program"), bare);
    }

    #[test]
    fn half_a_thing_is_refused() {
        assert!(without_items(&told(&[METHOD])[..12]).is_err());
        assert!(without_items(&[1, 0]).is_err());
        assert!(taken_out(b"\0asm").is_err());
    }
}
