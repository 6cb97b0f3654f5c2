//! `cargo xtask …`

use std::process::ExitCode;
use xtask::{cli, project::Project};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match cli::parse(&arguments).and_then(|command| cli::run(&Project::here(), command)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}
