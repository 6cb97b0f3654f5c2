//! The `{placeholders}` of an interface word.

/// A piece of an interface word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    /// Words as they are.
    Literal(&'a str),
    /// The name of what stands here.
    Hole(&'a str),
}

/// Cuts a text at its placeholders, or gives the byte of the brace that is none.
pub(crate) fn parts(text: &str) -> Result<Vec<Part<'_>>, usize> {
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(['{', '}']).map(|at| at + from) {
        let name = hole(&text[at..]).ok_or(at)?;
        if at > from {
            parts.push(Part::Literal(&text[from..at]));
        }
        parts.push(Part::Hole(name));
        from = at + name.len() + 2;
    }
    if from < text.len() {
        parts.push(Part::Literal(&text[from..]));
    }
    Ok(parts)
}

/// The placeholder that a text begins with.
fn hole(text: &str) -> Option<&str> {
    let (name, _) = text.strip_prefix('{')?.split_once('}')?;
    is_name(name).then_some(name)
}

/// The names of the placeholders of some texts, each once, in the order of
/// their first appearance. Broken ones are passed over.
pub(crate) fn names<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let mut names = Vec::new();
    for part in texts.into_iter().flat_map(|text| parts(text).unwrap_or_default()) {
        match part {
            Part::Hole(name) if !names.contains(&name) => names.push(name),
            Part::Hole(_) | Part::Literal(_) => {}
        }
    }
    names
}

/// Whether a text can name a function, a module or a parameter in Rust.
pub(crate) fn is_name(text: &str) -> bool {
    is_key(text) && !KEYWORDS.contains(&text)
}

/// Whether a text is in snake case.
pub(crate) fn is_key(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(plain)
}

const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&[Part<'_>], usize>) {
        assert_eq!(parts(text).as_deref().map_err(|at| *at), expected, "{text}");
    }

    #[test]
    fn texts_are_cut_at_their_placeholders() {
        check("", Ok(&[]));
        check("a {b}", Ok(&[Part::Literal("a "), Part::Hole("b")]));
        check("{b_1}{c}", Ok(&[Part::Hole("b_1"), Part::Hole("c")]));
        check("a {", Err(2));
        check("a }", Err(2));
        check("{A}", Err(0));
        check("{}", Err(0));
        check("{type}", Err(0));
        check("é {{b}}", Err(3));
    }

    #[test]
    fn names_come_once_and_in_order() {
        assert_eq!(names(["{b} {a}", "{a} {c}", "{"]), ["b", "a", "c"]);
    }
}
