//! Where marks on the body gather, over time.

use super::said::{ends, most, piece, unit, whole};
use super::seen::{Looked, Seen};
use crate::core::content::words::look_back as words;
use crate::core::insight::body::{Marked, Marks, marks};
use crate::core::insight::time::Axis;
use crate::ui::charts::figure::Chart;
use crate::ui::charts::outline;
use crate::ui::charts::rows::{self, Row};
use crate::ui::charts::table::Table;
use crate::ui::parts::answers::joined;
use std::rc::Rc;

/// What is seen of the body.
pub(super) fn see(looked: Looked<'_>) -> Seen {
    let found = marks(looked.entries);
    let days = found.axis.as_ref().map(|axis| [axis.first, axis.last]);
    let mut seen = Seen::of(found.maps, days.into_iter().flatten());
    let counts = found.regions.iter().map(|marked| {
        let (more, less) = marked.sums();
        (marked.region.name, more + less)
    });
    let said = match found.regions.is_empty() {
        true => words::BODY_NO_MARK.to_owned(),
        false => words::body_said(&most(counts)),
    };
    if let Some(axis) = found.axis.as_ref().filter(|_| !found.regions.is_empty()) {
        seen.charts = vec![map(&found, said.clone()), over(&found, axis, said.clone())];
    }
    seen.said.push(said);
    seen.said.extend(whole(found.cant_tell, found.nothing));
    seen
}

fn map(found: &Marks, said: String) -> Chart {
    let mut table = Table::new(&[words::BODY_PLACE, words::BODY_MORE, words::BODY_LESS]);
    let row = |marked: &Marked| {
        let (more, less) = marked.sums();
        vec![marked.region.name.to_owned(), more.to_string(), less.to_string()]
    };
    table.rows = found.regions.iter().map(row).collect();
    let regions = found.regions.clone();
    Chart {
        title: words::BODY_MAP.to_owned(),
        said,
        legend: words::BODY_MAP_LEGEND.to_owned(),
        lines: outline::LINES,
        draw: Rc::new(move |frame| outline::outline(frame, &regions)),
        table,
    }
}

fn over(found: &Marks, axis: &Axis, said: String) -> Chart {
    let row = |marked: &Marked| Row {
        name: marked.region.name.to_owned(),
        more: marked.more.clone(),
        less: marked.less.clone(),
    };
    let rows: Vec<Row> = found.regions.iter().map(row).collect();
    let mut table = Table::new(&[words::WHEN, words::BODY_PLACE]);
    for at in 0..axis.pieces.len() {
        let marked = rows.iter().filter(|row| row.more[at] + row.less[at] > 0);
        let marked = joined(marked.map(|row| {
            words::body_both(&row.name, &row.more[at].to_string(), &row.less[at].to_string())
        }));
        if !marked.is_empty() {
            table.rows.push(vec![piece(axis, at), marked]);
        }
    }
    let (first, last) = ends(axis);
    Chart {
        title: words::BODY_OVER.to_owned(),
        said,
        legend: words::body_over_legend(unit(axis)),
        lines: rows::lines(&rows),
        draw: Rc::new(move |frame| rows::rows(frame, &rows, &first, &last)),
        table,
    }
}
