//! The table: a figure, its peer, their ratio, and the budget.

use std::fmt;

/// One figure beside its peer.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// What is measured.
    pub(crate) what: String,
    /// The engine.
    pub(crate) place: &'static str,
    /// Ours, in words.
    pub(crate) figure: String,
    /// The peer's, in words.
    pub(crate) peer: String,
    /// Ours to the peer's.
    pub(crate) ratio: f64,
    /// The budget in words, and whether it is met; none where the row stands
    /// there for comparison alone.
    pub(crate) budget: Option<(String, bool)>,
}

/// All rows, in the order in which they were measured.
#[derive(Debug, Default)]
pub(crate) struct Table(Vec<Row>);

impl Table {
    /// Adds a row, and shows it.
    pub(crate) fn add(&mut self, row: Row) {
        println!("{row}");
        self.0.push(row);
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (budget, met) = match &self.budget {
            Some((budget, true)) => (budget.as_str(), "yes"),
            Some((budget, false)) => (budget.as_str(), "**no**"),
            None => ("", ""),
        };
        let Row { what, place, figure, peer, ratio, .. } = self;
        write!(f, "| {what} | {place} | {figure} | {peer} | {ratio:.2} | {budget} | {met} |")
    }
}

impl fmt::Display for Table {
    /// As Markdown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| what | where | figure | beside | ratio | budget | met |")?;
        writeln!(f, "|---|---|---|---|---|---|---|")?;
        self.0.iter().try_for_each(|row| writeln!(f, "{row}"))
    }
}
