//! Families of feelings by weeks.

use super::said::{ends, most, piece, unit};
use super::seen::{Looked, Seen};
use crate::core::content::words::look_back as words;
use crate::core::feeling::Family;
use crate::core::insight::families::{CANT_TELL, Families, NOTHING, ROWS, families};
use crate::core::insight::time::Axis;
use crate::ui::charts::figure::Chart;
use crate::ui::charts::rows::{self, Row};
use crate::ui::charts::table::Table;
use crate::ui::parts::answers::joined;
use std::rc::Rc;

/// What is seen of the families.
pub(super) fn see(looked: Looked<'_>) -> Seen {
    let found = families(looked.entries);
    let ends = found.axis.as_ref().map(|axis| [axis.first, axis.last]);
    let mut seen = Seen::of(found.entries, ends.into_iter().flatten());
    seen.said = said(&found);
    if let Some(axis) = &found.axis {
        seen.charts.push(chart(&found, axis, seen.said.join(" ")));
    }
    seen
}

/// Names of the rows, in their order.
fn name(row: usize) -> &'static str {
    match Family::ALL.get(row) {
        Some(family) => family.name(),
        None if row == CANT_TELL => words::FAMILIES_CANT_TELL,
        None => words::FAMILIES_NOTHING,
    }
}

fn said(found: &Families) -> Vec<String> {
    let sums = found.sums();
    let kinds = found.variety().kinds();
    let mut order: Vec<usize> = (0..Family::ALL.len()).filter(|family| sums[*family] > 0).collect();
    order.sort_by_key(|family| std::cmp::Reverse(sums[*family]));
    let most = most(order.iter().map(|family| (name(*family), sums[*family])));
    let mut said = vec![match kinds {
        0 => words::FAMILIES_NO_WORD.to_owned(),
        kinds => words::families_said(kinds, &most),
    }];
    if found.own > 0 {
        said.push(words::families_own(found.own as usize));
    }
    said.extend(super::said::whole(sums[CANT_TELL] as usize, sums[NOTHING] as usize));
    said
}

fn chart(found: &Families, axis: &Axis, said: String) -> Chart {
    let sums = found.sums();
    let there = (0..ROWS).filter(|row| sums[*row] > 0);
    let rows: Vec<Row> = there
        .map(|row| Row {
            name: name(row).to_owned(),
            more: found.rows[row].clone(),
            less: Vec::new(),
        })
        .collect();
    let mut table = Table::new(&[words::WHEN, words::WORDS]);
    for at in 0..axis.pieces.len() {
        let came = rows.iter().filter(|row| row.more[at] > 0);
        let came = joined(came.map(|row| words::counted(&row.name, &row.more[at].to_string())));
        if !came.is_empty() {
            table.rows.push(vec![piece(axis, at), came]);
        }
    }
    let (first, last) = ends(axis);
    Chart {
        title: words::FAMILIES_CHART.to_owned(),
        said,
        legend: words::families_legend(unit(axis)),
        lines: rows::lines(&rows),
        draw: Rc::new(move |frame| rows::rows(frame, &rows, &first, &last)),
        table,
    }
}
