//! Finding one's way among entries: what of an entry can be searched, filters,
//! the list of which only a part is in the page, and the calendar.
//!
//! - [`document`]: what of an entry can be searched ([`super::search`]).
//! - [`filter`]: entries of one kind, theme, family, tag or range of days.
//! - [`rows`]: which rows of a long list are in the page, and where.
//! - [`calendar`]: the way from day to day by keys, and how many entries a day has.

pub mod calendar;
pub mod document;
pub mod filter;
pub mod rows;
