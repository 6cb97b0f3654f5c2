//! Where things stand in a chart: on the screen, or in a file of its own.

use crate::core::insight::decimal::decimal;

/// What a chart is drawn for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// The page: as wide as there is room, and its text as large as text is.
    Screen,
    /// A file, in which everything has its size.
    File,
}

/// How wide a file is, in pixels.
pub const WIDE: f64 = 720.0;
/// How high a line of its text is.
pub const LINE: f64 = 16.0;

/// What is kept free at either side, for marks that stand at the ends.
const SIDE: f64 = 0.02;

impl Frame {
    /// A place across, or a width: from 0 to 1, of the whole width.
    pub fn across(self, part: f64) -> String {
        match self {
            Frame::Screen => format!("{}%", decimal(part * 100.0, 2)),
            Frame::File => decimal(part * WIDE, 1),
        }
    }

    /// A place down, or a height, in lines of text from the top.
    pub fn down(self, lines: f64) -> String {
        match self {
            Frame::Screen => format!("{}em", decimal(lines, 2)),
            Frame::File => decimal(lines * LINE, 1),
        }
    }
}

/// A place across that leaves both sides free.
pub fn inset(part: f64) -> f64 {
    SIDE + (1.0 - 2.0 * SIDE) * part
}
