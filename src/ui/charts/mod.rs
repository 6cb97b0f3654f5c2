//! Charts, drawn by small parts of our own. A chart is told in words first: a
//! name for screen readers, a legend, and a table of the same numbers. It is
//! told by shape and place, never by colour alone, so that it can be read in
//! any colours, on paper too.
//!
//! Places are parts of the width across and lines of text down ([`frame`]), so
//! that a chart fits any window while its text stays as large as all text.

pub mod bars;
pub mod calendar;
pub mod figure;
pub mod frame;
pub mod outline;
pub mod over_time;
pub mod plane;
pub mod rows;
pub mod shapes;
pub mod slopes;
pub mod table;
