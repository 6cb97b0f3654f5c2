//! `cargo xtask serve`: the page on this machine, built anew on every change.

use crate::{
    compress,
    error::Error,
    folder,
    program::{self, Profile, Shrinking},
    project::Project,
    server::{Options, Server},
    site::{Purpose, Site},
    watch::Seen,
    words::Words,
};
use std::path::{Path, PathBuf};

/// Everything the page is made of.
const WATCHED: [&str; 7] =
    ["src", "content", "style", "public", "index.html", "build.rs", "Cargo.toml"];

/// Serves until the user stops it.
pub fn run(project: &Project, port: u16, profile: Profile) -> Result<(), Error> {
    let folder = project.target(match profile {
        Profile::Serve => "served/work",
        Profile::Release => "served/release",
    });
    let watched: Vec<PathBuf> = WATCHED.iter().map(|path| project.path(path)).collect();
    let mut seen = Seen::now(&watched);
    build(project, profile, &folder)?;
    let server = Server::start(Options { port, ..Options::new(&folder) })?;
    println!("Open {} in a browser. Ctrl+C ends it.", server.url(""));
    loop {
        seen = seen.wait_for_change(&watched);
        println!("Something changed: building.");
        match build(project, profile, &folder) {
            Ok(()) => {
                server.tell_built();
                println!("Built. The page at {} loads itself again.", server.url(""));
            }
            // The page as it was stays up while its writer mends the source.
            Err(error) => println!("Not built: {error}\nThe page stays as it was."),
        }
    }
}

fn build(project: &Project, profile: Profile, folder: &Path) -> Result<(), Error> {
    let words = Words::read(project)?;
    let program = program::build(project, profile, Shrinking::Optional)?;
    let purpose = match profile {
        Profile::Serve => Purpose::Work,
        Profile::Release => Purpose::Release,
    };
    let mut site = Site::assemble(project, &words, &program, purpose)?;
    if purpose == Purpose::Release {
        compress::add(&mut site.files)?;
    }
    folder::swap_in(&site.files, folder)
}
