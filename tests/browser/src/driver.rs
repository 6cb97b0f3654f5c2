//! The driver of an engine: a process of our own on a free port.

use crate::{error::Error, profile::Profile};
use rustix::process::{Pid, Signal, kill_process_group};
use std::{
    fs,
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{Mutex, PoisonError},
    thread::sleep,
    time::{Duration, Instant},
};
use xtask::browsers::Engine;

const COMES_UP_WITHIN: Duration = Duration::from_secs(20);
const GOES_WITHIN: Duration = Duration::from_secs(3);

/// A running driver. Dropped, it ends with everything it started.
#[derive(Debug)]
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver of a profile's engine. Whatever it writes goes to the
    /// profile's folder, which stands for the user's home.
    pub fn start(profile: &Profile) -> Result<Driver, Error> {
        // Two that start at once could choose the same port or display.
        static STARTING: Mutex<()> = Mutex::new(());
        let _alone = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
        let (engine, folder) = (profile.engine(), profile.folder());
        let port = free_port()?;
        let log = fs::File::create(folder.join("driver.log"))
            .map_err(Error::system("write the driver's log"))?;
        let errors = log.try_clone().map_err(Error::system("write the driver's log"))?;
        let child = command(engine, port)
            .env("HOME", folder)
            .env("XDG_CACHE_HOME", folder.join("cache"))
            .env("XDG_CONFIG_HOME", folder.join("config"))
            .env("XDG_DATA_HOME", folder.join("data"))
            .envs(profile.environment())
            .stdin(Stdio::null())
            .stdout(log)
            .stderr(errors)
            // A group of its own can be ended without touching anything else.
            .process_group(0)
            .spawn()
            .map_err(Error::system(format!("start the driver of {}", engine.name())))?;
        let driver = Driver { child, port };
        driver.comes_up(engine)?;
        Ok(driver)
    }

    fn comes_up(&self, engine: Engine) -> Result<(), Error> {
        let start = Instant::now();
        while start.elapsed() < COMES_UP_WITHIN {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok() {
                return Ok(());
            }
            sleep(Duration::from_millis(50));
        }
        Err(Error::Driver(engine.name()))
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn signal(&self, signal: Signal) {
        if let Some(group) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw) {
            // It may be gone already, which is what is wanted.
            let _ = kill_process_group(group, signal);
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.signal(Signal::TERM);
        let start = Instant::now();
        while start.elapsed() < GOES_WITHIN {
            if !matches!(self.child.try_wait(), Ok(None)) {
                break;
            }
            sleep(Duration::from_millis(20));
        }
        // What the driver left behind is still of its group.
        self.signal(Signal::KILL);
        let _ = self.child.wait();
    }
}

fn command(engine: Engine, port: u16) -> Command {
    let port = port.to_string();
    match engine {
        Engine::Chromium => {
            let mut command = Command::new("chromedriver");
            command.arg(format!("--port={port}"));
            command
        }
        Engine::Firefox => {
            let mut command = Command::new("geckodriver");
            command.args(["--host", "127.0.0.1", "--port", &port]);
            command
        }
        Engine::WebKit => {
            // It knows no headless mode: it draws on a display that nobody sees.
            let mut command = Command::new("xvfb-run");
            command.args(["-a", "-s", "-screen 0 1600x1400x24", "WebKitWebDriver"]);
            command.arg(format!("--port={port}"));
            command
        }
    }
}

/// A port that is free now.
pub fn free_port() -> Result<u16, Error> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(Error::system("find a free port"))
}

/// The browser that a driver drives, where it is installed.
pub fn browser_of(engine: Engine) -> Option<PathBuf> {
    match engine {
        Engine::Chromium => on_path("chromium"),
        Engine::Firefox => on_path("firefox-esr").or_else(|| on_path("firefox")),
        Engine::WebKit => mini_browser(),
    }
}

/// What this machine lacks to test in an engine.
pub fn missing(engine: Engine) -> Option<&'static str> {
    let programs: &[&'static str] = match engine {
        Engine::Chromium => &["chromedriver"],
        Engine::Firefox => &["geckodriver"],
        Engine::WebKit => &["WebKitWebDriver", "xvfb-run"],
    };
    let program = programs.iter().find(|program| on_path(program).is_none());
    program.copied().or_else(|| browser_of(engine).is_none().then_some("the browser"))
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// WebKitGTK's own small browser stands outside the path.
fn mini_browser() -> Option<PathBuf> {
    let folders = fs::read_dir("/usr/lib").ok()?.flatten();
    folders
        .flat_map(|folder| {
            ["webkit2gtk-4.1", "webkit2gtk-4.0"].map(|name| folder.path().join(name))
        })
        .map(|folder| folder.join("MiniBrowser"))
        .find(|path| path.is_file())
}
