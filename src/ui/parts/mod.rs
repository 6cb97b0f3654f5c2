//! Parts that several screens share, a file each.

pub mod always;
pub mod answers;
pub mod body;
pub mod breath;
pub mod button;
pub mod check_in;
pub mod choice;
pub mod entry_row;
pub mod field;
pub mod frame;
pub mod lid;
pub mod notice;
pub mod outline;
pub mod plane;
pub mod prose;
pub mod radios;
pub mod rating;
pub mod screen;
pub mod sealed;
pub mod senses;
pub mod step;
pub mod timed;
pub mod trouble;
pub mod water;
pub mod when;
pub mod word_picker;
