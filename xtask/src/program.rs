//! From the Rust source to a script and a WebAssembly program.

use crate::{
    bindings, command,
    error::Error,
    parts::{self, Parts},
    project::Project,
    script::{self, Form},
    setup,
};
use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// What the compiler writes into every program, so that the shrinking tool
/// accepts it whether or not the list of features is still inside.
const FEATURES: [&str; 7] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// How much care a build takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build, for work on the source.
    Serve,
    /// Small, for people.
    Release,
}

/// Whether a program that could not be shrunk is good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shrinking {
    /// It is: say so and go on.
    Optional,
    /// It is not.
    Required,
}

/// A script and the WebAssembly it loads.
#[derive(Debug)]
pub struct Pair {
    /// The generated script.
    pub script: String,
    /// The program.
    pub wasm: Vec<u8>,
}

/// The program in both of its forms.
#[derive(Debug)]
pub struct Program {
    /// A module, for the page of many files.
    pub module: Pair,
    /// A plain script, for the page that is one file.
    pub plain: Pair,
    /// The screens that are not needed to write an entry, for both.
    pub rest: Vec<u8>,
    /// Whether all were made as small as they can be.
    pub shrunk: bool,
}

/// Compiles the program and binds it to scripts.
pub fn build(project: &Project, profile: Profile, shrinking: Shrinking) -> Result<Program, Error> {
    let Parts { first, rest } = parts::split(project, &compile(project, profile)?)?;
    let mut program = Program {
        module: bind(project, &first, Form::Module)?,
        plain: bind(project, &first, Form::Plain)?,
        rest,
        shrunk: profile == Profile::Release && setup::shrinker(project, shrinking)?,
    };
    refuse_inner_html(&program)?;
    if program.shrunk {
        let shared = parts::shared(&program.rest)?;
        for (pair, form) in [(&mut program.module, Form::Module), (&mut program.plain, Form::Plain)]
        {
            bindings::trim(pair, &shared)?;
            pair.script = script::minify(project, &pair.script, form)?;
        }
        program.rest = shrink(project, &program.rest)?;
        let same = program.module.wasm == program.plain.wasm;
        program.module.wasm = shrink(project, &program.module.wasm)?;
        program.plain.wasm =
            if same { program.module.wasm.clone() } else { shrink(project, &program.plain.wasm)? };
    }
    Ok(program)
}

fn compile(project: &Project, profile: Profile) -> Result<PathBuf, Error> {
    setup::wasm_target()?;
    let name = match profile {
        Profile::Serve => "serve",
        Profile::Release => "release",
    };
    let mut cargo = project.cargo();
    cargo.args(["build", "--package", "freshet", "--bin", "freshet", "--target", TARGET]);
    cargo.args(["--profile", name]);
    // Cargo would take flags of the machine's own in place of ours.
    cargo.env_remove("RUSTFLAGS").env("CARGO_ENCODED_RUSTFLAGS", flags(project)?);
    cargo.env("CARGO_TARGET_DIR", project.target(""));
    command::run(&mut cargo)?;
    Ok(project.target(Path::new(TARGET).join(name).join("freshet.wasm")))
}

/// Flags for the compiler: every browser of the floor has SIMD, by which text
/// is searched several times as fast; the program is to be split; and the
/// folders of this machine are kept out of the messages of panics.
fn flags(project: &Project) -> Result<OsString, Error> {
    let mut flags = OsString::from(["-Ctarget-feature=+simd128", parts::LINKER].join("\u{1f}"));
    for (folder, stand_in) in project.private_folders()? {
        flags.push("\u{1f}--remap-path-prefix=");
        flags.push(folder);
        flags.push("=");
        flags.push(stand_in);
    }
    Ok(flags)
}

