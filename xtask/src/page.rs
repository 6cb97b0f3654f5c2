//! The page itself: from the template in the root to what is served.

use crate::{digest, error::Error, html, policy, program::Pair, words::Words};
use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

/// The template with the content's words put into it, still marked as source.
pub fn fill(template: &str, words: &Words) -> Result<String, Error> {
    let lines = words.lines()?;
    let filled = html::fill(template, &|key| words.get(key))?;
    html::replace_region(&filled, "lines", &lines)
}

/// The page behind quick exit.
pub fn away(template: &str, words: &Words, style: &str) -> Result<String, Error> {
    let filled = html::fill(template, &|key| words.get(key))?;
    // A page without an icon makes browsers ask for one.
    let links = format!(
        "\n<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"{style}\">"
    );
    built(&filled, policy::AWAY, &links)
}

/// Addresses of the files that the page of many files loads.
#[derive(Debug)]
pub struct Links<'a> {
    /// The style sheet.
    pub style: &'a str,
    /// The script that starts the program.
    pub boot: &'a str,
    /// Scripts that the page can do without while it starts.
    pub later: Vec<&'a str>,
    /// The program's script.
    pub script: &'a str,
    /// The program.
    pub wasm: &'a str,
    /// The rest of the program.
    pub rest: &'a str,
    /// The style sheet of the rest.
    pub rest_style: &'a str,
    /// The script of the worker that makes keys.
    pub key_worker: &'a str,
    /// Readings, facts and sources.
    pub readings: &'a str,
    /// Words for passphrases, and the commonest of them.
    pub lists: &'a str,
    /// The icon, drawn.
    pub icon: &'a str,
    /// The icon that tells nothing, drawn.
    pub plain_icon: &'a [u8],
    /// The icon for home screens.
    pub touch_icon: &'a str,
    /// The name of all of this together.
    pub version: &'a str,
}

/// The page of many files, from the filled template.
pub fn many_files(filled: &str, links: &Links<'_>) -> Result<String, Error> {
    let Links { style, boot, script, wasm, rest, key_worker, readings, lists, icon, .. } = links;
    let rest_style = links.rest_style;
    let touch_icon = links.touch_icon;
    let version = links.version;
    let icon = icon_link(icon, links.plain_icon);
    let later = links.later.iter().map(|src| format!("\n<script async src=\"{src}\"></script>"));
    let later: String = later.collect();
    let head = format!(
        r#"
{icon}
<link rel="apple-touch-icon" href="{touch_icon}">
<link rel="manifest" href="manifest.webmanifest">
<link rel="stylesheet" href="{style}">
<link rel="modulepreload" id="program" href="{script}">
<link rel="preload" as="fetch" type="application/wasm" crossorigin id="program-wasm" href="{wasm}">
<meta name="freshet-rest" content="{rest}">
<meta name="freshet-rest-style" content="{rest_style}">
<meta name="freshet-key-worker" content="{key_worker}">
<meta name="freshet-readings" content="{readings}">
<meta name="freshet-lists" content="{lists}">
<meta name="freshet-version" content="{version}">
<script src="{boot}"></script>{later}"#
    );
    built(&without_source(filled)?, policy::PAGE, &head)
}

/// What the page that is one file holds within itself.
#[derive(Debug)]
pub struct Parts<'a> {
    /// The style sheets, in their order.
    pub style: &'a [&'a str],
    /// The script that starts the program.
    pub boot: &'a str,
    /// The program and its plain script.
    pub program: &'a Pair,
    /// The rest of the program.
    pub rest: &'a [u8],
    /// The script of the worker that makes keys.
    pub key_worker: &'a str,
    /// Readings, facts and sources as JSON.
    pub readings: &'a str,
    /// Words for passphrases, and the commonest of them.
    pub lists: &'a str,
    /// The icon, drawn.
    pub icon: &'a [u8],
    /// The icon that tells nothing, drawn.
    pub plain_icon: &'a [u8],
    /// The name of all of this together.
    pub version: &'a str,
}

/// The page that is one file, from the filled template, and its policy.
pub fn one_file(filled: &str, parts: &Parts<'_>) -> Result<(String, String), Error> {
    let style = parts.style.concat();
    if style.contains("</style") {
        return Err(Error::refused("the style sheet holds `</style`"));
    }
    let boot = html::script_text(parts.boot);
    let script = html::script_text(&parts.program.script);
    let policy = policy::single_file(&[&boot, &script], &[&style]);
    let head = format!(
        "\n{}\n\
         <meta name=\"freshet-version\" content=\"{}\">\n\
         <style>{}</style>\n<script>{boot}</script>",
        icon_link(&inline(parts.icon), parts.plain_icon),
        parts.version,
        style,
    );
    let foot = format!(
        "<script type=\"application/json\" id=\"readings\">{}</script>\n\
         <script type=\"application/octet-stream\" id=\"program-wasm\">{}</script>\n\
         <script type=\"application/octet-stream\" id=\"program-rest\">{}</script>\n\
         <script type=\"text/plain\" id=\"lists\">{}</script>\n\
         <script type=\"text/plain\" id=\"key-worker\">{}</script>\n\
         <script id=\"program-script\">{script}</script>\n",
        parts.readings.replace('<', "\\u003c"),
        STANDARD.encode(gzip(&parts.program.wasm)?),
        STANDARD.encode(gzip(parts.rest)?),
        html::script_text(parts.lists),
        html::script_text(parts.key_worker),
    );
    let page = built(&without_source(filled)?, &policy, &head)?;
    Ok((insert_before(&page, "</body>", &foot)?, policy))
}

