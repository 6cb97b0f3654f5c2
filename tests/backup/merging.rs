//! Bringing a file in, as the core plans it.

use crate::made::{Kept, draft, entry, hard_days, id, kept};
use freshet::core::backup::plan::{Fates, Here, Plan, held_by};
use freshet::core::backup::read::read;
use freshet::core::backup::{Backup, Written};
use freshet::core::day::Moment;
use freshet::core::draft::Draft;
use freshet::core::entry::Entry;
use freshet::core::id::Id;
use freshet::core::json::Shape;
use freshet::core::settings::Settings;
use freshet::core::vault::kept::{self, Gone};
use proptest::prelude::*;
use std::collections::BTreeSet;

impl Kept {
    pub(crate) fn here(&self) -> Here<'_> {
        Here { journal: &self.journal, gone: &self.gone, drafts: &self.drafts }
    }

    pub(crate) fn plan(&self, file: &str) -> Plan {
        let (backup, problems) = read(file);
        assert_eq!(problems, []);
        Plan::new(&backup, self.here())
    }

    /// Does what a plan says, as the vault would.
    pub(crate) fn bring_in(&mut self, file: &str, bring_back: bool) {
        let plan = self.plan(file);
        self.drafts.extend(plan.drafts.iter().cloned());
        for (record, body) in plan.records(bring_back) {
            assert_eq!(kept::Kept::of_text(&body).as_ref(), Some(&record));
            match record {
                kept::Kept::Entry(entry) => {
                    self.gone.retain(|gone| gone.gone != entry.id);
                    self.journal.put(*entry);
                }
                kept::Kept::Gone(gone) => self.gone.push(gone),
            }
        }
    }

    /// Whether these words stand in it, or before an edit.
    fn says(&self, words: &str) -> bool {
        let entries = self.journal.all().flat_map(|entry| [Some(entry), entry.former.as_deref()]);
        entries.flatten().any(|entry| entry.text.contains(words))
    }

    /// What is said in it, under whatever names.
    fn contents(&self) -> BTreeSet<String> {
        self.journal.all().map(content).collect()
    }
}

fn content(entry: &Entry) -> String {
    format!("{:?}", Entry { id: id(0), revision: 0, ..entry.clone() })
}

#[track_caller]
fn check(here: &[Entry], gone: &[(u8, u32)], file: &[Entry], expected: Fates) {
    let mut kept = Kept::of(here.to_vec());
    kept.gone = notes(gone);
    let plan = kept.plan(&Kept::of(file.to_vec()).file());
    assert_eq!(plan.counts, expected);
}

fn notes(gone: &[(u8, u32)]) -> Vec<Gone> {
    gone.iter().map(|(number, revision)| Gone { gone: id(*number), revision: *revision }).collect()
}

#[test]
fn each_fate_once() {
    let ours = [entry(1, 2, "ours")];
    let none = Fates::default();
    check(&ours, &[], &[], none);
    check(&[], &[], &[entry(1, 2, "x")], Fates { new: 1, ..none });
    check(&ours, &[], &[entry(1, 3, "ours, and more")], Fates { newer: 1, ..none });
    check(&ours, &[], &[entry(1, 3, "x")], Fates { conflicts: 1, ..none });
    check(&ours, &[], &[entry(1, 2, "ours")], Fates { same: 1, ..none });
    check(&ours, &[], &[entry(1, 1, "x")], Fates { older: 1, ..none });
    check(&ours, &[], &[entry(1, 2, "x")], Fates { conflicts: 1, ..none });
    check(&[], &[(1, 2)], &[entry(1, 9, "x")], Fates { deleted_here: 1, ..none });
}

fn at(hour: u32) -> Moment {
    format!("2026-11-23T{hour:02}:00:00+00:00").parse().unwrap()
}

/// On one device the words were changed. On the other they were not, and more
/// often: there the entry was pinned, unpinned and moved.
#[test]
fn more_revisions_are_not_later_words() {
    let first = entry(1, 1, "first words");
    let edit = |entry: &Entry, hour, text: &str| {
        let next = entry.changed(at(hour), |entry| entry.text = text.to_owned());
        next.keeping(entry)
    };
    let pinned = |entry: &Entry, hour| entry.changed(at(hour), |entry| entry.pinned ^= true);
    let moved = pinned(&pinned(&pinned(&first, 11), 11), 11);
    for (hour, words) in [(10, "other words"), (12, "other words")] {
        let edited = edit(&first, hour, words);
        for both_edited in [false, true] {
            let often = if both_edited { edit(&moved, 11, "third words") } else { moved.clone() };
            let (mut phone, mut laptop) = (Kept::of(vec![edited.clone()]), Kept::of(vec![often]));
            for _ in 0..2 {
                let (there, here) = (phone.file(), laptop.file());
                phone.bring_in(&here, false);
                laptop.bring_in(&there, false);
            }
            assert!(phone.says(words), "{phone:?}");
            assert_eq!(phone.contents(), laptop.contents());
        }
    }
    // What was surely written over the version here takes its place.
    let here = Kept::of(vec![first.clone()]);
    let twice = pinned(&edit(&first, 11, "other words"), 12);
    for later in [edit(&first, 11, "other words"), twice, pinned(&first, 11)] {
        let plan = here.plan(&Kept::of(vec![later]).file());
        assert_eq!(plan.counts, Fates { newer: 1, ..Fates::default() });
    }
}

