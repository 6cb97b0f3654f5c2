//! The guided path and its table.

use toml::Spanned;

use super::exercises::{exits, step, steps};
use super::{slice, text};
use crate::feelings::FAMILIES;
use crate::sit::{Row, Sit};

pub(super) fn source(sit: &Sit) -> String {
    let file = &sit.file;
    let no_words = file.no_words.get_ref();
    let words = sit.words.as_ref().map_or_else(String::new, step);
    let fields = [
        ("version", file.version.to_string()),
        ("title", text(&file.title)),
        ("time", text(&file.time)),
        ("what", text(&file.what)),
        ("what_not", text(&file.what_not)),
        ("why", text(&file.why)),
        ("skip_if", text(&file.skip_if)),
        ("instead", text(&file.instead)),
        ("exits", exits(file.exits.as_ref())),
        ("steps", steps(&sit.steps)),
        ("words", words),
        ("rows", slice(file.rows.iter().map(row))),
        ("no_words", offer(&no_words.exercises, no_words.writing)),
        ("left_out", slice(file.left_out.iter().map(text))),
    ];
    let rows = fields.map(|(name, value)| format!("    {name}: {value},\n"));
    format!("/// The guided path.\npub static SIT: Sit = Sit {{\n{}}};\n", rows.concat())
}

fn row(row: &Row) -> String {
    let families = row.families.get_ref().iter().filter_map(|family| {
        let (_, variant) = FAMILIES.iter().find(|(id, _)| id == family.get_ref())?;
        Some(format!("Family::{variant}"))
    });
    let offer = offer(&row.exercises, row.writing);
    format!("Row {{ families: {}, offer: {offer} }}", slice(families))
}

fn offer(exercises: &[Spanned<String>], writing: bool) -> String {
    format!("Offer {{ exercises: {}, writing: {writing} }}", slice(exercises.iter().map(text)))
}
