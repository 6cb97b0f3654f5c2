//! The little of HTML that the page's own template needs.
//!
//! The template is ours and plain: lower-case names, double quotes. What does
//! not look like that is refused rather than guessed at, so no parser of
//! other people's pages is wanted here.

use crate::error::Error;
use std::ops::Range;

/// The mark of an element whose text is a word of the content.
const TEXT_MARK: &str = "data-word";

/// Text made safe to stand between tags or between double quotes.
pub fn escape(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;")
}

/// Puts words in place: `data-word="key"` names the text of its element, and
/// `data-word-content="key"` the value of its attribute `content`.
pub fn fill(html: &str, word: &dyn Fn(&str) -> Result<String, Error>) -> Result<String, Error> {
    let mut edits = Vec::new();
    for tag in tags(html)? {
        for mark in &tag.attributes {
            let Some(target) = mark.name.strip_prefix(TEXT_MARK) else {
                continue;
            };
            let text = escape(&word(mark.value)?);
            let place = match target.strip_prefix('-') {
                Some(name) => tag.value_range(name)?,
                None => text_range(html, &tag)?,
            };
            edits.push((place, text));
        }
    }
    Ok(apply(html, edits))
}

/// Takes the marks of [`fill`] out.
pub fn strip_marks(html: &str) -> Result<String, Error> {
    let mut edits = Vec::new();
    for tag in tags(html)? {
        let marks = tag.attributes.iter().filter(|mark| mark.name.starts_with(TEXT_MARK));
        edits.extend(marks.map(|mark| (mark.range.clone(), String::new())));
    }
    Ok(apply(html, edits))
}

/// Puts new text between `<!-- name -->` and `<!-- /name -->`.
pub fn replace_region(html: &str, name: &str, new: &str) -> Result<String, Error> {
    let (open, close) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
    let (start, end) = region(html, &open, &close)?;
    Ok(format!("{}{new}{}", &html[..start + open.len()], &html[end..]))
}

/// Takes a region out, with the comments that mark it.
pub fn remove_region(html: &str, name: &str, instead: &str) -> Result<String, Error> {
    let (open, close) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
    let (start, end) = region(html, &open, &close)?;
    Ok(format!("{}{instead}{}", html[..start].trim_end(), &html[end + close.len()..]))
}

/// Refuses what the policy would refuse in the browser.
pub fn refuse_inline(html: &str) -> Result<(), Error> {
    for tag in tags(html)? {
        for attribute in &tag.attributes {
            if attribute.name == "style" || attribute.name.starts_with("on") {
                let line = html[..attribute.range.start].lines().count();
                return Err(Error::refused(format!(
                    "line {line} of a page has the attribute `{}`, which its policy refuses",
                    attribute.name
                )));
            }
        }
    }
    Ok(())
}

/// Text made safe to stand in a `<script>` that holds a program. A program
/// may only hold `</script` or `<!--` inside strings, where the added stroke
/// changes nothing.
pub fn script_text(program: &str) -> String {
    program.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

fn region(html: &str, open: &str, close: &str) -> Result<(usize, usize), Error> {
    let missing = || Error::refused(format!("the page has no region {open} … {close}"));
    let start = html.find(open).ok_or_else(missing)?;
    let end = html.find(close).filter(|end| *end > start).ok_or_else(missing)?;
    Ok((start, end))
}

/// Everything from the end of a tag to the next tag: the text of an element
/// that has no element in it.
fn text_range(html: &str, tag: &Tag<'_>) -> Result<Range<usize>, Error> {
    let rest = &html[tag.end..];
    let length = rest.find('<').unwrap_or(rest.len());
    if !rest[length..].starts_with(&format!("</{}>", tag.name)) {
        return Err(Error::refused(format!(
            "an element `{}` marked for a word of the content holds more than text",
            tag.name
        )));
    }
    Ok(tag.end..tag.end + length)
}

fn apply(html: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut filled = String::with_capacity(html.len());
    let mut done = 0;
    for (range, new) in edits {
        filled.push_str(&html[done..range.start]);
        filled.push_str(&new);
        done = range.end;
    }
    filled.push_str(&html[done..]);
    filled
}

struct Tag<'a> {
    name: &'a str,
    attributes: Vec<Attribute<'a>>,
    /// Just after the closing `>`.
    end: usize,
}

struct Attribute<'a> {
    name: &'a str,
    value: &'a str,
    /// From the space before the name to after the closing quote.
    range: Range<usize>,
}

