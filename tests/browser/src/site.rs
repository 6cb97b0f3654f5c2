//! The built page on a server of its own, for one journey.

use crate::error::Error;
use std::{
    env, fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use xtask::{
    digest::sha256,
    project::Project,
    server::{Answer, Logged, Options, Server},
};

/// Where browsers send word of a policy that was broken.
pub const REPORTS: &str = "policy-report";

/// A copy of the built page, and a server that serves it.
#[derive(Debug)]
pub struct Site {
    server: Server,
    folder: TempDir,
}

/// The folder that `cargo xtask dist` wrote, or the one that the environment
/// names.
pub fn built() -> Option<PathBuf> {
    let named = env::var_os("FRESHET_DIST").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| Project::here().dist());
    folder.join("index.html").is_file().then_some(folder)
}

impl Site {
    /// Serves a copy of a folder at the root of an address that nobody had
    /// before, or below it.
    pub fn serve(built: &Path, prefix: &str) -> Result<Site, Error> {
        let folder = tempfile::Builder::new()
            .prefix("freshet-site-")
            .tempdir()
            .map_err(Error::system("make a folder"))?;
        copy(built, folder.path()).map_err(Error::system("copy the page"))?;
        ask_for_reports(folder.path()).map_err(Error::system("read the page's headers"))?;
        let options = Options { prefix: prefix.to_owned(), ..Options::new(folder.path()) };
        let server = Server::start(options)
            .map_err(|error| Error::system("serve the page")(std::io::Error::other(error)))?;
        Ok(Site { server, folder })
    }

    /// The address of the page.
    pub fn home(&self) -> String {
        self.server.url("")
    }

    /// The address of a place within the page, such as `#/journal`.
    pub fn place(&self, hash: &str) -> String {
        self.server.url(hash)
    }

    /// The address of a file of the page.
    pub fn url(&self, name: &str) -> String {
        self.server.url(name)
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        self.server.origin()
    }

    /// The address of a file of the page as it lies on the disk.
    pub fn on_disk(&self, name: &str) -> String {
        format!("file://{}", self.folder.path().join(name).display())
    }

    /// The folder that is served.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The bytes of a file as they are served to who takes brotli.
    pub fn served_size(&self, name: &str) -> u64 {
        let path = self.folder.path().join(name);
        let packed = path.with_added_extension("br");
        let size = |path: &Path| fs::metadata(path).map(|file| file.len());
        size(&packed).or_else(|_| size(&path)).unwrap_or_default()
    }

    /// The name of the one file whose name begins and ends so.
    pub fn file_named(&self, beginning: &str, ending: &str) -> String {
        let fits = |name: &String| name.starts_with(beginning) && name.ends_with(ending);
        self.server.names().into_iter().find(fits).unwrap_or_default()
    }

    /// Closes the port and every connection.
    pub fn goes_away(&mut self) {
        self.server.stop();
    }

    /// Serves again, at the same address.
    pub fn comes_back(&mut self) -> Result<(), Error> {
        self.server
            .start_again()
            .map_err(|error| Error::system("serve the page again")(std::io::Error::other(error)))
    }

    /// Answers for one file with something else.
    pub fn answers_instead(&self, name: &str, answer: Answer) {
        self.server.answer_instead(name, answer);
    }

    /// Answers from the folder alone again.
    pub fn answers_well(&self) {
        self.server.restore();
    }

    /// Every request so far, by the name of the file.
    pub fn log(&self) -> Vec<Logged> {
        self.server.log()
    }

    /// Forgets the requests so far.
    pub fn forgets_log(&self) {
        self.server.clear_log();
    }

    /// The name of the file that a request was for: `""` is the page itself.
    pub fn name_of(&self, request: &Logged) -> Option<String> {
        let prefix = self.home();
        let prefix = prefix.strip_prefix(&self.origin())?;
        let path = request.address.split(['?', '#']).next()?;
        path.strip_prefix(prefix).map(str::to_owned)
    }

    /// Requests for what is no file of the page, or was not answered well.
    pub fn strange_requests(&self) -> Vec<Logged> {
        let names = self.server.names();
        let is_ours = |name: &str| name.is_empty() || names.iter().any(|known| known == name);
        let is_strange = |request: &Logged| {
            let known = self.name_of(request).is_some_and(|name| is_ours(&name));
            !known || !matches!(request.status, 200 | 304)
        };
        self.log().into_iter().filter(is_strange).collect()
    }

    /// Puts a next version in the place of this one: the same program under
    /// another name, as if nothing had changed but a comment.
    pub fn has_next_version(&self, version: &str) -> Result<(), Error> {
        let path = |name: &str| self.folder.path().join(name);
        let change = || {
            let page = fs::read_to_string(path("index.html"))?;
            let worker = fs::read_to_string(path("sw.js"))?;
            let before = value_after(&page, "name=\"freshet-version\" content=\"", '"');
            let next = page.replace(&before, version);
            let worker = worker
                .replace(&format!("VERSION = '{before}'"), &format!("VERSION = '{version}'"))
                .replace(&sha256(page.as_bytes()), &sha256(next.as_bytes()));
            for (name, text) in [("index.html", next), ("sw.js", worker)] {
                fs::write(path(name), text)?;
                for packed in ["br", "gz"] {
                    remove(&path(name).with_added_extension(packed))?;
                }
            }
            Ok(())
        };
        change().map_err(Error::system("make the next version"))
    }
}

fn value_after(text: &str, mark: &str, end: char) -> String {
    let after = text.split_once(mark).map_or("", |(_, after)| after);
    after.split(end).next().unwrap_or_default().to_owned()
}

fn remove(path: &Path) -> std::io::Result<()> {
    if path.exists() { fs::remove_file(path) } else { Ok(()) }
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

/// Beside each policy in force, asks for word of whatever breaks that same
/// policy. What is in force stays as it is, and no moment goes unwatched.
fn ask_for_reports(folder: &Path) -> std::io::Result<()> {
    const POLICY: &str = "  Content-Security-Policy: ";
    let path = folder.join("_headers");
    let mut headers = String::new();
    for line in fs::read_to_string(&path)?.lines() {
        headers.push_str(line);
        headers.push('\n');
        if let Some(policy) = line.strip_prefix(POLICY) {
            headers.push_str(&format!(
                "  Content-Security-Policy-Report-Only: {policy}; report-uri {REPORTS}\n"
            ));
        }
    }
    fs::write(path, headers)
}
