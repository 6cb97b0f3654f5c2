//! One draft in two tabs: what was written in another since it was opened here
//! never gives way to what is typed here.

use crate::shared::{Shared, Tab, draft};
use freshet::core::draft::{Draft, DraftId, Work};
use freshet::core::vault::log::Heard;
use freshet::core::vault::store::Store;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn text(draft: &Draft) -> &str {
    match &draft.work {
        Work::Writing(writing) => &writing.text,
        other => panic!("{other:?}"),
    }
}

fn texts(drafts: &[Draft]) -> Vec<&str> {
    let mut texts: Vec<_> = drafts.iter().map(text).collect();
    texts.sort();
    texts
}

/// Two tabs that have read one draft, and its name.
fn two_tabs() -> (Shared, Tab, Tab, DraftId) {
    let shared = Shared::default();
    shared.open().vault.save_draft(&draft(7, "begun")).unwrap();
    let (one, other) = (shared.open(), shared.open());
    (shared, one, other, draft(7, "").id)
}

/// Names that came and went since, in an order in which the events may tell.
fn changed(before: &BTreeSet<String>, shared: &Shared) -> Vec<String> {
    let now = names(shared);
    now.symmetric_difference(before).cloned().collect()
}

fn names(shared: &Shared) -> BTreeSet<String> {
    shared.store.keys().unwrap().into_iter().collect()
}

impl Tab {
    /// Hears of these names, as the page does: a draft takes the place of the one
    /// of its name.
    fn hear_drafts(&mut self, keys: Vec<String>) {
        for key in keys {
            match self.vault.hear(&key).unwrap() {
                Heard::Read(reading) => {
                    let is_heard = |id| reading.drafts.iter().any(|heard| heard.id == id);
                    self.drafts.retain(|draft| !is_heard(draft.id));
                    self.take(reading);
                }
                Heard::DraftGone(id) => self.drafts.retain(|draft| draft.id != id),
                _ => {}
            }
        }
    }
}

#[test]
fn a_tab_that_was_left_behind_writes_over_nothing() {
    for versions in [&["begun, and more"][..], &["begun, and", "begun, and more"]] {
        let (shared, mut one, mut other, id) = two_tabs();
        let before = names(&shared);
        for version in versions {
            one.vault.save_draft(&draft(7, version)).unwrap();
        }
        other.hear_drafts(changed(&before, &shared));
        other.vault.save_draft(&draft(7, "begun!")).unwrap();
        assert_eq!(texts(&shared.open().drafts), ["begun!", "begun, and more"]);
        // It is saved there, or is not to be kept.
        other.vault.remove_draft(id).unwrap();
        assert_eq!(texts(&shared.open().drafts), ["begun, and more"]);
    }
}

#[test]
fn a_tab_that_was_left_behind_takes_nothing_else_away() {
    let (shared, mut one, mut other, id) = two_tabs();
    let before = names(&shared);
    one.vault.save_draft(&draft(7, "begun, and more")).unwrap();
    other.hear_drafts(changed(&before, &shared));
    other.vault.remove_draft(id).unwrap();
    assert_eq!(texts(&shared.open().drafts), ["begun, and more"]);
}

#[test]
fn what_was_heard_is_listed_once_and_goes_on_there() {
    let (shared, mut one, mut other, _) = two_tabs();
    for version in ["begun, and more", "begun, and more still"] {
        let before = names(&shared);
        one.vault.save_draft(&draft(7, version)).unwrap();
        other.hear_drafts(changed(&before, &shared));
        assert_eq!(texts(&other.drafts), [version]);
    }
    let heard = other.drafts[0].clone();
    let gone_on = Draft { id: heard.id, ..draft(7, "begun, and more still, here") };
    other.vault.save_draft(&gone_on).unwrap();
    assert_eq!(texts(&shared.open().drafts), ["begun, and more still, here"]);
    other.vault.remove_draft(heard.id).unwrap();
    assert_eq!(shared.open().drafts, []);
}

#[test]
fn what_was_begun_in_another_tab_is_taken_away_here() {
    let (shared, mut one, mut other, _) = two_tabs();
    let before = names(&shared);
    one.vault.save_draft(&draft(8, "words to burn")).unwrap();
    other.hear_drafts(changed(&before, &shared));
    other.vault.remove_draft(draft(8, "").id).unwrap();
    assert_eq!(texts(&shared.open().drafts), ["begun"]);
}

/// What a person does in one of two tabs.
#[derive(Debug, Clone, Copy)]
enum Act {
    /// Opens one of the drafts that are listed.
    Open(u8),
    /// Writes on in what is open.
    Write,
    /// Does not keep what is open.
    Drop,
    /// What the other tab did is heard, if it was not at once.
    Hear,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        2 => any::<u8>().prop_map(Act::Open),
        4 => Just(Act::Write),
        1 => Just(Act::Drop),
        2 => Just(Act::Hear),
    ]
}

/// A tab, what is open in it, and what it has not heard.
struct Side {
    tab: Tab,
    open: Option<Draft>,
    unheard: Vec<String>,
}

impl Side {
    /// Does something; the words that stand there are told from those that do not.
    fn act(&mut self, act: Act, count: usize, stands: &mut BTreeSet<String>) {
        match (act, self.open.take()) {
            (Act::Open(at), _) => {
                let all = &self.tab.drafts;
                self.open = (!all.is_empty()).then(|| all[usize::from(at) % all.len()].clone());
            }
            (Act::Write, Some(before)) => {
                let after =
                    Draft { id: before.id, ..draft(0, &format!("{} {count}", text(&before))) };
                self.tab.vault.save_draft(&after).unwrap();
                stands.remove(text(&before));
                stands.insert(text(&after).to_owned());
                self.tab.drafts.retain(|draft| draft.id != after.id);
                self.tab.drafts.push(after.clone());
                self.open = Some(after);
            }
            (Act::Drop, Some(before)) => {
                self.tab.vault.remove_draft(before.id).unwrap();
                stands.remove(text(&before));
                self.tab.drafts.retain(|draft| draft.id != before.id);
            }
            (Act::Hear, open) => {
                self.tab.hear_drafts(std::mem::take(&mut self.unheard));
                self.open = open;
            }
            (Act::Write | Act::Drop, None) => {}
        }
    }
}

proptest! {
    #[test]
    fn a_tab_writes_over_what_stands_in_it_alone(
        acts in proptest::collection::vec((0..2_usize, act()), 1..30),
        at_once: bool,
    ) {
        let (shared, one, other, _) = two_tabs();
        let side = |tab: Tab| Side { open: tab.drafts.first().cloned(), tab, unheard: Vec::new() };
        let mut sides = [side(one), side(other)];
        let mut stands = BTreeSet::from(["begun".to_owned()]);
        for (count, (side, act)) in acts.into_iter().enumerate() {
            let before = names(&shared);
            sides[side].act(act, count, &mut stands);
            let heard = changed(&before, &shared);
            sides[1 - side].unheard.extend(heard);
            if at_once {
                sides[1 - side].act(Act::Hear, count, &mut stands);
            }
        }
        let found: BTreeSet<_> = texts(&shared.open().drafts).into_iter().map(str::to_owned).collect();
        prop_assert!(found.is_superset(&stands), "{found:?} {stands:?}");
        if at_once {
            prop_assert_eq!(found, stands);
        }
    }
}
