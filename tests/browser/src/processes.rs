//! Processes of this machine, and which of them started which.

use std::{collections::HashMap, fs};

/// The processes that one has started, and those that they have started, the
/// nearest first.
pub(crate) fn below(root: u32) -> Vec<u32> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for (process, parent) in all() {
        children.entry(parent).or_default().push(process);
    }
    let mut found = vec![root];
    let mut at = 0;
    while let Some(process) = found.get(at) {
        found.extend(children.remove(process).unwrap_or_default());
        at += 1;
    }
    found.split_off(1)
}

/// Every process, with the one that started it.
fn all() -> Vec<(u32, u32)> {
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    let one = |entry: fs::DirEntry| {
        let process = entry.file_name().to_str()?.parse().ok()?;
        let status = fs::read_to_string(entry.path().join("stat")).ok()?;
        // Its name stands in brackets, and may hold anything.
        let (_, after) = status.rsplit_once(')')?;
        Some((process, after.split_whitespace().nth(1)?.parse().ok()?))
    };
    entries.flatten().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::{self, Command};

    #[test]
    fn a_child_is_below_its_parent() {
        let mut child = Command::new("sleep").arg("60").spawn().expect("it starts");
        let below = below(process::id());
        assert!(below.contains(&child.id()), "{below:?}");
        assert!(!below.contains(&process::id()));
        child.kill().and_then(|()| child.wait()).expect("it ends");
    }
}
