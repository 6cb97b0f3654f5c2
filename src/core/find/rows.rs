//! Which rows of a long list are in the page, and where. All lengths are CSS
//! pixels, from the top of the list.
//!
//! Rows have heights of their own. One that was never in the page is taken to
//! be as high as those that were; when it comes in and is measured, the page is
//! scrolled by the difference, so that what a person reads stays where it is.

/// The rows of a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rows {
    /// Of each row, as it was measured.
    measured: Vec<Option<f64>>,
    /// How high a row is taken to be that was not.
    usual: f64,
    /// Where each row begins, and where the last one ends.
    starts: Vec<f64>,
}

/// What is seen of the list: its top, which may lie above the list, and its
/// height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// Where it begins.
    pub top: f64,
    /// How high it is.
    pub height: f64,
}

/// The rows that are in the page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InPage {
    /// Their places in the list, from the first on, and the room before each
    /// for those that are not there.
    pub rows: Vec<(usize, f64)>,
    /// The room behind the last of them.
    pub after: f64,
}

/// What stays where it is when heights change: a row, and how far the top of the
/// view lies below its beginning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Anchor {
    /// The row.
    pub row: usize,
    /// How far.
    pub below: f64,
}

/// A row's height, until any was measured.
const USUAL: f64 = 96.0;
/// A list of so many rows or fewer is in the page as a whole.
pub const AT_ONCE: usize = 200;

/// Rows come in and go out by so many, so that not every step of scrolling
/// changes the page.
const STEP: usize = 8;
/// A difference in height that nobody sees.
const SAME: f64 = 0.5;

impl Rows {
    /// Rows with the heights that are known of them, where `usual` is the height
    /// of the others, if any was ever measured.
    pub fn new(measured: Vec<Option<f64>>, usual: Option<f64>) -> Self {
        let mut rows = Self { measured, usual: usual.unwrap_or(USUAL), starts: Vec::new() };
        rows.add_up();
        rows
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.measured.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.measured.is_empty()
    }

    /// How high the whole list is.
    pub fn height(&self) -> f64 {
        self.start(self.len())
    }

    /// Where a row begins; where the last one ends, for one behind it.
    pub fn start(&self, row: usize) -> f64 {
        self.starts.get(row.min(self.len())).copied().unwrap_or_default()
    }

    /// The row that covers a place; the first or the last for places outside.
    pub fn at(&self, place: f64) -> usize {
        let behind = self.starts.partition_point(|start| *start <= place);
        behind.saturating_sub(1).min(self.len().saturating_sub(1))
    }

    /// Takes in the heights of rows; whether any was another.
    pub fn measure(&mut self, heights: &[(usize, f64)]) -> bool {
        let first = self.measured.iter().all(Option::is_none);
        let mut changed = false;
        for (row, height) in heights {
            let Some(known) = self.measured.get_mut(*row) else { continue };
            if *height > 0.0 && known.is_none_or(|known| (known - height).abs() > SAME) {
                *known = Some(*height);
                changed = true;
            }
        }
        if changed {
            if first {
                let known = self.measured.iter().flatten();
                let (count, sum) =
                    known.fold((0.0, 0.0), |(n, sum), height| (n + 1.0, sum + height));
                self.usual = sum / count;
            }
            self.add_up();
        }
        changed
    }

    /// How high a row is taken to be that was not measured.
    pub fn usual(&self) -> f64 {
        self.usual
    }

    /// The rows that are to be in the page: all of a short list; else those seen
    /// and as many again above and below, and the one in focus with its
    /// neighbours, wherever it is, so that Tab goes on from it.
    pub fn in_page(&self, view: View, focus: Option<usize>) -> InPage {
        if self.is_empty() {
            return InPage::default();
        }
        let first = self.at(view.top - view.height) / STEP * STEP;
        let last = (self.at(view.top + 2.0 * view.height) / STEP + 1) * STEP;
        let seen = match self.len() {
            short @ ..=AT_ONCE => 0..short,
            long => first..last.min(long),
        };
        let near = focus.map_or(0..0, |row| row.saturating_sub(1)..(row + 2).min(self.len()));
        let before = near.clone().filter(|row| *row < seen.start);
        let behind = near.filter(|row| *row >= seen.end);
        let mut end = 0.0;
        let rows = before.chain(seen.clone()).chain(behind).map(|row| {
            let gap = self.start(row) - end;
            end = self.start(row + 1);
            (row, gap)
        });
        let rows = rows.collect();
        InPage { rows, after: self.height() - end }
    }

