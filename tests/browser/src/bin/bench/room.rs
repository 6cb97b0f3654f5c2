//! Room. It is counted on the vault that the program's own code makes in
//! memory, by what each engine counts.

use crate::diary::Diary;
use crate::stored::{self, QUOTA, Values, Way};
use crate::table::{Row, Table};
use freshet::core::entry::Entry;
use freshet::core::json::Shape;
use serde_json::Value;
use std::{
    io::Write,
    process::{Command, Stdio},
};
use xtask::{browsers::Engine, project::Project};

/// Entries of a small journal.
const FEW: usize = 100;

/// What `lz-string` makes of texts, in letters of its own.
const LZ: &str = include_str!("lz.js");

/// What a peer takes: all entries one by one, and the whole as one text.
struct Lz {
    each: f64,
    whole: f64,
}

pub(crate) fn measure(diary: &Diary, engines: &[Engine], table: &mut Table) -> Result<(), String> {
    let entries = stored::entries(diary);
    let plain = plain(&entries);
    let few = &entries[..entries.len().min(FEW)];
    // Chromium and Firefox count alike.
    let pairs = [
        ("chromium, firefox", Engine::Chromium, [Engine::Chromium, Engine::Firefox]),
        ("webkit", Engine::WebKit, [Engine::WebKit; 2]),
    ];
    for (place, engine, covers) in pairs {
        if !covers.iter().any(|engine| engines.contains(engine)) {
            continue;
        }
        let refused = |error| format!("the diary cannot be kept: {error:?}");
        let ours = stored::vault(&entries, engine, Way::Brought).map_err(refused)?;
        let ours = stored::counted_all(engine, &ours) as f64;
        let budget = if engine == Engine::WebKit { 0.36 } else { 0.18 };
        let lz = lz_string(&plain, engine)?;
        let peers = [
            ("plain JSON, a key an entry", stored::counted_all(engine, &plain) as f64),
            ("`lz-string`, a key an entry, no passphrase", lz.each),
            ("`lz-string` over the whole, no passphrase", lz.whole),
        ];
        for (at, (name, peer)) in peers.into_iter().enumerate() {
            // For a diary of another length, what 6,000,000 characters would take.
            let scale = 6_000_000.0 / diary.characters() as f64;
            let share = ours / QUOTA * scale;
            table.add(Row {
                what: "room for 6,000,000 characters, passphrase on".to_owned(),
                place,
                figure: percent(share),
                peer: format!("{name}: {}", percent(peer / QUOTA * scale)),
                ratio: ours / peer,
                budget: (at == 0).then(|| (format!("≤ {}", percent(budget)), share <= budget)),
            });
        }
        let ours = stored::vault(few, engine, Way::Saved).map_err(refused)?;
        let ours = stored::counted_all(engine, &ours) as f64;
        let peer = stored::counted_all(engine, &self::plain(few)) as f64;
        table.add(Row {
            what: format!("room for {} entries, passphrase on", few.len()),
            place,
            figure: kilo(ours),
            peer: format!("plain JSON: {}", kilo(peer)),
            ratio: ours / peer,
            budget: Some(("≤ 0.40".to_owned(), ours / peer <= 0.4)),
        });
    }
    Ok(())
}

fn percent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

/// Units, or bytes in WebKit.
fn kilo(units: f64) -> String {
    format!("{:.1} K", units / 1024.0)
}

/// Each entry as JSON under its name.
fn plain(entries: &[Entry]) -> Values {
    entries.iter().map(|entry| (entry.id.to_string(), entry.to_json().to_string())).collect()
}

/// Runs `lz-string` by node: 15 bits a unit where units are counted, a byte a
/// letter where bytes are.
fn lz_string(values: &Values, engine: Engine) -> Result<Lz, String> {
    let texts: Vec<&str> = values.iter().map(|(_, text)| text.as_str()).collect();
    let bytes = engine == Engine::WebKit;
    let input = serde_json::json!({ "bytes": bytes, "texts": texts }).to_string();
    let failed = |why: &dyn std::fmt::Display| format!("lz-string by node: {why}");
    let mut node = Command::new("node")
        .args(["-e", LZ])
        .current_dir(Project::here().path(""))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| failed(&error))?;
    if let Some(mut stdin) = node.stdin.take() {
        stdin.write_all(input.as_bytes()).map_err(|error| failed(&error))?;
    }
    let output = node.wait_with_output().map_err(|error| failed(&error))?;
    let told: Value = serde_json::from_slice(&output.stdout).map_err(|error| failed(&error))?;
    let number = |name: &str| told[name].as_f64().ok_or_else(|| failed(&name));
    let keys: usize = values.iter().map(|(key, _)| key.len()).sum();
    Ok(Lz { each: number("each")? + keys as f64, whole: number("whole")? })
}
