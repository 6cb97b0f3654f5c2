//! `_headers`: the answers' headers, in the form that some hosts read.
//!
//! Our own server reads the same file, so what is tested is what is shipped.
//! Each address is named in full: two rules for one address would be joined,
//! and two policies together allow less than either.

use crate::{policy, site::Site};
use std::fmt::Write;

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

/// Writes the file for everything in the site.
pub fn write(site: &Site, one_file_policy: &str) -> String {
    let mut text =
        String::from("/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n");
    add(&mut text, "", Some(policy::PAGE), ASK_AGAIN);
    for name in site.files.keys() {
        let policy = match name.as_str() {
            "index.html" | "sw.js" => Some(policy::PAGE),
            "away.html" => Some(policy::AWAY),
            "freshet.html" => Some(one_file_policy),
            _ => None,
        };
        add(&mut text, name, policy, if is_hashed(name) { FOR_EVER } else { ASK_AGAIN });
    }
    text
}

fn add(text: &mut String, name: &str, policy: Option<&str>, keeping: &str) {
    let _ = writeln!(text, "/{name}\n  Cache-Control: {keeping}");
    if let Some(policy) = policy {
        let _ = writeln!(text, "  Content-Security-Policy: {policy}");
    }
}

/// Whether a name ends in sixteen digits made of what the file holds.
fn is_hashed(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// The headers that `_headers` gives to an address, `/` first.
pub fn read(file: &str, address: &str) -> Vec<(String, String)> {
    let mut headers = Vec::new();
    let mut applies = false;
    for line in file.lines() {
        if !line.starts_with(' ') {
            applies = line == "/*" || line == address;
        } else if let Some((name, value)) = line.trim().split_once(": ").filter(|_| applies) {
            headers.push((name.to_owned(), value.to_owned()));
        }
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let mut site = Site::default();
        for name in ["index.html", "freshet.html", "boot-0123456789abcdef.js"] {
            site.files.insert(name.to_owned(), Vec::new());
        }
        site
    }

    #[track_caller]
    fn check(address: &str, name: &str, expected: &[&str]) {
        let file = write(&site(), "one-file-policy");
        let found = read(&file, address).into_iter().filter(|(found, _)| found == name);
        assert_eq!(found.map(|(_, value)| value).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn each_page_has_one_policy() {
        check("/", "Content-Security-Policy", &[policy::PAGE]);
        check("/index.html", "Content-Security-Policy", &[policy::PAGE]);
        check("/freshet.html", "Content-Security-Policy", &["one-file-policy"]);
    }

    #[test]
    fn hashed_names_are_kept_and_pages_are_not() {
        check("/boot-0123456789abcdef.js", "Cache-Control", &[FOR_EVER]);
        check("/index.html", "Cache-Control", &[ASK_AGAIN]);
        check("/elsewhere", "X-Content-Type-Options", &["nosniff"]);
    }
}