/// The page's icon, and beside it the one that a person can have in its place.
fn icon_link(usual: &str, plain: &[u8]) -> String {
    let plain = inline(plain);
    format!(
        "<link rel=\"icon\" type=\"image/svg+xml\" href=\"{usual}\" \
         data-usual=\"{usual}\" data-plain=\"{plain}\">"
    )
}

/// A drawing as an address of its own.
fn inline(drawing: &[u8]) -> String {
    format!("data:image/svg+xml;base64,{}", STANDARD.encode(drawing))
}

/// A short name of a version, made of everything it holds.
pub fn version<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut list = String::new();
    for (name, bytes) in files {
        list.push_str(&format!("{name} {}\n", digest::sha256(bytes)));
    }
    digest::sha256(list.as_bytes())[..16].to_owned()
}

/// Compressed by a rule that writes no time and no name of a machine.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.map_err(Error::file("compress", "a file in memory"))
}

/// The page as it is built: it is no source, and may say why it does not start.
fn without_source(filled: &str) -> Result<String, Error> {
    let page = html::remove_region(filled, "source", "")?;
    let page = page.replace("<div id=\"without-why\" hidden>", "<div id=\"without-why\">");
    Ok(page.replace("<!-- lines -->", "").replace("<!-- /lines -->", ""))
}

/// Policy, links, and no mark of the source.
fn built(filled: &str, policy: &str, links: &str) -> Result<String, Error> {
    html::refuse_inline(filled)?;
    let page = html::strip_marks(filled)?;
    // The policy holds only for what stands after it.
    let meta =
        format!("<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let page = page.replacen("<head>", &meta, 1);
    html::remove_region(&page, "links", links)
}

fn insert_before(page: &str, mark: &str, new: &str) -> Result<String, Error> {
    let at = page.rfind(mark).ok_or_else(|| Error::refused(format!("the page has no {mark}")))?;
    Ok(format!("{}{new}{}", &page[..at], &page[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILLED: &str = "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n\
        <!-- links --><link rel=\"icon\" href=\"public/icon.svg\"><!-- /links -->\n</head>\n<body>\n\
        <!-- source -->the source<!-- /source -->\n<div id=\"without-why\" hidden></div>\n\
        <p data-word=\"page.name\">Freshet</p>\n<!-- lines -->lines<!-- /lines -->\n</body>\n</html>\n";

    fn links() -> Links<'static> {
        Links {
            style: "a.css",
            boot: "boot.js",
            later: vec!["offline.js"],
            script: "a.js",
            wasm: "a.wasm",
            rest: "rest.wasm",
            rest_style: "rest.css",
            key_worker: "key-worker.js",
            readings: "readings.json",
            lists: "lists.txt",
            icon: "icon.svg",
            plain_icon: b"<svg/>",
            touch_icon: "touch.png",
            version: "v1",
        }
    }

    fn parts(program: &Pair) -> Parts<'_> {
        Parts {
            style: &["p{", "}"],
            boot: "boot('</script>')",
            program,
            rest: b"rest",
            key_worker: "self.onmessage",
            readings: r#"{"a":"</script><b>"}"#,
            lists: "word",
            icon: b"<svg/>",
            plain_icon: b"<svg/>",
            version: "v1",
        }
    }

    #[test]
    fn the_policy_stands_before_everything_it_holds_for() {
        let page = many_files(FILLED, &links()).expect("a page");
        let policy = format!(
            "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
            policy::PAGE
        );
        assert!(page.contains(&policy), "{page}");
    }

    #[test]
    fn no_mark_of_the_source_is_left() {
        let page = many_files(FILLED, &links()).expect("a page");
        for mark in ["data-word", "the source", "<!--", "hidden", "public/"] {
            assert!(!page.contains(mark), "{mark} in {page}");
        }
        assert!(page.contains("lines") && page.contains("Freshet"));
    }

    #[test]
    fn every_address_is_relative() {
        let page = many_files(FILLED, &links()).expect("a page");
        for mark in ["href=\"/", "src=\"/", "<base", "http:", "https:"] {
            assert!(!page.contains(mark), "{mark} in {page}");
        }
    }

    #[test]
    fn one_file_names_the_hash_of_each_script_as_it_stands() {
        let program = Pair { script: "let wasm_bindgen;".to_owned(), wasm: b"wasm".to_vec() };
        let (page, policy) = one_file(FILLED, &parts(&program)).expect("a page");
        let boot = r"boot('<\/script>')";
        assert_eq!(policy, policy::single_file(&[boot, &program.script], &["p{}"]));
        assert!(page.contains(&format!("<script>{boot}</script>")), "{page}");
        assert!(
            page.contains("<script id=\"program-script\">let wasm_bindgen;</script>"),
            "{page}"
        );
        assert!(page.contains(r#"{"a":"\u003c/script>\u003cb>"}"#), "{page}");
    }

    #[test]
    fn a_version_changes_with_any_file() {
        let name = |bytes: &'static [u8]| version([("a", bytes), ("b", b"same")].into_iter());
        assert_eq!(name(b"1"), name(b"1"));
        assert_ne!(name(b"1"), name(b"2"));
    }
}
