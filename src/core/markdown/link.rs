//! Where links lead.

/// What links may begin with, in small letters.
const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

/// The most brackets within each other in an address.
const NESTED: usize = 32;

/// The address of a link from its opening bracket on, and what follows it.
///
/// The brackets within an address are bounded, so a text of nothing but
/// beginnings of links takes no longer than another.
pub(super) fn destination(text: &str) -> Option<(String, &str)> {
    let white = |letter: char| matches!(letter, ' ' | '\t' | '\n');
    let mut rest = text.strip_prefix('(')?.trim_start_matches(white);
    let mut address = String::new();
    let mut nested = 0;
    loop {
        let letter = rest.chars().next()?;
        let after = rest.strip_prefix(letter)?;
        match letter {
            ')' if nested == 0 => break,
            '(' if nested == NESTED => return None,
            '(' => nested += 1,
            ')' => nested -= 1,
            '\\' if after.starts_with(|next: char| next.is_ascii_punctuation()) => {
                let escaped = after.chars().next()?;
                address.push(escaped);
                rest = after.strip_prefix(escaped)?;
                continue;
            }
            _ if white(letter) => break,
            _ if letter.is_control() => return None,
            _ => {}
        }
        address.push(letter);
        rest = after;
    }
    let rest = rest.trim_start_matches(white).strip_prefix(')')?;
    (nested == 0 && leads_out(&address)).then_some((address, rest))
}

/// Whether an address is one that a link may have.
fn leads_out(address: &str) -> bool {
    SCHEMES.iter().any(|scheme| {
        let beginning = address.get(..scheme.len());
        let alike = beginning.is_some_and(|beginning| beginning.eq_ignore_ascii_case(scheme));
        alike && address.len() > scheme.len()
    })
}

/// The address that a text begins with, without the signs of the sentence that
/// it ends.
pub(super) fn bare(text: &str) -> Option<&str> {
    let http = text.strip_prefix("http")?;
    http.strip_prefix('s').unwrap_or(http).strip_prefix("://")?;
    let end = text.find(|letter: char| letter.is_whitespace() || letter == '<');
    let mut address = text.get(..end.unwrap_or(text.len()))?;
    let count = |text: &str, sign| text.matches(sign).count();
    let mut unopened = count(address, ')').saturating_sub(count(address, '('));
    while let Some(last) = address.chars().next_back() {
        match last {
            ')' if unopened > 0 => unopened -= 1,
            '.' | ',' | ';' | ':' | '!' | '?' | '*' | '_' | '"' | '\'' | ']' | '’' | '”' | '…' =>
                {}
            _ => break,
        }
        address = address.strip_suffix(last)?;
    }
    address.split_once("://").is_some_and(|(_, place)| !place.is_empty()).then_some(address)
}
