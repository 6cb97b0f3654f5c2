//! Guards that were named, and moments that were picked.

use super::said::most;
use super::seen::{Looked, Seen};
use crate::core::content::words::look_back as words;
use crate::core::insight::guards::guards;
use crate::ui::charts::bars;
use crate::ui::charts::figure::Chart;
use crate::ui::charts::table::Table;
use std::rc::Rc;

/// What is seen of guards.
pub(super) fn see(looked: Looked<'_>) -> Seen {
    let found = guards(looked.entries);
    let mut seen = Seen::of(found.days.len(), found.days.iter().copied());
    let mut order = found.named.clone();
    order.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let said =
        words::guards_said(&most(order.into_iter().map(|(name, count)| (name, count as u32))));
    let moments = (words::times(found.moments), words::times(found.not_now));
    let all: Vec<(String, u32)> =
        found.named.iter().map(|(name, count)| ((*name).to_owned(), *count as u32)).collect();
    let mut table = Table::new(&[words::GUARDS_GUARD, words::GUARDS_COUNT]);
    table.rows = all.iter().map(|(name, count)| vec![name.clone(), count.to_string()]).collect();
    seen.charts.push(Chart {
        title: words::GUARDS_CHART.to_owned(),
        said: said.clone(),
        legend: words::GUARDS_LEGEND.to_owned(),
        lines: bars::lines(all.len()),
        draw: Rc::new(move |frame| bars::bars(frame, &all)),
        table,
    });
    seen.said = vec![said, words::guards_moments(&moments.0, &moments.1)];
    seen
}
