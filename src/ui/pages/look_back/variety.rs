//! How many families, and how evenly.

use super::seen::{Looked, Seen};
use crate::core::content::words::look_back as words;
use crate::core::feeling::Family;
use crate::core::insight::decimal::decimal;
use crate::core::insight::families::families;
use crate::core::insight::least;
use crate::core::insight::variety::Variety;
use crate::ui::charts::bars;
use crate::ui::charts::figure::Chart;
use crate::ui::charts::table::Table;
use std::rc::Rc;

/// What is seen of the variety.
pub(super) fn see(looked: Looked<'_>) -> Seen {
    let found = families(looked.entries);
    let ends = found.axis.as_ref().map(|axis| [axis.first, axis.last]);
    let mut seen = Seen::of(found.with_family, ends.into_iter().flatten());
    seen.least = least::VARIETY;
    let variety = found.variety();
    let said = words::variety_said(&decimal(variety.effective(), 1), &variety.kinds().to_string());
    seen.charts.push(chart(&variety, said.clone()));
    seen.said.push(said);
    let before = looked.before.map(|entries| families(entries).variety());
    seen.said.extend(before.and_then(|before| compared(&variety, &before)));
    seen.numbers = Some((String::new(), numbers(&variety)));
    seen
}

/// Beside as many days before, with as many words of each.
fn compared(now: &Variety, before: &Variety) -> Option<String> {
    let drawn = now.words().min(before.words());
    if drawn < least::COMPARED {
        return None;
    }
    let in_words = |of: &Variety| Some(decimal(of.rarefied(drawn)?, 1));
    Some(words::variety_compared(&drawn.to_string(), &in_words(now)?, &in_words(before)?))
}

fn chart(variety: &Variety, said: String) -> Chart {
    let counts = Family::ALL.iter().zip(variety.0);
    let all: Vec<(String, u32)> =
        counts.map(|(family, count)| (family.name().to_owned(), count)).collect();
    let mut table = Table::new(&[words::VARIETY_FAMILY, words::WORDS]);
    table.rows = all.iter().map(|(name, count)| vec![name.clone(), count.to_string()]).collect();
    Chart {
        title: words::VARIETY_CHART.to_owned(),
        said,
        legend: words::VARIETY_LEGEND.to_owned(),
        lines: bars::lines(all.len()),
        draw: Rc::new(move |frame| bars::bars(frame, &all)),
        table,
    }
}

fn numbers(variety: &Variety) -> Table {
    let mut table = Table::new(&[words::NUMBER_NAME, words::VARIETY_VALUE]);
    let rows = [
        (words::VARIETY_EFFECTIVE, Some(variety.effective())),
        (words::VARIETY_H, Some(variety.diversity())),
        (words::VARIETY_SHARE, Some(variety.share())),
        (words::VARIETY_EVENNESS, variety.evenness()),
        (words::VARIETY_CORRECTED, Some(variety.corrected())),
        (words::VARIETY_GINI, variety.gini()),
    ];
    for (name, value) in rows {
        let value = value.map_or_else(|| words::NUMBER_NONE.to_owned(), |value| decimal(value, 2));
        table.rows.push(vec![name.to_owned(), value]);
    }
    table
}
