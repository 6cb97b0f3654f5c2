//! Parts that several screens share, a file each.

pub mod always;
pub mod breath;
pub mod button;
pub mod check_in;
pub mod entry_row;
pub mod field;
pub mod file_field;
pub mod file_problems;
pub mod frame;
pub mod health;
pub mod new_secret;
pub mod notice;
pub mod plane;
pub mod prose;
pub mod radios;
pub mod rating;
pub mod reading;
pub mod screen;
pub mod secret;
pub mod step;
pub mod trouble;
pub mod water;
pub mod word_picker;
