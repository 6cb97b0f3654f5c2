//! Files whose names are what is to be found in them: the problems, joined by
//! a plus, then a point and what the file is about. `(right)` stands for the
//! hash that the documentation describes, worked out here by its steps alone.

use freshet::core::backup::read::{ReadProblem, Why, read};
use freshet::core::json::Json;
use freshet::core::vault::kept::hash;
use std::fs;
use std::path::Path;

const ORDER: [&str; 7] = ["made", "counts", "settings", "looks", "entries", "gone", "drafts"];

fn right_hash(text: &str) -> String {
    let Ok(json) = text.trim_start_matches('\u{feff}').parse::<Json>() else {
        return String::new();
    };
    let mut lines = String::new();
    for name in ORDER {
        let values = match json.get(name) {
            Some(Json::List(values)) => values.clone(),
            value => value.cloned().into_iter().collect(),
        };
        for value in values {
            lines.push_str(&format!("{}\n", hash(&value.to_string())));
        }
    }
    hash(&lines).to_string()
}

fn name(problem: &ReadProblem) -> &'static str {
    match problem {
        ReadProblem::Empty => "empty",
        ReadProblem::NotOurs => "not-ours",
        ReadProblem::StoredValues => "stored-values",
        ReadProblem::Newer(_) => "newer",
        ReadProblem::Stops { .. } => "stops",
        ReadProblem::Value { why, .. } => match why {
            Why::NotJson => "not-json",
            Why::Id => "id",
            Why::Day => "day",
            Why::Moment => "moment",
            Why::Shape => "shape",
            Why::Twice => "twice",
        },
        ReadProblem::More(_) => "more",
        ReadProblem::Counts { .. } => "counts",
        ReadProblem::Changed => "changed",
    }
}

#[test]
fn each_file_is_what_its_name_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/backup");
    let mut read_files = 0;
    for file in fs::read_dir(folder).unwrap().flatten() {
        let text = fs::read_to_string(file.path()).unwrap();
        let text = text.replace("(right)", &right_hash(&text));
        let named = file.file_name().into_string().unwrap();
        let verdict = named.split('.').next().unwrap();
        let (backup, problems) = read(&text);
        let mut found: Vec<_> = problems.iter().map(name).collect();
        found.dedup();
        let found = if found.is_empty() { "sound".to_owned() } else { found.join("+") };
        assert_eq!(found, verdict, "{named}: {problems:?}");
        let nothing = ["empty", "not-ours", "stored-values"].contains(&verdict);
        assert_eq!(backup.entries.is_empty(), nothing, "{named}: {}", backup.entries.len());
        read_files += 1;
    }
    assert!(read_files >= 20, "{read_files}");
}
