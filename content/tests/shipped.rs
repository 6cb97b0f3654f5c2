//! The words that are shipped hold to every rule.

use std::path::Path;

#[test]
fn the_shipped_words_compile() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("en");
    if let Err(problems) = freshet_content::compile(&dir) {
        let lines: Vec<_> =
            problems.iter().map(|problem| format!("content/en/{problem}")).collect();
        panic!("{}", lines.join("\n"));
    }
}
