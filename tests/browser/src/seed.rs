//! Entries put into a browser's store past the program, by the program's own
//! code: for diaries longer than anybody types in a test.

use crate::{error::Error, person::Person};
use freshet::core::{
    entry::Entry,
    vault::{
        compress::Coder,
        kept::{Body, Kept},
        log::{self, Random, SaveError, Tended, Vault, door::Door},
        memory::MemoryStore,
        pack::Packing,
        record::Style,
    },
};
use serde_json::json;
use std::{cell::RefCell, rc::Rc};
use xtask::browsers::Engine;

/// The values of a vault, by name.
pub type Values = Vec<(String, String)>;

/// Puts values in the place of what is stored.
const PUT: &str = "localStorage.clear();
    for (const [name, value] of arguments[0]) localStorage.setItem(`freshet:${name}`, value);";

impl Person {
    /// Has kept these entries, without a passphrase, and opens the page again.
    #[track_caller]
    pub fn has_kept(&self, entries: &[Entry]) {
        let values = match values(entries, self.browser.engine()) {
            Ok(values) => values,
            Err(why) => self.gives_up(&format!("the entries cannot be kept: {why}")),
        };
        self.reloads_after(PUT, vec![json!(values)]);
    }
}

/// A vault without a passphrase that holds these entries, as it is stored.
pub fn values(entries: &[Entry], engine: Engine) -> Result<Values, Error> {
    let made = || {
        let (store, mut vault) = empty(engine)?;
        bring(&mut vault, entries)?;
        Ok(log::raw(&*store)?)
    };
    made().map_err(|why: SaveError| {
        Error::system("fill a vault")(std::io::Error::other(format!("{why:?}")))
    })
}

/// An empty vault in memory, as it is made in an engine.
pub fn empty(engine: Engine) -> Result<(Rc<MemoryStore>, Vault), SaveError> {
    let store = Rc::new(MemoryStore::default());
    let style = Style { packing: packing(engine), coder: Coder::Ppmd };
    let (mut vault, _) = Door::at(store.clone())?.enter(None, random(), style);
    while !vault.is_read() {
        vault.read_more(usize::MAX);
    }
    Ok((store, vault))
}

/// Brings entries in, all at once, as from a backup.
pub fn bring(vault: &mut Vault, entries: &[Entry]) -> Result<(), SaveError> {
    let body = |entry: &Entry| {
        let kept = Kept::Entry(Box::new(entry.clone()));
        let text = kept.to_text();
        (kept, text)
    };
    let mut records: Vec<Body> = entries.iter().map(body).collect();
    while !records.is_empty() {
        vault.keep_many(&mut records)?;
    }
    tend(vault)
}

/// Does all that can wait.
pub fn tend(vault: &mut Vault) -> Result<(), SaveError> {
    while vault.tend()? != Tended::Done {}
    Ok(())
}

/// The letters that the program takes in an engine.
fn packing(engine: Engine) -> Packing {
    match engine {
        Engine::Chromium | Engine::Firefox => Packing::Wide,
        Engine::WebKit => Packing::Narrow,
    }
}

/// Bytes that look random and are the same in each run: xorshift; see Marsaglia 2003.
fn random() -> Random {
    let state = RefCell::new(0x2545_f491_4f6c_dd1d_u64);
    let next = move || {
        let mut state = state.borrow_mut();
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        (*state >> 11) as u8
    };
    Box::new(move |bytes| bytes.fill_with(&next))
}
