//! The command line.

use crate::{
    bench,
    browsers::Engine,
    dist,
    error::Error,
    icons, index,
    program::{Profile, Shrinking},
    project::Project,
    serve, setup,
    test::{self, Part},
};
use std::process::ExitCode;

const HELP: &str = "cargo xtask <command>

  serve [--port 8080] [--release]
      build the page, serve it on this machine, and build it anew on change
  test [--long] [--only native|browsers|words] [--engine chromium|firefox|webkit]
      check everything; --long takes every combination, and ends browsers by
      force for some hours
  bench [--diary FILE] [--engine chromium|firefox|webkit]
        [--only open|save|type|search|scroll|loops]
      measure the release beside its peers; a diary is a Day One JSON
  dist [--ci]
      build the release into dist/; --ci refuses one that was not shrunk
  index
      put the words of content/ into index.html
  icons
      draw the icons in pixels from public/icon.svg
  help
      say this

Each sets up what is missing, or says what to install.";

/// What the user wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Serve the page while working on it.
    Serve {
        /// Where to listen.
        port: u16,
        /// How to build.
        profile: Profile,
    },
    /// Check everything.
    Test(test::Options),
    /// Measure the release.
    Bench(bench::Options),
    /// Build the release.
    Dist(Shrinking),
    /// Fill the committed page with words.
    Index,
    /// Draw the icons.
    Icons,
    /// Say what there is.
    Help,
}

/// Reads the words after `cargo xtask`.
pub fn parse(arguments: &[String]) -> Result<Command, Error> {
    let mut words = arguments.iter().map(String::as_str);
    let command = words.next().unwrap_or("help");
    match command {
        "serve" => serve_options(words),
        "test" => test_options(words),
        "bench" => bench_options(words),
        "dist" => dist_options(words),
        "index" => no_options(words, Command::Index),
        "icons" => no_options(words, Command::Icons),
        "help" | "--help" | "-h" => Ok(Command::Help),
        other => Err(Error::Usage(format!("there is no `{other}`\n\n{HELP}"))),
    }
}

/// Does it.
pub fn run(project: &Project, command: Command) -> Result<ExitCode, Error> {
    match command {
        Command::Serve { port, profile } => serve::run(project, port, profile)?,
        Command::Test(options) => return Ok(test::run(project, options)),
        Command::Bench(options) => bench::run(project, &options)?,
        Command::Dist(shrinking) => dist::run(project, shrinking)?,
        Command::Index => index::run(project)?,
        Command::Icons => icons::run(project)?,
        Command::Help => println!("{HELP}"),
    }
    Ok(ExitCode::SUCCESS)
}

fn serve_options<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<Command, Error> {
    let (mut port, mut profile) = (8080, Profile::Serve);
    while let Some(word) = words.next() {
        match word {
            "--release" => profile = Profile::Release,
            "--port" => port = value(word, words.next(), |text| text.parse().ok())?,
            other => return Err(unknown(other)),
        }
    }
    Ok(Command::Serve { port, profile })
}

fn test_options<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<Command, Error> {
    let mut options = test::Options { part: Part::Whole, engine: None, long: false };
    while let Some(word) = words.next() {
        match word {
            "--long" => options.long = true,
            "--only" => options.part = value(word, words.next(), part)?,
            "--engine" => options.engine = Some(value(word, words.next(), Engine::named)?),
            other => return Err(unknown(other)),
        }
    }
    Ok(Command::Test(options))
}

fn bench_options<'a>(mut words: impl Iterator<Item = &'a str>) -> Result<Command, Error> {
    let mut options = bench::Options { diary: None, engine: None, only: None };
    while let Some(word) = words.next() {
        match word {
            "--diary" => options.diary = Some(value(word, words.next(), |path| Some(path.into()))?),
            "--engine" => options.engine = Some(value(word, words.next(), Engine::named)?),
            "--only" => options.only = Some(value(word, words.next(), |part| Some(part.into()))?),
            other => return Err(unknown(other)),
        }
    }
    Ok(Command::Bench(options))
}

fn dist_options<'a>(words: impl Iterator<Item = &'a str>) -> Result<Command, Error> {
    let mut shrinking =
        if setup::must_be_whole() { Shrinking::Required } else { Shrinking::Optional };
    for word in words {
        match word {
            "--ci" => shrinking = Shrinking::Required,
            other => return Err(unknown(other)),
        }
    }
    Ok(Command::Dist(shrinking))
}

fn no_options<'a>(
    mut words: impl Iterator<Item = &'a str>,
    command: Command,
) -> Result<Command, Error> {
    words.next().map_or(Ok(command), |word| Err(unknown(word)))
}

fn part(text: &str) -> Option<Part> {
    match text {
        "native" => Some(Part::Native),
        "browsers" => Some(Part::Browsers),
        "words" => Some(Part::Words),
        _ => None,
    }
}

fn value<T>(
    option: &str,
    text: Option<&str>,
    read: impl Fn(&str) -> Option<T>,
) -> Result<T, Error> {
    text.and_then(read)
        .ok_or_else(|| Error::Usage(format!("`{option}` needs another value\n\n{HELP}")))
}

fn unknown(option: &str) -> Error {
    Error::Usage(format!("there is no option `{option}` here\n\n{HELP}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Option<Command> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).ok()
    }

    #[test]
    fn commands_and_options() {
        assert_eq!(parsed(""), Some(Command::Help));
        assert_eq!(parsed("index"), Some(Command::Index));
        assert_eq!(
            parsed("serve --port 1 --release"),
            Some(Command::Serve { port: 1, profile: Profile::Release })
        );
        let options =
            test::Options { part: Part::Browsers, engine: Some(Engine::WebKit), long: true };
        assert_eq!(
            parsed("test --long --only browsers --engine webkit"),
            Some(Command::Test(options))
        );
        let options = bench::Options {
            diary: Some("d.json".into()),
            engine: Some(Engine::Firefox),
            only: Some("search".to_owned()),
        };
        let words = "bench --diary d.json --engine firefox --only search";
        assert_eq!(parsed(words), Some(Command::Bench(options)));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for line in [
            "wrong",
            "serve --port",
            "serve --port x",
            "test --only some",
            "bench --diary",
            "index --x",
        ] {
            assert_eq!(parsed(line), None, "{line}");
        }
    }
}
