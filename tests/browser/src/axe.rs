//! `axe-core`, the field's own checker of what everybody can use.

use crate::{browser::Browser, error::Error};
use serde_json::{Value, json};
use std::fs;
use xtask::project::Project;

/// Best practices are asked for beside the rules of WCAG 2.2, A and AA.
const RUN: &str = r"
const done = arguments[arguments.length - 1];
const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
axe.run(document, { runOnly, resultTypes: ['violations'] }).then(
  (result) => done(result.violations.map((violation) => ({
    id: violation.id,
    help: violation.help,
    targets: violation.nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
  }))),
  (error) => done([{ id: 'axe', help: String(error), targets: [] }]));
";

/// The source of axe, from the tools that npm brought.
pub fn source() -> Result<String, Error> {
    let path = Project::here().path("node_modules/axe-core/axe.min.js");
    fs::read_to_string(path).map_err(Error::system("read axe-core (`npm ci` brings it)"))
}

/// What axe finds wrong with the screen, a paragraph each.
///
/// The driver runs it, beside the page and past its policy, which lets no
/// page load such a script by itself.
pub fn violations(browser: &Browser, source: &str) -> Result<Vec<String>, Error> {
    // In one call with its use: what one call defines, another may not see.
    let script = format!("{source};\n{RUN}");
    let found = browser.script_later(&script, vec![json!(null)])?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let paragraph = |violation: &Value| {
        let mut lines = vec![format!("{}: {}", text(&violation["id"]), text(&violation["help"]))];
        let targets = violation["targets"].as_array().into_iter().flatten();
        lines.extend(targets.map(|target| format!("    {}", text(target).replace('\n', " "))));
        lines.join("\n")
    };
    Ok(found.as_array().into_iter().flatten().map(paragraph).collect())
}