#[test]
fn a_file_deletes_nothing() {
    let mut here = Kept::of(vec![entry(1, 1, "stays"), entry(2, 4, "later")]);
    let file = Kept { gone: notes(&[(1, 2), (2, 2), (3, 2)]), ..Kept::default() };
    assert_eq!(here.plan(&file.file()).counts.deleted_there, 1);
    here.bring_in(&file.file(), true);
    assert_eq!(here.journal.all().count(), 2);
    // The note of an entry that is not here comes in, and holds.
    assert_eq!(here.gone, notes(&[(3, 2)]));
    let older = Kept::of(vec![entry(3, 1, "older copy")]).file();
    here.bring_in(&older, false);
    assert_eq!(here.journal.all().count(), 2);
}

#[test]
fn what_was_deleted_comes_back_by_the_tick_alone() {
    let file = Kept::of(vec![entry(1, 3, "words")]).file();
    let mut here = Kept { gone: notes(&[(1, 5)]), ..Kept::default() };
    here.bring_in(&file, false);
    assert_eq!(here.journal.all().count(), 0);
    here.bring_in(&file, true);
    assert_eq!(here.journal.get(id(1)), Some(&entry(1, 6, "words")));
    assert_eq!(here.plan(&file).counts, Fates { older: 1, ..Fates::default() });
}

#[test]
fn a_conflict_keeps_both_and_settles() {
    let mut one = Kept::of(vec![entry(1, 2, "one")]);
    let mut other = Kept::of(vec![entry(1, 2, "other")]);
    // There and back, until nothing is new.
    for _ in 0..3 {
        other.bring_in(&one.file(), false);
        one.bring_in(&other.file(), false);
    }
    for kept in [&one, &other] {
        assert_eq!(kept.journal.all().count(), 2, "{kept:?}");
    }
    assert_eq!(one.journal.get(id(1)).unwrap().text, "one");
    assert_eq!(one.contents(), other.contents());
}

#[test]
fn a_copy_that_was_deleted_stays_deleted() {
    let file = Kept::of(vec![entry(1, 2, "theirs")]).file();
    let mut here = Kept::of(vec![entry(1, 2, "ours")]);
    here.bring_in(&file, false);
    let copy = here.journal.all().find(|entry| entry.text == "theirs").unwrap().id;
    here.journal.remove(copy);
    here.gone.push(Gone { gone: copy, revision: 2 });
    here.bring_in(&file, false);
    assert_eq!(here.journal.all().count(), 1);
    here.bring_in(&file, true);
    assert_eq!(here.journal.get(copy).unwrap().revision, 3);
    here.bring_in(&file, true);
    assert_eq!(here.journal.all().count(), 2);
}

#[test]
fn a_name_that_stands_twice_keeps_both() {
    let one = Kept::of(vec![entry(1, 2, "one")]).file();
    let line = one.lines().find(|line| line.starts_with("{\"id\"")).unwrap();
    let twice = one.replace(line, &format!("{line},\n{}", line.replace("one", "two")));
    let (backup, problems) = read(&twice);
    assert_eq!(problems.len(), 3, "{problems:?}");
    let plan = Plan::new(&backup, Kept::default().here());
    assert_eq!((plan.counts.new, plan.counts.conflicts), (1, 1));
}

#[test]
fn fields_of_a_newer_program_come_along() {
    let file = Kept::of(vec![entry(1, 2, "words")]).file();
    let file = file.replace("\"text\":\"words\"", "\"text\":\"words\",\"weather\":{\"rain\":3}");
    let (backup, _) = read(&file);
    let mut here = Kept { gone: notes(&[(1, 3)]), ..Kept::default() };
    let back = Plan::new(&backup, here.here()).records(true);
    assert!(back[0].1.contains("\"revision\":4"), "{}", back[0].1);
    assert!(back[0].1.contains("\"weather\":{\"rain\":3}"), "{}", back[0].1);
    here.gone.clear();
    let new = Plan::new(&backup, here.here()).records(false);
    assert!(new[0].1.contains("\"revision\":2") && new[0].1.contains("weather"), "{}", new[0].1);
}

#[test]
fn a_draft_of_something_saved_stays_out_and_a_changed_one_stands_beside() {
    let mut here = Kept::of(vec![entry(1, 1, "saved")]);
    here.drafts = vec![draft(2, "here"), draft(3, "same")];
    here.gone = notes(&[(4, 1)]);
    let drafts =
        vec![draft(1, "x"), draft(2, "there"), draft(3, "same"), draft(4, "x"), draft(5, "x")];
    let file = Kept { drafts, ..Kept::default() }.file();
    here.bring_in(&file, false);
    assert_eq!(here.drafts.len(), 4);
    here.bring_in(&file, false);
    assert_eq!(here.drafts.len(), 4);
}

