//! Scratch.
use xtask::{compress, folder, program::{self, Profile, Shrinking}, project::Project, site::{Purpose, Site}, words::Words};
fn main() {
    let project = Project::here();
    let words = Words::read(&project).unwrap();
    let program = program::build(&project, Profile::Serve, Shrinking::Optional).unwrap();
    let mut site = Site::assemble(&project, &words, &program, Purpose::Release).unwrap();
    let _ = compress::add as fn(&mut _) -> _;
    site.files.insert("BUILD.txt".into(), b"x".to_vec());
    folder::swap_in(&site.files, std::path::Path::new("/tmp/fdist")).unwrap();
}
