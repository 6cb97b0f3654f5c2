//! Another entry is chosen and put into this one.

use super::Doing;
use crate::browser::clock;
use crate::core::checkin::Said;
use crate::core::content::themes::Theme;
use crate::core::content::words::entry as entry_words;
use crate::core::content::words::keeping as words;
use crate::core::entry::{Entry, EntryId};
use crate::core::keeping::merge::{Apart, Merge};
use crate::core::rating::Rating;
use crate::state::here;
use crate::state::keeping::CannotAct;
use crate::state::signals::RwSignal;
use crate::ui::parts::button::{button, quiet_button};
use crate::ui::parts::radios::{Legend, RadioOption, radios};
use crate::ui::parts::{answers, body, entry_row, plane};
use crate::ui::view::{View, el, live};
use crate::views;
use std::sync::Arc;

/// So many entries are shown at once.
const AT_ONCE: usize = 6;

/// The choice, and once it is made what comes of it.
pub(super) fn merge(kept: &Arc<Entry>, doing: Doing) -> View {
    let chosen = RwSignal::new(None::<EntryId>);
    let shown = RwSignal::new(AT_ONCE);
    let near = near(kept);
    if near.is_empty() {
        return el("p").child(words::MERGE_NONE).into();
    }
    let count = near.len();
    let list = live(move || {
        let options = near.iter().take(shown.get()).filter_map(|id| option(*id)).collect();
        let pick = move |id: String| chosen.set(id.parse().ok());
        let now = move || chosen.get().map(|id| id.to_string());
        radios(Legend::Shown(words::MERGE_LEAD.to_owned()), "merge", options, now, pick)
    });
    let more = live(move || {
        let show = move || shown.update(|shown| *shown += AT_ONCE);
        (shown.get() < count).then(|| quiet_button(words::MERGE_MORE).on_click(show))
    });
    let kept = kept.clone();
    let sure = live(move || chosen.get().map(|other| sure(&kept, other, chosen, doing)));
    views![list, more, sure]
}

/// Entries that can come into this one, those of the nearest days first.
fn near(kept: &Entry) -> Vec<EntryId> {
    let today = clock::now().day();
    here().journal.with_now(|journal| {
        let latest = journal.latest().into_iter();
        let mut found: Vec<&Entry> =
            latest.filter(|other| Merge::can(kept, other, today).is_ok()).collect();
        found.sort_by_key(|other| kept.day.days_until(other.day).abs());
        found.into_iter().map(|other| other.id).collect()
    })
}

fn option(id: EntryId) -> Option<RadioOption> {
    here().journal.with_now(|journal| {
        let entry = journal.get(id)?;
        let label = words::merge_label(&entry_row::name(entry), &entry_row::beginning(entry).0);
        Some(RadioOption { id: id.to_string(), label })
    })
}

fn sure(
    kept: &Entry,
    other: EntryId,
    chosen: RwSignal<Option<EntryId>>,
    doing: Doing,
) -> Option<View> {
    let states = here();
    let hard = states.settings.kept_now().hard_days;
    let other = states.journal.get_now(other)?;
    let merge = Merge::new(kept, &other, &hard, clock::now().day()).ok()?;
    let (written, lines) = written_out(&merge);
    let apart = (!lines.is_empty()).then(|| {
        let rows: View = lines.iter().map(|line| el("li").child(line.clone())).collect();
        views![el("p").child(words::MERGE_APART), el("ul").child(rows)]
    });
    let done = move || match states.merge(merge.clone(), &written, &lines) {
        Err(CannotAct::Begun) => states.notice.say(words::MERGE_BEGUN),
        done => doing.told(done, words::MERGED),
    };
    let sure = el("div")
        .class("sure")
        .attr("role", "group")
        .attr("aria-label", words::MERGE_SURE)
        .child(el("p").attr("role", "status").child(words::MERGE_SURE))
        .child(apart)
        .child(button(words::MERGE_NOT).on_click(move || chosen.set(None)))
        .child(quiet_button(words::MERGE_DO).on_click(done));
    Some(sure.into())
}

/// What the other one's words begin with, and what is written out below them.
fn written_out(merge: &Merge) -> (String, Vec<String>) {
    let mut written = words::merge_from(&entry_row::name(merge.other()));
    let mut lines = Vec::new();
    for apart in &merge.apart {
        match apart {
            Apart::Question(question) => {
                written.push_str("\n\n");
                let quoted: Vec<String> = question.lines().map(words::merge_quote).collect();
                written.push_str(&quoted.join("\n"));
            }
            other => lines.extend(in_words(other)),
        }
    }
    (written, lines)
}

fn in_words(apart: &Apart) -> Vec<String> {
    let rating = |name: &str, rating: Option<Rating>| {
        rating.map(|it| words::merge_said(name, &entry_words::rating(&it.get().to_string())))
    };
    let said = |name: &str, said: &str| vec![words::merge_said(name, said)];
    match apart {
        Apart::Question(question) => vec![question.clone()],
        Apart::Theme(slug) => {
            let title = Theme::find(slug).map_or(slug.as_str(), |theme| theme.title);
            said(entry_words::THEME, title)
        }
        Apart::Point(point) => said(entry_words::PLACE, &plane::in_words(*point)),
        Apart::Said(Said::CantTell) => vec![entry_words::CANT_TELL.to_owned()],
        Apart::Said(Said::Nothing) => vec![entry_words::NOTHING.to_owned()],
        Apart::Said(Said::Words(words)) => words.iter().map(|word| word.word.clone()).collect(),
        Apart::Ratings(ratings) => {
            let distress = rating(entry_words::DISTRESS, ratings.distress);
            distress.into_iter().chain(rating(entry_words::ENERGY, ratings.energy)).collect()
        }
        Apart::Mark(mark) => said(entry_words::BODY, &body::in_words(mark)),
        Apart::Body(whole) => said(entry_words::BODY, answers::whole_in_words(*whole)),
    }
}
