//! Goes on after a value that cannot be read, so that one broken entry does
//! not take the others with it.

/// A line is looked for no further back than this, so that a file of one long
/// line takes no longer than others.
const NEAR: usize = 64;

/// Where a broken value of a list ends.
///
/// It ends before the comma or bracket that follows it or, where its own
/// brackets and quotes are broken, before the next line that begins like a
/// neighbour of it: with as much white space before `{` as its own line has, or
/// no more before `]`.
/// A text in JSON has no line break in it, so a line ends every text. None
/// where the file ends first.
pub(super) fn end_of_broken(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let indent = indent_of_line(bytes, from);
    let (mut depth, mut in_text, mut at) = (0_usize, false, from);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\n' => {
                in_text = false;
                if begins_neighbour(&bytes[at + 1..], indent) {
                    return Some(at);
                }
            }
            b'\\' if in_text => at += 1,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b',' | b']' if depth == 0 => return Some(at),
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    None
}

/// White space at the start of the line; none where that is not near.
fn indent_of_line(bytes: &[u8], at: usize) -> Option<usize> {
    let near = at.saturating_sub(NEAR);
    let line = near + bytes[near..at].iter().rposition(|byte| *byte == b'\n')? + 1;
    Some(bytes[line..].iter().take_while(|byte| is_blank(byte)).count())
}

fn begins_neighbour(line: &[u8], indent: Option<usize>) -> bool {
    let Some(indent) = indent else { return false };
    let blanks = line.iter().take(indent + 1).take_while(|byte| is_blank(byte)).count();
    match line.get(blanks) {
        Some(b'{') => blanks == indent,
        Some(b']') => blanks <= indent,
        _ => false,
    }
}

fn is_blank(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(broken: &str, rest: Option<&str>) {
        let found = end_of_broken(broken, broken.find('{').unwrap_or(0));
        assert_eq!(found.map(|at| &broken[at..]), rest, "{broken}");
    }

    #[test]
    fn a_broken_value_ends_where_the_next_begins() {
        check("{\"a\":x},{}", Some(",{}"));
        check("{\"a\":[1,2,x]}]", Some("]"));
        check("\n{\"a\":\"x\n{}", Some("\n{}"));
        check("\n{\"a\":\"\\\"\n]", Some("\n]"));
        check("\n  {\n    \"a\": \"x\n    {}\n  {}", Some("\n  {}"));
        check("\n{\"a\":\"x,]", None);
        check("{\"a\":\"x\n{}", None);
        check("\n},{\n{}", Some("\n{}"));
        check("nonsense, more", Some(", more"));
        check("\\", None);
    }
}
