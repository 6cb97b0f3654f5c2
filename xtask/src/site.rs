//! Everything that is served, put together in memory.

use crate::{
    digest::hashed_name, error::Error, headers, offline, page, program::Program, project::Project,
    script, style, words::Words,
};
use std::{collections::BTreeMap, fs, path::Path};

/// The drawn icon.
pub const ICON: &str = "icon.svg";
/// The icon that iPhones put on a home screen.
pub const TOUCH_ICON: &str = "apple-touch-icon.png";
/// Icons in pixels for the manifest.
pub const ICONS: [&str; 3] = ["icon-192.png", "icon-512.png", "icon-maskable-512.png"];

/// What the page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// For people: kept for times without a network.
    Release,
    /// For work on the source: never kept, reloaded after a change.
    Work,
}

/// Names and bytes of all files, in one folder.
#[derive(Debug, Default)]
pub struct Site {
    /// By name.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What must have arrived before an entry can be written.
    pub first: Vec<String>,
}

impl Site {
    /// Puts the page together.
    pub fn assemble(
        project: &Project,
        words: &Words,
        program: &Program,
        purpose: Purpose,
    ) -> Result<Site, Error> {
        let source = Source::read(project, words, program.shrunk)?;
        let mut site = Site::default();
        let style = site.add_hashed("freshet.css", source.style.clone());
        let rest_style = site.add_hashed("rest.css", source.rest_style.clone());
        let boot = site.add_hashed("boot.js", source.boot.clone());
        let script = site.add_hashed("freshet.js", program.module.script.clone());
        let wasm = site.add_hashed("freshet.wasm", program.module.wasm.clone());
        let rest = site.add_hashed("rest.wasm", program.rest.clone());
        let key_worker = site.add_hashed("key-worker.js", source.key_worker.clone());
        let readings = site.add_hashed("readings.json", words.readings());
        let lists = site.add_hashed("lists.txt", source.lists.clone());
        let icons = site.add_icons(project)?;
        site.add_manifest(project, words, &icons)?;
        site.add_away(project, words)?;
        let later = match purpose {
            Purpose::Release => site.add_hashed("offline.js", source.offline.clone()),
            Purpose::Work => site.add("reload.js", include_str!("work/reload.js")),
        };

        let version = site.version(&source.page);
        let links = page::Links {
            style: &style,
            boot: &boot,
            later: vec![&later],
            script: &script,
            wasm: &wasm,
            rest: &rest,
            rest_style: &rest_style,
            key_worker: &key_worker,
            readings: &readings,
            lists: &lists,
            icon: &icons[ICON],
            plain_icon: &source.plain_icon,
            touch_icon: &icons[TOUCH_ICON],
            version: &version,
        };
        let index = site.add("index.html", page::many_files(&source.page, &links)?);
        site.first = vec![index, style, boot, script, wasm];
        let worker = match purpose {
            Purpose::Release => offline::worker(&read(project, "public/sw.js")?, &version, &site)?,
            Purpose::Work => include_str!("work/no-worker.js").to_owned(),
        };
        site.add("sw.js", worker);
        let policy = site.add_one_file(project, words, program, &source, &version)?;
        let headers = headers::write(&site, &policy);
        site.add("_headers", headers);
        Ok(site)
    }

    fn add(&mut self, name: &str, bytes: impl Into<Vec<u8>>) -> String {
        self.files.insert(name.to_owned(), bytes.into());
        name.to_owned()
    }

    fn add_hashed(&mut self, name: &str, bytes: impl Into<Vec<u8>>) -> String {
        let bytes = bytes.into();
        self.add(&hashed_name(name, &bytes), bytes)
    }

    /// Adds the icons, and gives back the name each got.
    fn add_icons(&mut self, project: &Project) -> Result<BTreeMap<&'static str, String>, Error> {
        let mut names = BTreeMap::new();
        for name in [ICON, TOUCH_ICON].into_iter().chain(ICONS) {
            let path = project.path(Path::new("public").join(name));
            let bytes = fs::read(&path).map_err(Error::file("read", path))?;
            names.insert(name, self.add_hashed(name, bytes));
        }
        Ok(names)
    }

    fn add_manifest(
        &mut self,
        project: &Project,
        words: &Words,
        icons: &BTreeMap<&'static str, String>,
    ) -> Result<(), Error> {
        let mut manifest = read(project, "public/manifest.webmanifest")?;
        for (icon, name) in icons {
            manifest = manifest.replace(&format!("\"{icon}\""), &format!("\"{name}\""));
        }
        let manifest = words.fill_json("public/manifest.webmanifest", &manifest)?;
        self.add("manifest.webmanifest", manifest);
        Ok(())
    }

    fn add_away(&mut self, project: &Project, words: &Words) -> Result<(), Error> {
        let style = self.add_hashed("away.css", read(project, "public/away.css")?);
        let page = page::away(&read(project, "public/away.html")?, words, &style)?;
        self.add("away.html", page);
        Ok(())
    }

    fn add_one_file(
        &mut self,
        project: &Project,
        words: &Words,
        program: &Program,
        source: &Source,
        version: &str,
    ) -> Result<String, Error> {
        let icon = read(project, "public/icon.svg")?;
        let parts = page::Parts {
            style: &[&source.style, &source.rest_style],
            boot: &source.boot,
            program: &program.plain,
            rest: &program.rest,
            key_worker: &source.key_worker,
            readings: &words.readings(),
            lists: &source.lists,
            icon: icon.as_bytes(),
            plain_icon: &source.plain_icon,
            version,
        };
        let (page, policy) = page::one_file(&source.page, &parts)?;
        self.add("freshet.html", page);
        Ok(policy)
    }

    fn version(&self, page: &str) -> String {
        let files = self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
        page::version(files.chain([("index.html", page.as_bytes())]))
    }
}

/// What is written by hand and goes into both pages.
struct Source {
    page: String,
    style: String,
    /// Of what only the rest of the program draws.
    rest_style: String,
    boot: String,
    offline: String,
    key_worker: String,
    /// The icon that tells nothing, drawn.
    plain_icon: Vec<u8>,
    /// Words for passphrases, an empty line, and the commonest passphrases.
    lists: String,
}

impl Source {
    fn read(project: &Project, words: &Words, shrunk: bool) -> Result<Source, Error> {
        let script = |path: &str| {
            let script = read(project, path)?;
            if shrunk { script::minify(project, &script, script::Form::Plain) } else { Ok(script) }
        };
        Ok(Source {
            page: page::fill(&read(project, "index.html")?, words)?,
            style: style::join(&project.path("style"))?,
            rest_style: style::join(&project.path("style/rest"))?,
            boot: script("public/boot.js")?,
            offline: script("public/offline.js")?,
            key_worker: script("public/key-worker.js")?,
            plain_icon: read(project, "public/plain.svg")?.into_bytes(),
            lists: format!(
                "{}\n\n{}\n",
                read(project, "content/lists/words.txt")?.trim_end(),
                read(project, "content/lists/common.txt")?.trim_end(),
            ),
        })
    }
}

fn read(project: &Project, path: &str) -> Result<String, Error> {
    let path = project.path(path);
    fs::read_to_string(&path).map_err(Error::file("read", path))
}
