//! Reading files that are sound, cut, changed, or something else.

use crate::made::{Kept, draft, entry, id, kept};
use freshet::core::backup::read::{ReadProblem, Reader, Why, read};
use freshet::core::vault::kept::Gone;
use proptest::prelude::*;

fn sound() -> String {
    let texts = ["The kettle, the rain: déjà vu. 川", "two\nlines", "\"quoted\" [and] {braced}"];
    let entries = texts.iter().zip(1..).map(|(text, number)| entry(number, 1, text)).collect();
    let gone = vec![Gone { gone: id(9), revision: 2 }];
    Kept { gone, drafts: vec![draft(8, "begun")], ..Kept::of(entries) }.file()
}

fn is_stop(problem: &ReadProblem) -> bool {
    matches!(problem, ReadProblem::Stops { .. } | ReadProblem::NotOurs | ReadProblem::Empty)
}

#[test]
fn a_file_cut_anywhere_is_told_and_what_stands_before_is_read() {
    let file = sound();
    // The last byte is a line break that nobody misses.
    for end in (0..file.len() - 2).filter(|end| file.is_char_boundary(*end)) {
        let (backup, problems) = read(&file[..end]);
        assert!(problems.iter().any(is_stop), "{end}: {problems:?}");
        let lines = file[..end].matches('\n').count();
        let whole = file.lines().take(lines).filter(|line| line.contains("\"revision\":1")).count();
        assert!(backup.entries.len() >= whole, "{end}: {} of {whole}", backup.entries.len());
    }
}

#[test]
fn a_change_of_any_letter_is_told() {
    let file = sound();
    let from = file.find("\"made\"").unwrap();
    for (at, letter) in file[from..].char_indices().map(|(at, letter)| (at + from, letter)) {
        // The name of a field, white space and the like are not what it holds.
        if !letter.is_alphanumeric() {
            continue;
        }
        let other = if letter == 'x' { "y" } else { "x" };
        let changed = [&file[..at], other, &file[at + letter.len_utf8()..]].concat();
        let (_, problems) = read(&changed);
        assert!(!problems.is_empty(), "{}", &changed[from..]);
    }
}

#[test]
fn a_revision_that_no_entry_comes_to_is_not_read() {
    for (revision, sound) in [(1 << 31, true), ((1 << 31) + 1, false), (u32::MAX, false)] {
        let gone = vec![Gone { gone: id(9), revision }];
        let file = Kept { gone, ..Kept::of(vec![entry(1, revision, "words")]) }.file();
        let (backup, problems) = read(&file);
        let read = usize::from(sound);
        assert_eq!((backup.entries.len(), backup.gone.len()), (read, read), "{revision}");
        let told =
            |problem: &ReadProblem| matches!(problem, ReadProblem::Value { why: Why::Shape, .. });
        assert_eq!(problems.iter().filter(|problem| told(problem)).count(), 2 - 2 * read);
    }
}

#[test]
fn a_broken_entry_leaves_the_others() {
    let file = sound();
    let lines: Vec<&str> = file.lines().collect();
    let first = lines.iter().position(|line| line.starts_with("{\"id\"")).unwrap();
    let line = lines[first + 1];
    for broken in [&line[..line.len() / 2], "", "nonsense", "{{[\"", "]", "},{", "\u{0}", "1.5e3,"]
    {
        let mut changed = lines.clone();
        changed[first + 1] = broken;
        let (backup, problems) = read(&changed.join("\n"));
        let expected = if broken == "]" { 1 } else { 2 };
        assert_eq!(backup.entries.len(), expected, "{broken}: {problems:?}");
        assert!(!problems.is_empty(), "{broken}");
    }
}

#[test]
fn nonsense_of_ten_megabytes_is_read_to_its_end() {
    let pieces =
        ["x", "{", "[", "\"", "x,", "{},", "[[,", "\n", "{\n", "\n{\"a\":", "\n   {", "1,"];
    let starts = ["", "{\"freshet\":\"backup\",\"entries\":[", "{\"entries\":[\n", "{"];
    for (start, piece) in starts.iter().flat_map(|start| pieces.map(|piece| (start, piece))) {
        // All ten where lists go on; the others stop at the first letters.
        let length = if piece == "x," { 10_000_000 } else { 300_000 };
        let text = format!("{start}{}", piece.repeat(length / piece.len()));
        let (backup, problems) = read(&text);
        assert!(!problems.is_empty() && backup.entries.is_empty(), "{start}{piece}");
        assert!(problems.len() < 200, "{start}{piece}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in r#"(\{|\}|\[|\]|"|,|:|\\|\n| |x|1|"entries":\[|"freshet":"backup"|\{"id":"0101010101010101"){0,40}"#) {
        let (_, problems) = read(&text);
        prop_assert!(!problems.is_empty());
    }

    #[test]
    fn a_sound_file_comes_back_in_pieces_of_any_size(kept in kept(), piece in 1..2000_usize) {
        let file = kept.file();
        let mut reader = Reader::new(file.clone());
        while !reader.read_more(piece) {}
        let in_pieces = reader.finish();
        prop_assert_eq!(&in_pieces, &read(&file));
        let (backup, problems) = in_pieces;
        prop_assert_eq!(problems, vec![]);
        prop_assert_eq!(backup.entries.len(), kept.journal.all().count());
        prop_assert_eq!(backup.gone, kept.gone.clone());
        prop_assert_eq!(backup.drafts, kept.drafts.clone());
        let rest = kept.rest();
        prop_assert_eq!(backup.settings, Some(rest.settings));
        prop_assert_eq!(backup.looks, Some(rest.looks));
        prop_assert_eq!(backup.made, Some(rest.made));
    }

    #[test]
    fn other_white_space_changes_nothing(kept in kept()) {
        let file = kept.file();
        let pretty: serde_json::Value = serde_json::from_str(&file).unwrap();
        prop_assert_eq!(pretty["entries"].as_array().unwrap().len(), kept.journal.all().count());
        for other in [file.replace('\n', "\r\n"), file.replace('\n', ""), format!("\u{feff}{file}")] {
            prop_assert_eq!(read(&other), read(&file));
        }
    }
}
