//! Freshet: a quiet place in a browser tab, where a person who feels stuck can
//! notice it, try something small, and keep what they found. Nothing they
//! write leaves the device.
//!
//! # The house
//!
//! One program, three ways in: a page on any static server under any path, an
//! installed app with the network off, and one file opened from a disk.
//!
//! | room | what it holds | what it never does |
//! |---|---|---|
//! | [`core`] | what the program knows | I/O; names no browser, signal, clock or randomness: those come in as values |
//! | `browser` | the only doors to the browser | take decisions |
//! | `state` | where signals meet the core, one struct a concern | draw, choose words, name `web_sys` |
//! | `ui` | what is shown: `app`, `rest`, `pages`, `parts`, `charts` | store, encode, hold a text that a person reads |
//!
//! Beside them: `content/` holds every word a person reads and the package
//! that refuses words which break a rule; `style/` the look; `public/` the
//! plain scripts and files around the program; `xtask/` builds, serves and
//! tests it; `tests/browser/` uses it in real browsers.
//!
//! # Invariants
//!
//! `tests/tidy.rs` and the compiler hold the code to these.
//! - An arrow never points up: ui → state → browser → core.
//! - Leptos, `web_sys` and gloo are dependencies of the `wasm32` target only,
//!   so `core` compiles and is tested without them. This file and `main.rs`
//!   are the only ones with a `cfg` on a target.
//! - `browser` is the only room that names `web_sys`, `js_sys` and
//!   `gloo_storage`.
//! - Domain types hold values, never signals. There is one error enum an
//!   operation; its words for people are chosen in `ui`.
//! - Readers of stored or foreign data are total: they give what they could
//!   read and a list of problems. What cannot be read is kept.
//! - No address holds a person's words ([`core::route`]).
//! - Every field that a person writes in says `autocomplete="off"`, for
//!   browsers keep unsaved words in their own files otherwise.
//! - Text becomes text nodes and attributes, never markup: the page's policy
//!   refuses `innerHTML`, and `dist` refuses a program in which it occurs.
//! - A feature has one name wherever it has something. A file has one idea, and
//!   400 lines at most.
//!
//! # A thought becomes a record
//!
//! Words typed → [`core::draft::Draft`] → [`core::entry::Entry`] → JSON
//! ([`core::vault::kept`]) → compressed ([`core::vault::compress`]) → sealed,
//! where there is a passphrase ([`core::vault::cipher`]) → packed into letters
//! ([`core::vault::pack`]) → [`core::vault::store::Store::put`] under a new
//! random name → read back and compared → *saved* ([`core::vault::log`]). The
//! way back is the same rooms in reverse.
//!
//! A value is never changed. What takes its place stands under another name and
//! was read back before the old one goes: so a stop between any two writes
//! leaves all that was saved, and two tabs that write at once leave both
//! versions. `docs/vault-format.md` says every byte.
//!
//! # Where size decided
//!
//! All that is fetched before an entry can be written has a budget, checked
//! with every build. Four things are ours because of it, where a library would
//! have served:
//! - **Elements are values of one type** (`ui::view`) that Leptos signals keep
//!   true. The same screens by Leptos' `view!`, which makes a type of each
//!   element, were a program of 277 KB by brotli; erased types made it 231 KB,
//!   values 178 KB.
//! - **JSON** ([`core::json`]) is read without a reader for every type; that
//!   took another 34 KB off, and is held against `serde_json` in the tests.
//! - **Signals of every type are one type** (`state::signals`): Leptos makes
//!   its code anew for each, which was 13 KB.
//! - **Lists by names and one sort** ([`core::by_id`], [`core::sorted`]): trees
//!   and the library's sort, made anew for each type, were 11 KB.
//!
//! And what a dependency offers to scripts, which nobody asks for, is taken out
//! before the program is split (`xtask::offers`): 4 KB.
//!
//! # Two parts
//!
//! The program comes in two files. The first writes an entry: Home's question,
//! the editor, the open vault. The rest, which is most of it, is fetched as soon
//! as the first is on the screen (`state::rest`), and runs in its memory. They
//! are told apart after linking, by who reaches what: only a `door!` leads from
//! the first part to the rest. So a screen or a piece of one that is not needed
//! to write an entry is a `Piece` of `ui::rest`, and nothing in the first part
//! names what is behind it. What only such pieces look like stands in
//! `style/rest/`, and comes with them. `dist` lists what is fetched first, and refuses more
//! than [`BUDGET`]; in one program it was 298 KB.
//!
//! [`BUDGET`]: ../xtask/dist/constant.BUDGET.html
//!
//! # Strength of a fact
//!
//! By rule, the lower one when in doubt. **Strong**: a meta-analysis of
//! low-bias trials, several large trials, a regulator's text on what it decided
//! itself. **Some**: one sound trial, or a meta-analysis whose authors warn of
//! bias. **Thin**: small or uncontrolled studies, laboratory tasks, surveys,
//! expert opinion. **Mixed**: sound studies disagree. **Disputed**: the field
//! disputes the idea. Definitions, history and instruments carry none.

#![cfg_attr(not(test), warn(clippy::string_slice))]

pub mod core;

#[cfg(target_arch = "wasm32")]
mod door;

#[cfg(target_arch = "wasm32")]
pub mod browser;

#[cfg(target_arch = "wasm32")]
pub mod state;

#[cfg(target_arch = "wasm32")]
pub mod ui;
