//! Scripts without what only their readers need.

use crate::{command, error::Error, project::Project, setup};
use std::{fs, process::Command};

/// How a script is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As a module: only what it exports is seen by others.
    Module,
    /// As a plain script: others see what it declares.
    Plain,
}

/// The same script in fewer letters. Names that others see stay as they are.
pub fn minify(project: &Project, script: &str, form: Form) -> Result<String, Error> {
    let (before, after) = (project.target("bound/before.js"), project.target("bound/after.js"));
    fs::write(&before, script).map_err(Error::file("write", &before))?;
    let mut tool = Command::new("node");
    tool.arg(project.path(setup::TERSER)).arg(&before).arg("-o").arg(&after);
    tool.args(["--compress", "passes=2", "--mangle"]);
    if form == Form::Module {
        tool.arg("--module");
    }
    command::run(&mut tool)?;
    fs::read_to_string(&after).map_err(Error::file("read", &after))
}
