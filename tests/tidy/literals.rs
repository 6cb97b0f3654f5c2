//! The text literals of a Rust file, each with what it is given to: as much of
//! the language as the rules of the house need.

/// A text literal in code.
#[derive(Debug)]
pub(crate) struct Literal<'a> {
    /// Its line, from 1.
    pub(crate) line: usize,
    /// What stands between its quotes.
    pub(crate) text: &'a str,
    /// The calls it stands in, the innermost last.
    calls: Vec<Call<'a>>,
    /// Where its opening quote stands.
    at: usize,
}

#[derive(Debug, Clone, Copy)]
struct Call<'a> {
    /// `child`, `format!`, `View::from`; nothing for a block or a group.
    name: &'a str,
    /// Commas before the literal.
    nth: usize,
    /// The literal before the first comma.
    first: &'a str,
}

/// What only hands on what it is given.
const HANDS_ON: [&str; 7] = ["", "Some", "format!", "then", "then_some", "map_or", "unwrap_or"];

impl Literal<'_> {
    /// The call that it is given to, past all that only hands it on.
    pub(crate) fn given_to(&self) -> &str {
        self.call().map_or("", |call| call.name)
    }

    /// The attribute that it is a value of.
    pub(crate) fn attribute(&self) -> Option<&str> {
        let call = self.call()?;
        (["attr", "live_attr"].contains(&call.name) && call.nth > 0).then_some(call.first)
    }

    fn call(&self) -> Option<&Call<'_>> {
        self.calls.iter().rev().find(|call| !HANDS_ON.contains(&call.name))
    }

    /// Whether it has a letter outside of the holes for values.
    pub(crate) fn has_letters(&self) -> bool {
        let outside = |part: &str| {
            let part = part.split_once('}').map_or(part, |(_, after)| after);
            part.contains(char::is_alphabetic)
        };
        let mut parts = self.text.split('{');
        parts.next().is_some_and(|before| before.contains(char::is_alphabetic))
            || parts.any(outside)
    }

    /// The statement that it stands in.
    pub(crate) fn statement<'a>(&self, code: &'a str) -> &'a str {
        let is_edge = |mark: char| matches!(mark, ';' | '{' | '}');
        let marks = tokens(code).into_iter().filter_map(|token| match token.what {
            What::Mark(mark) => Some((token.at, mark)),
            What::Text(_) => None,
        });
        let (before, after): (Vec<_>, Vec<_>) = marks.partition(|(at, _)| *at < self.at);
        let start =
            before.iter().rev().find(|(_, mark)| is_edge(*mark)).map_or(0, |(at, _)| at + 1);
        let mut depth = 0;
        let end = after.iter().find(|(_, mark)| {
            let ends = depth <= 0 && matches!(mark, ';' | '}');
            depth += change(*mark);
            ends
        });
        &code[start..end.map_or(code.len(), |(at, _)| *at)]
    }
}

/// How much deeper a mark leads.
fn change(mark: char) -> i32 {
    match mark {
        '(' | '[' | '{' => 1,
        ')' | ']' | '}' => -1,
        _ => 0,
    }
}

/// Every text literal of a file.
pub(crate) fn literals(code: &str) -> Vec<Literal<'_>> {
    let mut found = Vec::new();
    let mut calls: Vec<Call<'_>> = Vec::new();
    for Token { at, what } in tokens(code) {
        match what {
            What::Mark('(' | '[' | '{') => {
                calls.push(Call { name: name_before(code, at), nth: 0, first: "" });
            }
            What::Mark(')' | ']' | '}') => drop(calls.pop()),
            What::Mark(',') => {
                if let Some(call) = calls.last_mut() {
                    call.nth += 1;
                }
            }
            What::Mark(_) => {}
            What::Text(text) => {
                let line = code[..at].matches('\n').count() + 1;
                found.push(Literal { line, text, calls: calls.clone(), at });
                if let Some(call) = calls.last_mut().filter(|call| call.nth == 0) {
                    call.first = text;
                }
            }
        }
    }
    found
}

/// The name of what is called by a bracket; none before a block.
fn name_before(code: &str, at: usize) -> &str {
    if code[at..].starts_with('{') {
        return "";
    }
    let before = &code[..at];
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '!');
    &before[before.trim_end_matches(is_name).len()..]
}

struct Token<'a> {
    at: usize,
    what: What<'a>,
}

enum What<'a> {
    /// A bracket, a comma or a semicolon.
    Mark(char),
    /// A text literal.
    Text(&'a str),
}

/// What is neither in a comment nor a letter between quotes.
fn tokens(code: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(letter) = code[at..].chars().next() {
        let rest = &code[at..];
        let length = match letter {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '\'' => letter_literal(rest),
            '"' => {
                let text = &rest[1..1 + end_of_text(&rest[1..])];
                found.push(Token { at, what: What::Text(text) });
                text.len() + 2
            }
            '(' | '[' | '{' | ')' | ']' | '}' | ',' | ';' => {
                found.push(Token { at, what: What::Mark(letter) });
                1
            }
            _ => letter.len_utf8(),
        };
        at = (at + length).min(code.len());
    }
    found
}

/// How long a letter between quotes is; of a lifetime, its quote alone.
fn letter_literal(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    let escaped = matches!(letters.next(), Some((_, '\\')));
    if escaped {
        letters.next();
    }
    match letters.next() {
        Some((at, '\'')) => at + 1,
        // `'\u{301}'`
        _ if escaped => rest[1..].find('\'').map_or(1, |end| end + 2),
        _ => 1,
    }
}

/// The first quote that ends the text.
fn end_of_text(text: &str) -> usize {
    let mut escaped = false;
    let end = text.find(|letter| {
        let ends = letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped;
        ends
    });
    end.unwrap_or(text.len())
}