fn bind(project: &Project, compiled: &Path, form: Form) -> Result<Pair, Error> {
    let folder = project.target(match form {
        Form::Module => "bound/module",
        Form::Plain => "bound/plain",
    });
    empty(&folder)?;
    generate(compiled, form, &folder)
        .map_err(|error| Error::refused(format!("wasm-bindgen could not bind it: {error:#}")))?;
    let files = fs::read_dir(&folder).map_err(Error::file("read", &folder))?.count();
    if files != 2 {
        return Err(Error::refused(
            "a dependency brings script files of its own (see target/bound), which the page does not load",
        ));
    }
    let script = folder.join("freshet.js");
    let wasm = folder.join("freshet_bg.wasm");
    Ok(Pair {
        script: fs::read_to_string(&script).map_err(Error::file("read", &script))?,
        wasm: fs::read(&wasm).map_err(Error::file("read", &wasm))?,
    })
}

fn generate(
    compiled: &Path,
    form: Form,
    folder: &Path,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(compiled)
        .out_name("freshet")
        .typescript(false)
        // The rest of the program shares its table of functions.
        .keep_lld_exports(true)
        .omit_default_module_path(true);
    match form {
        Form::Module => bindgen.web(true)?,
        Form::Plain => bindgen.no_modules(true)?,
    };
    Ok(bindgen.generate(folder)?)
}

/// The page's policy refuses `innerHTML`, and then nothing is mounted at all.
/// Leptos sets it where `view!` makes elements.
fn refuse_inner_html(program: &Program) -> Result<(), Error> {
    if [&program.module, &program.plain].iter().any(|pair| pair.script.contains("innerHTML")) {
        return Err(Error::refused(
            "the program sets innerHTML, which its policy refuses: \
             make elements by `ui::view::el`, and not by `view!` or `inner_html`",
        ));
    }
    Ok(())
}

fn shrink(project: &Project, wasm: &[u8]) -> Result<Vec<u8>, Error> {
    let (before, after) = (project.target("bound/before.wasm"), project.target("bound/after.wasm"));
    fs::write(&before, wasm).map_err(Error::file("write", &before))?;
    let mut tool = Command::new("node");
    tool.arg(project.path(setup::WASM_OPT)).arg(&before).arg("-o").arg(&after);
    // Flat code is put back together better than it came from the compiler. The
    // first page of memory is the far end of the stack, which holds nothing.
    tool.args(["--flatten", "--rereloop", "-Oz", "-Oz", "--low-memory-unused"]);
    // Less is put where it is called than usual: the calls compress better.
    tool.args(["--one-caller-inline-max-function-size=8", "--always-inline-max-function-size=2"]);
    // Functions that are alike stand near each other, and compress better.
    tool.args(["--reorder-functions-by-name", "--strip-debug", "--strip-producers"]).args(FEATURES);
    command::run(&mut tool)?;
    fs::read(&after).map_err(Error::file("read", &after))
}

fn empty(folder: &Path) -> Result<(), Error> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Error::file("empty", folder))?;
    }
    fs::create_dir_all(folder).map_err(Error::file("make", folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(script: &str) -> Program {
        let pair = |script: &str| Pair { script: script.to_owned(), wasm: Vec::new() };
        let (module, plain) = (pair("fine"), pair(script));
        Program { module, plain, rest: Vec::new(), shrunk: false }
    }

    #[test]
    fn inner_html_is_refused() {
        assert!(refuse_inner_html(&program("element.innerHTML = x")).is_err());
        assert!(refuse_inner_html(&program("element.textContent = x")).is_ok());
    }

    #[test]
    fn folders_of_this_machine_are_renamed() {
        let flags = flags(&Project::here()).expect("rustc is here");
        let flags = flags.to_string_lossy();
        let mut renamed = flags.split('\u{1f}').skip(2);
        assert!(renamed.all(|flag| flag.starts_with("--remap-path-prefix=")), "{flags}");
        assert!(flags.ends_with("=/crates") || flags.ends_with("=/cargo"), "{flags}");
    }
}
