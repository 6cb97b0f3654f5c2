//! A language that nobody speaks, made of another one: each letter is taken by
//! one that looks like it, and each text is 40 % longer. Where a page shows a
//! letter of before, its words stand outside the content; where a long text
//! does not fit, no other language will.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use crate::draft::Draft;
use crate::problem::Problems;
use crate::source::Text;

/// What is shown in the letters of `A` to `Z` and `a` to `z`.
const LETTERS: [&str; 2] = ["ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ", "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž"];

/// What makes a text longer, repeated.
const FILLING: &str = " ŵöŕðš";

/// Names in place of words: of the language that dates are written in.
const CODES: [(&str, &str); 1] = [("words/shell.toml", "language")];

/// The rules of style are those of English.
const RULES: &str = "banned = []\nowing = []\ndrugs = []\ndiagnoses = []\ntwo_syllables = []\n\
                     grade = { theme = 99.0, section = 99.0 }\n";

/// Writes the pseudo-language of the folder `from` into the folder `to`, which
/// [`compile`](crate::compile) then reads. Files that `from` could not be read
/// by are left out.
///
/// # Errors
/// Where a file cannot be read or written.
pub fn pseudo(from: &Path, to: &Path) -> io::Result<()> {
    let draft = Draft::read(from, &mut Problems::default());
    let mut files: BTreeMap<&Path, Vec<Text<'_>>> = BTreeMap::new();
    for text in draft.texts() {
        files.entry(&text.source.file).or_default().push(text);
    }
    for (file, texts) in files {
        let path = to.join(file);
        fs::create_dir_all(path.parent().unwrap_or(to))?;
        fs::write(path, edited(texts))?;
    }
    fs::write(to.join("rules.toml"), RULES)
}

fn is_code(text: &Text<'_>) -> bool {
    let before = text.source.text.get(..text.words.span().start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    CODES.iter().any(|(file, key)| {
        text.source.file == Path::new(file) && line.split_whitespace().next() == Some(key)
    })
}

/// The text as it stands in its file: between quotes in TOML, bare in Markdown.
fn in_place(text: &Text<'_>) -> String {
    let raw = text.source.text.get(text.words.span()).unwrap_or_default();
    if raw.starts_with(['"', '\'']) {
        let escaped = pseudo_text(text.str()).replace('\\', "\\\\").replace('"', "\\\"");
        format!("\"{}\"", escaped.replace('\n', "\\n"))
    } else {
        // A heading stands with its slug.
        raw.replacen(text.str(), &pseudo_text(text.str()), 1)
    }
}

/// The file of these texts with each of them in other letters.
fn edited(mut texts: Vec<Text<'_>>) -> String {
    texts.sort_by_key(|text| text.words.span().start);
    let source = texts.first().map_or("", |text| &text.source.text);
    let mut edited = String::with_capacity(source.len() * 2);
    let mut done = 0;
    for text in texts.iter().filter(|text| !is_code(text)) {
        let span = text.words.span();
        edited.push_str(&source[done..span.start]);
        edited.push_str(&in_place(text));
        done = span.end;
    }
    edited.push_str(&source[done..]);
    edited
}

/// A text in other letters, and longer. Placeholders and citations stay.
fn pseudo_text(text: &str) -> String {
    let mut within = 0_u32;
    let mut changed: String = text
        .chars()
        .flat_map(|letter| {
            match letter {
                '{' | '[' => within += 1,
                '}' | ']' => within = within.saturating_sub(1),
                _ => {}
            }
            std::iter::once(if within == 0 { other(letter) } else { letter })
        })
        .collect();
    let longer = text.chars().count() * 2 / 5;
    changed.extend(FILLING.chars().cycle().take(longer));
    changed.trim_end().to_owned()
}

fn other(letter: char) -> char {
    let [upper, lower] = LETTERS;
    let nth = |letters: &str, first: u8| letters.chars().nth(usize::from(letter as u8 - first));
    let found = match letter {
        'A'..='Z' => nth(upper, b'A'),
        'a'..='z' => nth(lower, b'a'),
        _ => None,
    };
    found.unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_in_other_letters_and_longer() {
        let text = pseudo_text("Saved on {day} [B7].");
        assert_eq!(text, "Šåṽéð öñ {day} [B7]. ŵöŕðš ŵ");
        assert!(
            !text
                .replace("{day}", "")
                .replace("[B7]", "")
                .contains(|c: char| c.is_ascii_alphabetic())
        );
        assert_eq!(LETTERS.map(|letters| letters.chars().count()), [26, 26]);
    }

    #[test]
    fn what_is_written_compiles_and_nothing_of_before_is_left() {
        let to = std::env::temp_dir().join(format!("freshet-pseudo-{}", std::process::id()));
        pseudo(Path::new("en"), &to).expect("it is written");
        let content = crate::compile(&to).expect("it compiles");
        let _ = fs::remove_dir_all(&to);
        let english = |text: &str| text.contains("Stop and settle") || text.contains("the body");
        assert!(!english(&content.tables()) && !english(&content.readings()));
        assert!(content.tables().contains("en-GB"));
    }
}