impl Tag<'_> {
    fn value_range(&self, name: &str) -> Result<Range<usize>, Error> {
        let found = self.attributes.iter().find(|attribute| attribute.name == name);
        let attribute = found.ok_or_else(|| {
            Error::refused(format!("`{}` is to be filled with a word, and is not there", name))
        })?;
        let end = attribute.range.end - 1;
        Ok(end - attribute.value.len()..end)
    }
}

/// The start tags of a page, in order.
fn tags(html: &str) -> Result<Vec<Tag<'_>>, Error> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        let rest = &html[start..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            at = start + 4 + comment.find("-->").unwrap_or(comment.len());
        } else if rest[1..].starts_with(|c: char| c.is_ascii_lowercase()) {
            let tag = tag(html, start)?;
            at = tag.end;
            tags.push(tag);
        } else {
            at = start + 1;
        }
    }
    Ok(tags)
}

fn tag(html: &str, start: usize) -> Result<Tag<'_>, Error> {
    let name_length = html[start + 1..]
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .unwrap_or(html.len() - start - 1);
    let mut at = start + 1 + name_length;
    let name = &html[start + 1..at];
    let mut attributes = Vec::new();
    loop {
        let rest = &html[at..];
        let space = rest.len() - rest.trim_start().len();
        let rest = rest.trim_start();
        if rest.starts_with('>') {
            return Ok(Tag { name, attributes, end: at + space + 1 });
        }
        let length = rest
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .filter(|length| *length > 0)
            .ok_or_else(|| Error::refused(format!("the tag `{name}` of a page is not plain")))?;
        let (value_length, value) = value(&rest[length..], name)?;
        let end = at + space + length + value_length;
        attributes.push(Attribute { name: &rest[..length], value, range: at..end });
        at = end;
    }
}

/// The value after a name, and how many bytes it takes with `="…"`.
fn value<'a>(after_name: &'a str, tag: &str) -> Result<(usize, &'a str), Error> {
    let Some(quoted) = after_name.strip_prefix("=\"") else {
        return Ok((0, ""));
    };
    let length = quoted
        .find('"')
        .ok_or_else(|| Error::refused(format!("a quote is open in the tag `{tag}` of a page")))?;
    Ok((length + 3, &quoted[..length]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upper(key: &str) -> Result<String, Error> {
        Ok(format!("{} & <b>", key.to_uppercase()))
    }

    #[track_caller]
    fn check_fill(html: &str, expected: &str) {
        assert_eq!(fill(html, &upper).expect("it fills"), expected);
    }

    #[test]
    fn text_and_attributes_are_filled_and_escaped() {
        check_fill(r#"<p data-word="a">old</p>"#, r#"<p data-word="a">A &amp; &lt;b&gt;</p>"#);
        check_fill(
            r#"<meta name="d" content="old" data-word-content="a">"#,
            r#"<meta name="d" content="A &amp; &lt;b&gt;" data-word-content="a">"#,
        );
    }

    #[test]
    fn what_is_not_marked_stays() {
        let html = "<!doctype html>\n<!-- <p data-word=\"a\"> --><p class=\"x\" hidden>a < b</p>";
        check_fill(html, html);
    }

    #[test]
    fn a_marked_element_must_hold_text_alone() {
        assert!(fill(r#"<p data-word="a">x <b>y</b></p>"#, &upper).is_err());
        assert!(fill(r#"<p data-word-title="a">x</p>"#, &upper).is_err());
    }

    #[test]
    fn marks_go() {
        let html = "<p id=\"x\"\n  data-word=\"a\" data-word-title=\"b\" title=\"t\">x</p>";
        assert_eq!(strip_marks(html).expect("plain"), "<p id=\"x\" title=\"t\">x</p>");
    }

    #[test]
    fn regions() {
        let html = "a\n<!-- x -->old<!-- /x -->\nb";
        let replaced = replace_region(html, "x", "new").expect("there");
        assert_eq!(replaced, "a\n<!-- x -->new<!-- /x -->\nb");
        assert_eq!(remove_region(html, "x", "").expect("there"), "a\nb");
        assert!(replace_region(html, "y", "").is_err());
    }

    #[test]
    fn inline_style_and_handlers_are_refused() {
        assert!(refuse_inline(r#"<p style="color:red">x</p>"#).is_err());
        assert!(refuse_inline(r#"<p onclick="x()">x</p>"#).is_err());
        assert!(refuse_inline(r#"<p class="style">x</p>"#).is_ok());
    }
}
