//! Turns the words of `content/en`, or of the folder that `FRESHET_WORDS` names,
//! into typed tables, or says what is wrong with them, with file and line.

use std::path::Path;
use std::{env, fs};

/// Where the words stand, seen from the root.
const WORDS: &str = "content/en";
/// Names another folder: that of the language by which the page is tested.
const OTHER_WORDS: &str = "FRESHET_WORDS";

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-env-changed={OTHER_WORDS}");
    let words = env::var(OTHER_WORDS).unwrap_or_else(|_| WORDS.to_owned());
    println!("cargo::rerun-if-changed={words}");
    match freshet_content::compile(Path::new(&words)) {
        Ok(content) => {
            let out = env::var_os("OUT_DIR").expect("cargo names a folder for a build script");
            fs::write(Path::new(&out).join("tables.rs"), content.tables())?;
        }
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={words}/{problem}");
            }
        }
    }
    Ok(())
}
