//! The driver of an engine: a process of our own on a free port.

use crate::{error::Error, processes, profile::Profile};
use rustix::process::{Pid, Signal, kill_process, kill_process_group};
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

const COMES_UP_WITHIN: Duration = Duration::from_secs(60);

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
            .stdin(Stdio::piped())
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

    /// Ends it with everything that it started, by force and at once.
    pub fn kill(&mut self) {
        let id = |pid: u32| Pid::from_raw(pid.try_into().unwrap_or_default());
        // What is ended may be gone already.
        for process in processes::below(self.child.id()) {
            let _ = id(process).map(|id| kill_process(id, Signal::KILL));
        }
        let _ = id(self.child.id()).map(|id| kill_process_group(id, Signal::KILL));
        let _ = self.child.wait();
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        // The shell ends itself with the rest of its group.
        let _ = self.child.wait();
    }
}

/// Runs a driver for as long as this end of the pipe is open, and ends the
/// whole group when it closes: also when this process is ended by force.
const LEASH: &str = r#""$@" & trap "" TERM; read -r _; kill -TERM 0; sleep 0.3; kill -KILL 0"#;

fn command(engine: Engine, port: u16) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", LEASH, "sh"]);
    match engine {
        Engine::Chromium => command.arg("chromedriver"),
        Engine::Firefox => command.args(["geckodriver", "--host=127.0.0.1"]),
        // It knows no headless mode: it draws on a display that nobody sees.
        Engine::WebKit => command
            .args(["xvfb-run", "-a"])
            .args(["--server-args=-screen 0 1600x1400x24", "WebKitWebDriver"]),
    };
    command.arg(format!("--port={port}"));
    command
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
