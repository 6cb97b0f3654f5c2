//! Which signs of emphasis belong together: CommonMark's rules for runs of `*`
//! and `_`, in time that grows with their number alone.

use super::inline::Piece;

/// A run of one sign.
#[derive(Debug)]
pub(super) struct Run {
    /// The piece that it is.
    pub(super) piece: usize,
    /// `*` or `_`.
    pub(super) sign: u8,
    /// How many signs it had.
    pub(super) long: usize,
    /// How many are not used yet.
    pub(super) left: usize,
    /// Whether it can begin emphasis.
    pub(super) opens: bool,
    /// Whether it can end it.
    pub(super) closes: bool,
}

impl Run {
    /// A run between two letters; none is the end of the text.
    pub(super) fn new(
        piece: usize,
        sign: u8,
        long: usize,
        before: Option<char>,
        after: Option<char>,
    ) -> Self {
        let white = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
        let mark = |letter: Option<char>| {
            letter.is_some_and(|letter| !letter.is_alphanumeric() && !letter.is_whitespace())
        };
        let to_the_right = !white(after) && (!mark(after) || white(before) || mark(before));
        let to_the_left = !white(before) && (!mark(before) || white(after) || mark(after));
        // Within a word, `_` is a letter like others.
        let (opens, closes) = match sign {
            b'_' => (
                to_the_right && (!to_the_left || mark(before)),
                to_the_left && (!to_the_right || mark(after)),
            ),
            _ => (to_the_right, to_the_left),
        };
        Self { piece, sign, long, left: long, opens, closes }
    }

    fn begins(&self, end: &Run) -> bool {
        let both_ways = end.opens || self.closes;
        let odd =
            both_ways && !end.long.is_multiple_of(3) && (self.long + end.long).is_multiple_of(3);
        self.sign == end.sign && !odd
    }

    /// Runs of one kind find the same beginnings.
    fn kind(&self) -> usize {
        usize::from(self.sign == b'_') * 6 + usize::from(self.opens) * 3 + self.long % 3
    }
}

/// Marks in the pieces where emphasis begins and ends.
pub(super) fn pair(runs: Vec<Run>, pieces: &mut [Piece<'_>]) {
    // Runs that can begin emphasis, with their places among all.
    let mut beginnings: Vec<(usize, Run)> = Vec::new();
    // Of each kind, the place before which nothing will be found any more.
    let mut floors = [0; 12];
    for (place, mut end) in runs.into_iter().enumerate() {
        while end.closes && end.left > 0 {
            let floor = &mut floors[end.kind()];
            let near = beginnings.iter().rev().take_while(|(place, _)| place >= floor);
            let found = near.enumerate().find(|(_, (_, run))| run.begins(&end));
            let Some(above) = found.map(|(above, _)| above) else {
                *floor = place;
                break;
            };
            beginnings.truncate(beginnings.len() - above);
            let Some((_, beginning)) = beginnings.last_mut() else { break };
            let used = if beginning.left >= 2 && end.left >= 2 { 2 } else { 1 };
            for run in [&mut *beginning, &mut end] {
                run.left -= used;
                let piece = &mut pieces[run.piece];
                piece.text = piece.text.get(used..).unwrap_or_default();
            }
            pieces[beginning.piece].begins[used - 1] += 1;
            pieces[end.piece].ends[used - 1] += 1;
            if beginning.left == 0 {
                beginnings.pop();
            }
        }
        if end.opens && end.left > 0 {
            beginnings.push((place, end));
        }
    }
}
