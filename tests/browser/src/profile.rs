//! What kind of browser a person has: a throw-away profile, and how it is set.

use crate::{browser::ANSWERS_WITHIN, driver, error::Error};
use fantoccini::wd::Capabilities;
use serde_json::{Value, json};
use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use xtask::browsers::Engine;

/// How a browser is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// As most are.
    #[default]
    Ordinary,
    /// It lets no page keep anything.
    StorageDenied,
    /// It runs no WebAssembly.
    NoWasm,
    /// It runs no script.
    NoScript,
}

/// A folder that holds everything a browser writes. Dropped, it is gone.
#[derive(Debug)]
pub struct Profile {
    engine: Engine,
    kind: Kind,
    folder: TempDir,
}

impl Profile {
    /// A profile that nobody has used.
    pub fn new(engine: Engine, kind: Kind) -> Result<Profile, Error> {
        let folder = tempfile::Builder::new()
            .prefix(&format!("freshet-{}-", engine.name()))
            .tempdir()
            .map_err(Error::system("make a folder"))?;
        let profile = Profile { engine, kind, folder };
        for made in [profile.browser(), profile.downloads(), profile.folder().join("config")] {
            fs::create_dir(&made).map_err(Error::system("make a folder"))?;
        }
        let settings = match engine {
            Engine::Chromium => None,
            Engine::Firefox => Some(("browser/user.js", profile.firefox_settings())),
            // WebKitGTK has no setting of its own for where files go.
            Engine::WebKit => {
                Some(("config/user-dirs.dirs", "XDG_DOWNLOAD_DIR=\"$HOME/Downloads\"\n".to_owned()))
            }
        };
        if let Some((name, text)) = settings {
            fs::write(profile.folder().join(name), text)
                .map_err(Error::system("write the browser's settings"))?;
        }
        Ok(profile)
    }

    /// The engine it is for.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The folder of all of it, which stands for the user's home.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where files go that a person saves.
    pub fn downloads(&self) -> PathBuf {
        self.folder().join("Downloads")
    }

    /// Where Chromium writes down whom it talked to, over the whole session.
    pub fn network_log(&self) -> PathBuf {
        self.folder().join("network.json")
    }

    fn browser(&self) -> PathBuf {
        self.folder().join("browser")
    }

    /// What to ask of the driver for a browser with this profile.
    pub fn capabilities(&self) -> Capabilities {
        let binary = driver::browser_of(self.engine).unwrap_or_default();
        let (name, options) = match self.engine {
            Engine::Chromium => ("goog:chromeOptions", self.chromium()),
            Engine::Firefox => {
                ("moz:firefoxOptions", json!({ "args": ["-headless", "-profile", self.browser()] }))
            }
            Engine::WebKit => {
                ("webkitgtk:browserOptions", json!({ "args": self.webkit_arguments() }))
            }
        };
        let mut options = options;
        options["binary"] = json!(binary);
        let mut all = Capabilities::new();
        all.insert(name.to_owned(), options);
        // A script may take as long as its answer is waited for.
        all.insert("timeouts".to_owned(), json!({ "script": ANSWERS_WITHIN.as_millis() as u64 }));
        if self.engine == Engine::Chromium {
            all.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
        }
        all
    }

    fn chromium(&self) -> Value {
        let mut arguments = vec![
            "--headless".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-quic".to_owned(),
            "--no-first-run".to_owned(),
            "--disable-background-networking".to_owned(),
            "--disable-component-update".to_owned(),
            "--disable-sync".to_owned(),
            "--window-size=1280,900".to_owned(),
            // Whatever the browser itself would like to ask stays on this machine.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1".to_owned(),
            format!("--user-data-dir={}", self.browser().display()),
            format!("--log-net-log={}", self.network_log().display()),
        ];
        // Chromium refuses its sandbox to the administrator.
        if rustix::process::geteuid().is_root() {
            arguments.push("--no-sandbox".to_owned());
        }
        const REFUSED: u8 = 2;
        let mut settings = json!({ "download.default_directory": self.downloads() });
        match self.kind {
            Kind::Ordinary => {}
            Kind::StorageDenied => {
                settings["profile.default_content_setting_values.cookies"] = json!(REFUSED);
            }
            Kind::NoScript => {
                settings["profile.default_content_setting_values.javascript"] = json!(REFUSED);
            }
            // What may not compile anything has no WebAssembly either.
            Kind::NoWasm => arguments.push("--js-flags=--jitless".to_owned()),
        }
        json!({ "args": arguments, "prefs": settings })
    }

    fn firefox_settings(&self) -> String {
        let mut settings = vec![
            ("browser.download.folderList", json!(2)),
            ("browser.download.dir", json!(self.downloads())),
            ("browser.download.useDownloadDir", json!(true)),
            ("browser.download.always_ask_before_handling_new_types", json!(false)),
            ("browser.shell.checkDefaultBrowser", json!(false)),
            ("browser.startup.page", json!(0)),
            ("browser.newtabpage.enabled", json!(false)),
            ("browser.aboutwelcome.enabled", json!(false)),
            ("datareporting.policy.dataSubmissionEnabled", json!(false)),
            ("toolkit.telemetry.reportingpolicy.firstRun", json!(false)),
            ("app.normandy.enabled", json!(false)),
            ("network.captive-portal-service.enabled", json!(false)),
            ("network.connectivity-service.enabled", json!(false)),
            ("extensions.update.enabled", json!(false)),
            ("browser.safebrowsing.downloads.remote.enabled", json!(false)),
            // Whatever the browser itself would like to ask stays on this machine.
            ("network.proxy.type", json!(1)),
            ("network.proxy.http", json!("127.0.0.1")),
            ("network.proxy.http_port", json!(9)),
            ("network.proxy.ssl", json!("127.0.0.1")),
            ("network.proxy.ssl_port", json!(9)),
            ("network.proxy.no_proxies_on", json!("127.0.0.1")),
            // The focus goes where the keyboard sends it, as on every system
            // but one.
            ("accessibility.tabfocus", json!(7)),
        ];
        match self.kind {
            Kind::Ordinary => {}
            Kind::StorageDenied => settings.push(("network.cookie.cookieBehavior", json!(2))),
            Kind::NoWasm => settings.push(("javascript.options.wasm", json!(false))),
            Kind::NoScript => settings.push(("javascript.enabled", json!(false))),
        }
        settings.iter().fold(String::new(), |mut text, (name, value)| {
            let _ = writeln!(text, "user_pref({name:?}, {value});");
            text
        })
    }

    /// What stands in the environment of the driver and the browser.
    pub fn environment(&self) -> Vec<(&'static str, &'static str)> {
        let mut environment = vec![("TZ", "UTC")];
        if self.kind == Kind::NoWasm {
            // The older name, and the newer one.
            environment.push(("JSC_useWebAssembly", "false"));
            environment.push(("JSC_useWasm", "false"));
        }
        environment
    }

    fn webkit_arguments(&self) -> Vec<&'static str> {
        let mut arguments = vec!["--automation"];
        match self.kind {
            Kind::Ordinary | Kind::NoWasm => {}
            Kind::StorageDenied => arguments.push("--enable-html5-local-storage=false"),
            Kind::NoScript => arguments.push("--enable-javascript=false"),
        }
        arguments
    }
}
