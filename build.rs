//! Turns the words of `content/en` into typed tables, or says what is wrong
//! with them, with file and line.

use std::path::Path;
use std::{env, fs};

/// Where the words stand, seen from the root.
const WORDS: &str = "content/en";

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed={WORDS}");
    match freshet_content::compile(Path::new(WORDS)) {
        Ok(content) => {
            let out = env::var_os("OUT_DIR").expect("cargo names a folder for a build script");
            fs::write(Path::new(&out).join("tables.rs"), content.tables())?;
        }
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={WORDS}/{problem}");
            }
        }
    }
    Ok(())
}
