//! `cargo xtask bench`: the figures of the program, each beside its peer.

use crate::{
    browsers::{self, Engine},
    command, dist,
    error::Error,
    program::Shrinking,
    project::Project,
    setup,
};
use std::{fs, path::PathBuf};

/// What the user asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// A Day One JSON in place of the generated diary.
    pub diary: Option<PathBuf>,
    /// One engine alone.
    pub engine: Option<Engine>,
    /// One part alone, by its name.
    pub only: Option<String>,
}

/// Builds the release, measures it, and writes the table to `bench.md` in the
/// folder of built things. A missed budget is told in the table alone.
pub fn run(project: &Project, options: &Options) -> Result<(), Error> {
    dist::build(project, Shrinking::Required)?;
    let engines = Engine::ALL.into_iter();
    for engine in engines.filter(|engine| options.engine.is_none_or(|only| only == *engine)) {
        browsers::set_up(engine)?;
    }
    let table = project.target("bench.md");
    let mut bench = project.cargo();
    bench.args(["run", "--quiet", "--package", "browser-tests", "--bin", "bench", "--"]);
    bench.arg(project.dist()).arg(&table);
    if let Some(diary) = &options.diary {
        // The program runs in the root of the clone, wherever this was called.
        let path = fs::canonicalize(diary).map_err(Error::file("find", diary))?;
        bench.arg("--diary").arg(path);
    }
    if let Some(engine) = options.engine {
        bench.args(["--engine", engine.name()]);
    }
    if let Some(part) = &options.only {
        bench.args(["--only", part]);
    }
    setup::npm_tools(project)?;
    command::run(&mut bench)?;
    println!("The table stands in {}.", table.display());
    Ok(())
}