    /// What is to stay where it is: the row in focus if it is seen, else the
    /// first that is.
    pub fn anchor(&self, view: View, focus: Option<usize>) -> Anchor {
        let is_seen = |row: &usize| {
            self.start(row + 1) > view.top && self.start(*row) < view.top + view.height
        };
        let row = focus.filter(is_seen).unwrap_or_else(|| self.at(view.top));
        Anchor { row, below: view.top - self.start(row) }
    }

    /// Where the top of the view is to be, so that the anchor stays.
    pub fn top_of(&self, anchor: Anchor) -> f64 {
        self.start(anchor.row) + anchor.below
    }

    /// The row that a key leads to from another: the first, the last, or one a
    /// page of this height further.
    pub fn by_key(&self, key: &str, from: usize, page: f64) -> Option<usize> {
        let last = self.len().checked_sub(1)?;
        let start = self.start(from);
        let row = match key {
            "Home" => 0,
            "End" => last,
            "PageUp" => self.at(start - page).min(from.saturating_sub(1)),
            "PageDown" => self.at(start + page).max(from + 1),
            _ => return None,
        };
        Some(row.min(last))
    }

    fn add_up(&mut self) {
        let mut end = 0.0;
        self.starts.clear();
        self.starts.push(end);
        for height in &self.measured {
            end += height.unwrap_or(self.usual);
            self.starts.push(end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plain(count: usize) -> Rows {
        Rows::new(vec![Some(100.0); count], None)
    }

    const VIEW: View = View { top: 500_000.0, height: 800.0 };

    #[test]
    fn only_what_is_near_is_in_the_page() {
        let rows = plain(10_000);
        let page = rows.in_page(VIEW, None);
        let places: Vec<usize> = page.rows.iter().map(|(row, _)| *row).collect();
        assert_eq!((places[0], *places.last().unwrap()), (4_992, 5_023));
        assert_eq!(page.rows[0].1, 499_200.0);
        assert!(page.rows[1..].iter().all(|(_, gap)| *gap == 0.0));
        assert_eq!(page.after, 1_000_000.0 - 502_400.0);
    }

    #[test]
    fn a_short_list_is_in_the_page_as_a_whole() {
        let page = plain(200).in_page(VIEW, Some(3));
        assert_eq!((page.rows.len(), page.after), (200, 0.0));
        assert!(plain(201).in_page(VIEW, None).rows.len() < 50);
        assert_eq!(plain(0).in_page(VIEW, None), InPage::default());
        assert_eq!(Rows::default().anchor(VIEW, None), Anchor { row: 0, below: VIEW.top });
    }

    #[test]
    fn the_row_in_focus_stays_where_it_is_seen() {
        let rows = plain(1_000);
        let view = View { top: 50_050.0, height: 800.0 };
        assert_eq!(rows.anchor(view, None), Anchor { row: 500, below: 50.0 });
        assert_eq!(rows.anchor(view, Some(508)), Anchor { row: 508, below: -750.0 });
        assert_eq!(rows.anchor(view, Some(3)).row, 500);
    }

    #[test]
    fn a_row_in_focus_stays_with_its_neighbours() {
        let rows = plain(10_000);
        let page = rows.in_page(VIEW, Some(3));
        let first: Vec<_> = page.rows[..4].to_vec();
        assert_eq!(first, [(2, 200.0), (3, 0.0), (4, 0.0), (4_992, 498_700.0)]);
        let page = rows.in_page(VIEW, Some(9_999));
        assert_eq!(page.rows.last(), Some(&(9_999, 0.0)));
        assert_eq!(page.after, 0.0);
    }

    #[test]
    fn keys_lead_where_they_say() {
        let rows = plain(100);
        let check = |key: &str, from: usize, expected: Option<usize>| {
            assert_eq!(rows.by_key(key, from, 450.0), expected, "{key} from {from}");
        };
        check("Home", 50, Some(0));
        check("End", 50, Some(99));
        check("PageDown", 50, Some(54));
        check("PageDown", 98, Some(99));
        check("PageUp", 50, Some(45));
        check("PageUp", 2, Some(0));
        check("PageUp", 0, Some(0));
        check("Enter", 2, None);
        check("ArrowDown", 2, None);
        assert_eq!(plain(0).by_key("End", 0, 450.0), None);
        // A row higher than the page does not hold the person back.
        let high = Rows::new(vec![Some(2_000.0); 3], None);
        assert_eq!(high.by_key("PageDown", 0, 450.0), Some(1));
        assert_eq!(high.by_key("PageUp", 2, 450.0), Some(1));
    }

    #[test]
    fn the_first_measured_say_how_high_the_others_are() {
        let mut rows = Rows::new(vec![None; 10], None);
        assert_eq!(rows.height(), 960.0);
        assert!(rows.measure(&[(0, 50.0), (1, 70.0), (99, 70.0)]));
        assert_eq!(rows.height(), 600.0);
        assert!(!rows.measure(&[(0, 50.2)]));
        assert!(rows.measure(&[(2, 100.0)]));
        assert_eq!(rows.height(), 640.0);
    }

    fn heights() -> impl Strategy<Value = Vec<Option<f64>>> {
        let height = prop_oneof![Just(None), (20.0..400.0).prop_map(Some)];
        proptest::collection::vec(height, 1..500)
    }

    fn view() -> impl Strategy<Value = View> {
        (-500.0..60_000.0, 1.0..2_000.0).prop_map(|(top, height)| View { top, height })
    }

    proptest! {
        #[test]
        fn every_row_that_is_seen_is_in_the_page(heights in heights(), view in view(), focus in proptest::option::of(0_usize..300)) {
            let rows = Rows::new(heights, None);
            let focus = focus.filter(|row| *row < rows.len());
            let page = rows.in_page(view, focus);
            let places: Vec<usize> = page.rows.iter().map(|(row, _)| *row).collect();
            prop_assert!(places.windows(2).all(|pair| pair[0] < pair[1]));
            for row in 0..rows.len() {
                let seen = rows.start(row + 1) > view.top && rows.start(row) < view.top + view.height;
                prop_assert!(!seen || places.contains(&row), "{} is seen", row);
            }
            prop_assert!(focus.is_none_or(|row| places.contains(&row)));
        }

        #[test]
        fn rows_and_gaps_add_up_to_the_list(heights in heights(), view in view(), focus in 0_usize..300) {
            let rows = Rows::new(heights, None);
            let page = rows.in_page(view, Some(focus).filter(|row| *row < rows.len()));
            let mut end = 0.0;
            for (row, gap) in &page.rows {
                prop_assert!(*gap > -SAME);
                end += gap;
                prop_assert!((rows.start(*row) - end).abs() < SAME);
                end += rows.start(row + 1) - rows.start(*row);
            }
            prop_assert!((end + page.after - rows.height()).abs() < SAME);
        }

        #[test]
        fn a_place_is_covered_by_its_row(heights in heights(), place in 0.0..40_000.0) {
            let rows = Rows::new(heights, None);
            let row = rows.at(place);
            prop_assert!(rows.start(row) <= place);
            prop_assert!(place < rows.start(row + 1) || row + 1 == rows.len());
        }

        /// What a person reads stays where it is, whatever the rows above it turn
        /// out to be.
        #[test]
        fn the_anchor_stays(heights in heights(), view in view(), focus in proptest::option::of(0_usize..300), found in proptest::collection::vec((0_usize..300, 20.0..400.0), 0..40)) {
            let mut rows = Rows::new(heights, None);
            let anchor = rows.anchor(view, focus.filter(|row| *row < rows.len()));
            prop_assert!((rows.top_of(anchor) - view.top).abs() < SAME);
            let before = rows.start(anchor.row) - view.top;
            rows.measure(&found);
            let after = rows.start(anchor.row) - rows.top_of(anchor);
            prop_assert!((before - after).abs() < SAME);
        }

        #[test]
        fn keys_never_lead_out_of_the_list(heights in heights(), from in 0_usize..300, page in 0.0..3_000.0) {
            let rows = Rows::new(heights, None);
            let from = from.min(rows.len() - 1);
            for key in ["Home", "End", "PageUp", "PageDown"] {
                prop_assert!(rows.by_key(key, from, page).is_some_and(|row| row < rows.len()));
            }
            if from + 1 < rows.len() {
                prop_assert!(rows.by_key("PageDown", from, page).unwrap() > from);
            }
            if from > 0 {
                prop_assert!(rows.by_key("PageUp", from, page).unwrap() < from);
            }
        }
    }
}
