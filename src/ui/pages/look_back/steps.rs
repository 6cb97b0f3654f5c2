//! Small steps: planned, done, and how they felt against the guess.

use super::said::Telling;
use super::seen::{Looked, Seen};
use crate::core::content::words::look_back as words;
use crate::core::insight::least;
use crate::core::insight::pairs::Pair;
use crate::core::insight::steps::{Outcome, Planned, steps};
use crate::ui::charts::bars;
use crate::ui::charts::figure::Chart;
use crate::ui::charts::table::Table;
use crate::ui::parts::answers::joined;
use std::rc::Rc;

/// What is seen of small steps.
pub(super) fn see(looked: Looked<'_>) -> Seen {
    let found = steps(looked.entries);
    let mut seen = Seen::of(found.len(), found.iter().map(|planned| planned.day));
    let outcomes = outcomes(&found);
    let [done, part, not_done, unsaid] = &outcomes.map(|(_, count)| count.to_string());
    let said = words::steps_outcomes(done, part, not_done, unsaid);
    seen.said = vec![words::steps_said(found.len()), said.clone()];
    seen.charts.push(chart(&outcomes, said));
    let pairs = |of: fn(&Planned) -> Option<Pair>| found.iter().filter_map(of).collect::<Vec<_>>();
    let felt = [
        (words::STEPS_PLEASANT, pairs(|planned| planned.pleasant)),
        (words::STEPS_WORTH, pairs(|planned| planned.worth)),
    ];
    let (enough, few): (Vec<_>, Vec<_>) =
        felt.into_iter().partition(|(_, pairs)| pairs.len() >= least::PAIRS);
    seen.charts.extend(enough.iter().map(|(thing, pairs)| against(thing, pairs)));
    if !few.is_empty() {
        let few = few.iter().map(|(thing, pairs)| words::counted(thing, &pairs.len().to_string()));
        seen.said.push(words::pairs_few(&joined(few), &least::PAIRS.to_string()));
    }
    seen
}

fn outcomes(found: &[Planned]) -> [(&'static str, u32); 4] {
    let outcomes = [
        (Outcome::Done, words::STEPS_DONE),
        (Outcome::Part, words::STEPS_PART),
        (Outcome::NotThatDay, words::STEPS_NOT),
        (Outcome::Unsaid, words::STEPS_UNSAID),
    ];
    outcomes.map(|(outcome, name)| {
        (name, found.iter().filter(|planned| planned.outcome == outcome).count() as u32)
    })
}

fn chart(outcomes: &[(&'static str, u32)], said: String) -> Chart {
    let all: Vec<(String, u32)> =
        outcomes.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect();
    let mut table = Table::new(&[words::WHAT, words::STEPS_COUNT]);
    table.rows = all.iter().map(|(name, count)| vec![name.clone(), count.to_string()]).collect();
    Chart {
        title: words::STEPS_CHART.to_owned(),
        said,
        legend: words::STEPS_CHART_LEGEND.to_owned(),
        lines: bars::lines(all.len()),
        draw: Rc::new(move |frame| bars::bars(frame, &all)),
        table,
    }
}

fn against(thing: &'static str, pairs: &[Pair]) -> Chart {
    let telling = Telling {
        title: words::steps_felt(thing),
        heads: [words::STEPS_GUESS, words::STEPS_FOUND],
        legend: words::STEPS_LEGEND,
        ways: words::steps_against,
        thing,
    };
    telling.chart(pairs)
}
