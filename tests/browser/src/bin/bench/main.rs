//! The figures of the program, each beside its peer in the same run: `cargo
//! xtask bench` builds the page and runs this.
//!
//! `bench -- <folder of the built page> <file for the table> [--diary FILE]
//! [--engine NAME] [--only PART]`: a Day One JSON in place of the generated
//! diary, one engine in place of three, one part in place of all. A budget that is missed is told in the table and is no
//! failure: how fast a machine is says nothing about the program.

mod diary;
mod engine;
mod find;
mod loops;
mod opening;
mod room;
mod stats;
mod stored;
mod table;

use browser_tests::driver;
use diary::Diary;
use engine::Part;
use std::{fs, path::PathBuf, process::ExitCode, thread};
use table::Table;
use xtask::browsers::Engine;

/// Entries and characters of the diary that is generated where none is given.
const DIARY: (usize, usize) = (3_400, 6_000_000);

const OPTIONS: &str = "[--diary FILE] [--engine chromium|firefox|webkit] \
                       [--only open|save|type|search|scroll|loops]";

struct Wishes {
    page: PathBuf,
    table: PathBuf,
    diary: Option<PathBuf>,
    engine: Option<Engine>,
    only: Option<Part>,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some(wishes) = wishes(&words) else {
        eprintln!("bench <built page> <table> {OPTIONS}");
        return ExitCode::FAILURE;
    };
    match run(&wishes) {
        Ok(table) => {
            println!("\n{table}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("bench: {why}");
            ExitCode::FAILURE
        }
    }
}

fn wishes(words: &[String]) -> Option<Wishes> {
    let [page, table, options @ ..] = words else { return None };
    let (page, table) = (page.into(), table.into());
    let mut wishes = Wishes { page, table, diary: None, engine: None, only: None };
    for option in options.chunks(2) {
        match option {
            [name, file] if name == "--diary" => wishes.diary = Some(file.into()),
            [name, engine] if name == "--engine" => wishes.engine = Some(Engine::named(engine)?),
            [name, part] if name == "--only" => wishes.only = Some(Part::named(part)?),
            _ => return None,
        }
    }
    Some(wishes)
}

fn run(wishes: &Wishes) -> Result<String, String> {
    let engines: Vec<Engine> = Engine::ALL
        .into_iter()
        .filter(|engine| wishes.engine.is_none_or(|only| only == *engine))
        .collect();
    let (diary, named) = match &wishes.diary {
        Some(path) => (Diary::read(path)?, "the diary that was given"),
        None => (Diary::generate(DIARY.0, DIARY.1), "a generated diary"),
    };
    let mut table = Table::default();
    if wishes.only.is_none() {
        room::measure(&diary, &engines, &mut table)?;
    }
    for engine in engines {
        if let Some(program) = driver::missing(engine) {
            println!("skipped: {} ({program} is missing)", engine.name());
            continue;
        }
        println!("measuring in {}", engine.name());
        engine::measure(engine, &wishes.page, wishes.only, &mut table)
            .map_err(|error| format!("{}: {error}", engine.name()))?;
    }
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let text = format!(
        "Room is of {named}: {} entries, {} characters. Times are medians unless said, on \
         {cores} cores.\n\n{table}",
        diary.entries.len(),
        diary.characters(),
    );
    fs::write(&wishes.table, &text)
        .map_err(|error| format!("cannot write {}: {error}", wishes.table.display()))?;
    Ok(text)
}
