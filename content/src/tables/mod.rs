//! Rust source for `core::content::tables`, into which it is included.
//!
//! Every generated item has a doc comment, for the program's lints ask for one.

mod exercises;
mod sit;
mod support;
mod words;

use toml::Spanned;

use crate::Content;
use crate::feelings::{FAMILIES, Feelings};
use crate::shelf::Shelf;

/// All tables.
pub(crate) fn source(content: &Content) -> String {
    [
        feelings(&content.feelings),
        shelf(["Theme", "THEMES", "The themes"], &content.themes),
        shelf(["Page", "PAGES", "The readings that belong to no theme"], &content.pages),
        exercises::source(&content.exercises),
        sit::source(&content.sit),
        support::source(&content.support),
        words::source(&content.words),
    ]
    .join("\n")
}

fn feelings(feelings: &Feelings) -> String {
    let families = FAMILIES.map(|(id, variant)| (feelings.family(id), variant));
    let names = families.map(|(family, _)| family.map_or_else(String::new, |one| text(&one.name)));
    let rows: Vec<_> = families
        .into_iter()
        .flat_map(|(family, variant)| family.map(|family| (family, variant)))
        .flat_map(|(family, variant)| family.feelings.iter().map(move |one| (one, variant)))
        .map(|(one, variant)| {
            let (id, word, gloss) = (text(&one.id), text(&one.word), text(&one.gloss));
            let (valence, arousal) = (one.valence.get_ref(), one.arousal.get_ref());
            format!(
                "    Feeling {{ id: {id}, word: {word}, gloss: {gloss}, family: Family::{variant}, \
                 at: Point::new({valence}, {arousal}) }},\n"
            )
        })
        .collect();
    format!(
        "/// The families' names, in their order.\n\
         pub static FAMILY_NAMES: [&str; 12] = [{}];\n\n\
         /// The feelings, family by family.\n\
         pub static FEELINGS: [Feeling; {}] = [\n{}];\n",
        names.join(", "),
        rows.len(),
        rows.concat()
    )
}

/// The rows of a folder, of the type and by the name given.
fn shelf([row, table, what]: [&str; 3], shelf: &Shelf) -> String {
    let rows = shelf.all.iter().map(|reading| {
        let front = &reading.front;
        let prompts = front.prompts.iter().map(|prompt| {
            format!("Prompt {{ id: {}, text: {} }}", text(&prompt.id), text(&prompt.text))
        });
        format!(
            "    {row} {{ slug: {}, title: {}, line: {}, prompts: {}, exercises: {} }},\n",
            literal(&reading.source.slug()),
            text(&front.title),
            text(&front.line),
            slice(prompts),
            slice(front.exercises.iter().map(text)),
        )
    });
    format!(
        "/// {what}, in their order.\npub static {table}: [{row}; {}] = [\n{}];\n",
        shelf.all.len(),
        rows.collect::<String>()
    )
}

/// A string as Rust writes it.
fn text(words: &Spanned<String>) -> String {
    literal(words.get_ref())
}

/// A string as Rust writes it, white space at its ends left out.
fn literal(words: &str) -> String {
    format!("{:?}", words.trim())
}

fn slice(rows: impl Iterator<Item = String>) -> String {
    format!("&[{}]", rows.collect::<Vec<_>>().join(", "))
}