#[test]
fn what_was_set_of_what_was_written_comes_along() {
    let hidden = |json: &str| Vec::of_json(&json.parse().unwrap()).unwrap();
    let kept = |hidden_loops, to_reader: Option<&str>| Settings {
        hidden_loops,
        to_reader: to_reader.map(str::to_owned),
        ..Settings::default()
    };
    let (one, other) = (hidden(r#"[["one"],["two"]]"#), hidden(r#"[["two"],["three"]]"#));
    let mut here = kept(one, None);
    let file = Settings { introduced: true, hard_days: hard_days(), ..kept(other, Some("words")) };
    here.join(&file);
    let all = hidden(r#"[["one"],["two"],["three"]]"#);
    let expected = Settings { hard_days: hard_days(), ..kept(all, Some("words")) };
    assert_eq!(here, expected);
    // What is here stays.
    here.join(&kept(Vec::new(), Some("other words")));
    assert_eq!(here, expected);
}

#[test]
fn a_file_is_known_to_hold_what_is_here() {
    let here = Kept::of(vec![entry(1, 1, "a"), entry(2, 2, "b")]);
    let hold = |entries| held_by(&read(&Kept::of(entries).file()).0, &here.journal);
    assert_eq!(hold(vec![entry(1, 1, "a"), entry(2, 2, "b"), entry(3, 1, "c")]), 2);
    assert_eq!(hold(vec![entry(1, 1, "a"), entry(2, 1, "b")]), 1);
}

/// A file of 64 MB may hold so many: comparing each with each would take minutes.
#[test]
fn many_drafts_and_many_of_one_name_are_told_apart() {
    let numbered = |number: u64| Id::from_random((number % 30_000).to_be_bytes());
    let written = |number| {
        let entry = Entry { id: numbered(number), ..entry(1, 1 + number as u32 / 30_000, "words") };
        Written { text: entry.to_json().to_string(), entry }
    };
    let begun = |number| Draft { id: numbered(number), ..draft(1, "begun") };
    let entries = (0..60_000).map(written).collect();
    let plan = Plan::new(&Backup { entries, ..Backup::default() }, Kept::default().here());
    assert_eq!((plan.counts.new, plan.counts.newer), (30_000, 30_000));
    let drafts = (0..60_000).map(begun).collect();
    let plan = Plan::new(&Backup { drafts, ..Backup::default() }, Kept::default().here());
    assert_eq!(plan.counts.drafts, 30_000);
}

proptest! {
    #[test]
    fn into_an_empty_vault_and_equal(kept in kept()) {
        let mut empty = Kept::default();
        empty.bring_in(&kept.file(), false);
        prop_assert_eq!(&empty.journal, &kept.journal);
        prop_assert_eq!(&empty.gone, &kept.gone);
        let saved = |id| kept.journal.get(id).is_some() || kept.gone.iter().any(|g| g.gone == id);
        let drafts: Vec<_> = kept.drafts.iter().filter(|draft| !saved(draft.id)).cloned().collect();
        prop_assert_eq!(&empty.drafts, &drafts);
        prop_assert_eq!(held_by(&read(&kept.file()).0, &empty.journal), kept.journal.all().count());
    }

    #[test]
    fn the_same_file_twice_changes_nothing(here in kept(), there in kept(), back in any::<bool>()) {
        let mut here = here;
        let file = there.file();
        here.bring_in(&file, back);
        let once = here.clone();
        here.bring_in(&file, back);
        prop_assert_eq!(&here, &once);
        let plan = here.plan(&file);
        prop_assert!(plan.drafts.is_empty() && plan.records(back).is_empty());
    }

    #[test]
    fn nothing_that_was_here_is_lost(here in kept(), there in kept(), back in any::<bool>()) {
        let mut after = here.clone();
        after.bring_in(&there.file(), back);
        for entry in here.journal.all() {
            let now = after.journal.get(entry.id);
            prop_assert!(now.is_some_and(|now| now == entry || now.revision > entry.revision));
            prop_assert!(after.says(&entry.text));
        }
        for draft in &here.drafts {
            prop_assert!(after.drafts.contains(draft));
        }
    }

    #[test]
    fn nothing_of_the_file_is_lost(here in kept(), there in kept()) {
        let mut after = here.clone();
        after.bring_in(&there.file(), true);
        let contents = after.contents();
        for entry in there.journal.all() {
            let later = here.journal.get(entry.id).is_some_and(|h| h.revision > entry.revision);
            prop_assert!(later || contents.contains(&content(entry)));
        }
    }

    #[test]
    fn there_and_back_comes_to_rest_at_the_same(one in kept(), other in kept()) {
        let (mut one, mut other) = (one, other);
        for _ in 0..3 {
            other.bring_in(&one.file(), true);
            one.bring_in(&other.file(), true);
        }
        let (still_one, still_other) = (one.clone(), other.clone());
        other.bring_in(&one.file(), true);
        one.bring_in(&other.file(), true);
        prop_assert_eq!(&one.journal, &still_one.journal);
        prop_assert_eq!(&other.journal, &still_other.journal);
        prop_assert_eq!(one.contents(), other.contents());
    }
}
