//! Opening: each journal of 5,000 entries beside an empty one that is opened in
//! the same way, with a passphrase and without one.

use crate::engine::{Bench, Unlocked};
use crate::stats::median;
use crate::stored::{self, Values};
use browser_tests::{error::Error, seed, site::Site};
use freshet::core::entry::Entry;
use serde_json::json;
use std::{fs, path::Path};
use xtask::browsers::Engine;

/// How often each is opened.
const OPENED: usize = 9;

const FILL: &str = include_str!("fill.js");

/// Four journals in one browser, each at an address of its own.
pub(crate) struct Journals {
    empty: Site,
    /// 5,000 entries, no passphrase.
    plain: Site,
    /// A passphrase, and no entry.
    none: Site,
    /// Both.
    pub(crate) full: Site,
}

impl Journals {
    pub(crate) fn serve(page: &Path, entries: &[Entry], engine: Engine) -> Result<Self, Error> {
        let served = |values: Option<Values>| -> Result<Site, Error> {
            let site = Site::serve(page, "/")?;
            if let Some(values) = values {
                fs::write(site.folder().join("fill.json"), json!(values).to_string())
                    .map_err(Error::system("write the filling"))?;
            }
            Ok(site)
        };
        Ok(Self {
            empty: served(None)?,
            plain: served(Some(seed::values(entries, engine)?))?,
            none: served(Some(stored::locked(&[], engine)?))?,
            full: served(Some(stored::locked(entries, engine)?))?,
        })
    }

    /// Makes the first visit to each, which fetches everything and is not
    /// counted, and puts its entries in.
    pub(crate) fn fill(&self, bench: &Bench<'_>) -> Result<(), Error> {
        bench.opens(&self.empty.home())?;
        for filled in [&self.plain, &self.none, &self.full] {
            bench.opens(&filled.home())?;
            bench.browser.script_later(FILL, vec![])?;
        }
        Ok(())
    }

    /// Opens each in turn, so that what else this machine does falls on all
    /// alike; what the full one took to unlock, and the peer of that.
    pub(crate) fn open(&self, bench: &mut Bench<'_>) -> Result<(Vec<Unlocked>, Vec<f64>), Error> {
        let Self { empty, plain, none, full } = self;
        let mut times: [Vec<f64>; 4] = Default::default();
        let (mut unlocked, mut derived) = (Vec::new(), Vec::new());
        for _ in 0..OPENED {
            times[0].push(bench.opens(&empty.home())?);
            times[1].push(bench.opens(&plain.home())?);
            times[2].push(bench.opens(&none.home())? + bench.unlocks()?.shown);
            let locked = bench.opens(&full.home())?;
            let full = bench.unlocks()?;
            times[3].push(locked + full.shown);
            unlocked.push(full);
            derived.push(bench.derives()?);
        }
        tell(bench, times.map(|times| median(&times)));
        Ok((unlocked, derived))
    }
}

fn tell(bench: &mut Bench<'_>, [empty, plain, none, full]: [f64; 4]) {
    let budget = |ours: f64, peer: f64| Some(("≤ 1.50".to_owned(), ours <= 1.5 * peer));
    let bare = "nothing stored";
    let what = "open, nothing stored";
    bench.add(what, (empty, empty, "the same"), None);
    let what = "open, 5,000 entries, no passphrase";
    bench.add(what, (plain, empty, bare), budget(plain, empty));
    let what = "open and unlock, 5,000 entries, without making the key";
    bench.add(what, (full, none, "no entry, unlocked likewise"), budget(full, none));
    // What the passphrase costs by itself is in this one.
    bench.add(what, (full, empty, bare), None);
}
