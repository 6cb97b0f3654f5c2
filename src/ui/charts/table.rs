//! Tables: the twins of charts, and numbers beside them.

use crate::ui::view::{Element, View, el};

/// A table; its first column names the rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// What stands over the columns.
    pub heads: Vec<String>,
    /// The rows, each with as many cells.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these heads.
    pub fn new(heads: &[&str]) -> Self {
        Self { heads: heads.iter().map(|head| (*head).to_owned()).collect(), rows: Vec::new() }
    }

    /// The table with a name that is read aloud.
    pub fn view(&self, name: String) -> Element {
        let head = |head: &String| el("th").attr("scope", "col").child(head.clone());
        let row = |cells: &Vec<String>| {
            let mut cells = cells.iter();
            let name = cells.next().map(|cell| el("th").attr("scope", "row").child(cell.clone()));
            let cells = cells.map(|cell| el("td").child(cell.clone()));
            el("tr").child(name).child(cells.collect::<View>())
        };
        let heads = el("tr").child(self.heads.iter().map(head).collect::<View>());
        el("table")
            .class("table")
            .attr("aria-label", name)
            .child(el("thead").child(heads))
            .child(el("tbody").child(self.rows.iter().map(row).collect::<View>()))
    }
}
