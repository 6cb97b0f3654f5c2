//! Markdown: what texts are read as, held against `pulldown-cmark` on what both
//! read alike, and that no text takes long or too deep.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod alike;
mod hostile;
mod peer;
mod shown;
mod table;
