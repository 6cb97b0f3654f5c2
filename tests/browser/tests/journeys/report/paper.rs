//! What comes out on paper.

use super::{SEE, SHEET, chooses, goes_there, has_three, today};
use crate::steps::{arrives, asks};
use browser_tests::{diary::Diarist, person::Person, site::Site};
use serde_json::json;
use std::{
    io::Write,
    process::{Command, Stdio},
};

/// The size of a sheet, in inches.
#[derive(Debug, Clone, Copy)]
struct Paper(f64, f64);

const A4: Paper = Paper(8.27, 11.69);
const LETTER: Paper = Paper(8.5, 11.0);

/// What the page holds on paper, in words, once it holds all of these. Chromium
/// alone shows on the screen what is printed.
#[track_caller]
fn on_paper(person: &Person, there: &[&str]) -> String {
    let media = |media: &str| {
        let set = person.browser.chromium("Emulation.setEmulatedMedia", json!({ "media": media }));
        set.expect("Chromium answers");
    };
    media("print");
    let mut text = String::new();
    person.waits_until(&format!("{there:?} on paper"), || {
        text = person.reads_text();
        there.iter().all(|words| text.contains(words))
    });
    media("");
    text
}

/// The words of each printed page, by `pdftotext`; none where that is missing,
/// and then [`on_paper`] alone says what is printed.
#[track_caller]
fn pages(person: &Person, Paper(width, height): Paper) -> Option<Vec<String>> {
    let size = json!({ "paperWidth": width, "paperHeight": height, "preferCSSPageSize": true });
    let printed = person.browser.chromium("Page.printToPDF", size).expect("Chromium prints");
    let pdf = base64(printed["data"].as_str().unwrap_or_default());
    assert!(pdf.starts_with(b"%PDF-"), "it is no PDF");
    let read = Command::new("pdftotext")
        .args(["-layout", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut read) = read else {
        println!("  pdftotext is missing: the PDF itself was not read");
        return None;
    };
    let sent = read.stdin.take().map(|mut stdin| stdin.write_all(&pdf));
    sent.transpose().expect("it takes the PDF");
    let text = read.wait_with_output().expect("it reads the PDF").stdout;
    let text = String::from_utf8_lossy(&text);
    Some(text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect())
}

fn base64(text: &str) -> Vec<u8> {
    use ::base64::{Engine, engine::general_purpose::STANDARD};
    STANDARD.decode(text).expect("Chromium writes base64")
}

pub(super) fn prints_what_was_ticked(person: &mut Person, site: &mut Site) {
    has_three(person, site);
    chooses(person);
    // While it is chosen from, nothing goes on paper.
    let text = on_paper(person, &["Nothing is printed from here."]);
    assert!(!text.contains("quince") && !text.contains("kumquat"), "{text}");
    person.presses_button(SEE);
    person.sees_heading(SHEET);
    let text = on_paper(person, &["From my own notes", "read-me-first", "Words of quince."]);
    let screen_only = ["Print it", "Go back", "lies outside", "Quick exit", "Settings"];
    for gone in ["kumquat", "medlar", "felt", "9 of 10"].iter().chain(&screen_only) {
        assert!(!text.contains(gone), "{gone} is on paper: {text}");
    }
    for paper in [A4, LETTER] {
        let Some(pages) = pages(person, paper) else { return };
        let all = pages.join("\n");
        assert_eq!(pages.len(), 1, "{all}");
        assert!(all.contains("Words of quince.") && squeezed(&all).ends_with("1/1"), "{all}");
        assert!(!all.contains("kumquat") && !all.contains("9 of 10"), "{all}");
    }
}

pub(super) fn prints_a_year_with_its_pictures(person: &mut Person, site: &mut Site) {
    arrives(person, site);
    person.has_kept(&Diarist::default().year(today(person)));
    goes_there(person);
    person.chooses("Which days", "The last year");
    person.finds_drawn(".report__boxes input");
    let tick = "document.querySelectorAll('.report__boxes input').forEach((it) => it.click())";
    asks(person, tick);
    person.presses_button("Tick all…");
    person.presses_button(SEE);
    person.sees_heading(SHEET);
    for paper in [A4, LETTER] {
        let Some(pages) = pages(person, paper) else { return };
        assert!(pages.len() > 10, "{}", pages.len());
        for (at, page) in pages.iter().enumerate() {
            let number = format!("{}/{}", at + 1, pages.len());
            assert!(squeezed(page).ends_with(&number), "no {number} on {page}");
            // What a page ends with is no heading.
            let lines: Vec<&str> =
                page.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
            let last = lines.iter().rev().nth(1).copied().unwrap_or_default();
            // A picture of a year is called by it, and so ends many a date.
            let is_year = last.parse::<u32>().is_ok();
            assert!(
                is_year || !is_heading(person, last),
                "{last} stands alone at the end of page {}",
                at + 1
            );
        }
    }
}

/// Letters alone.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Whether a line is one of the headings of the sheet.
#[track_caller]
fn is_heading(person: &Person, line: &str) -> bool {
    let script = "return Array.from(document.querySelectorAll('.sheet :is(h2, h3)'))
        .some((heading) => heading.textContent.trim() === arguments[0])";
    person.asks(script, &[json!(line)]) == json!(true)
}
