//! Finding entries by what is written in them.
//!
//! There is no index of words. The text of all entries, folded (small letters,
//! no accents, one kind of quote, dash and space), lies in one long piece of
//! memory, and every key pressed searches through it: 6 MB take about a
//! millisecond. So parts of words and phrases are found like words, nothing is
//! built before the first answer, and a changed entry costs its own length.
//!
//! - [`fold`]: text as it is compared.
//! - [`query`]: what was asked for, and what of it was not understood.
//! - [`index`]: the folded text of all entries, and what they are filtered by.
//! - [`scan`]: the entries that match, the best first ([`rank`]).
//! - [`marks`]: where a match lies in the words as they were written.
//!
//! The caller gives a [`index::Document`] for every entry that may be found:
//! sealed ones and those in the bin are not given, or are taken out again.

pub mod dates;
pub mod fold;
pub mod index;
mod letters;
pub mod marks;
pub mod query;
pub mod rank;
pub mod scan;
mod sort;
mod term;
