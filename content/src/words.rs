//! `words/*.toml`: the words of the interface, a module a file.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::placeholders::{is_key, is_name, names, parts};
use crate::problem::{Problem, ProblemKind, Problems};
use crate::source::{Source, Text, list, table};

/// The modules that become static pages and not Rust.
const PAGES: [&str; 4] = ["page", "manifest", "stop", "away"];

/// One file.
#[derive(Debug)]
pub(crate) struct Module {
    pub(crate) source: Arc<Source>,
    pub(crate) words: Vec<Word>,
}

/// A word and the key it is reached by.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) key: Spanned<String>,
    pub(crate) form: Form,
}

/// A word's form.
#[derive(Debug)]
pub(crate) enum Form {
    Plain(Spanned<String>),
    Plural { one: Spanned<String>, other: Spanned<String> },
}

/// All modules, by name.
pub(crate) fn read(dir: &Path, problems: &mut Problems) -> Vec<Module> {
    let files = list(dir, "words", "toml", problems);
    for page in PAGES {
        let file = Path::new("words").join(page).with_extension("toml");
        if !files.contains(&file) {
            let what = format!("`{}` is not there", file.display());
            problems.add(file, 1, ProblemKind::MissingFile, what);
        }
    }
    files.iter().filter_map(|file| Module::read(dir, file, problems)).collect()
}

impl Module {
    fn read(dir: &Path, file: &Path, problems: &mut Problems) -> Option<Self> {
        let source = Source::read(dir, file, problems)?;
        let words = table(&source, &source.text, problems)?
            .into_iter()
            .filter_map(|(key, value)| Word::read(&source, key, value, problems))
            .collect();
        Some(Self { source, words })
    }

    /// Its name in Rust and in templates.
    pub(crate) fn name(&self) -> String {
        self.source.slug()
    }

    /// Whether its words are for static pages and not for the program.
    pub(crate) fn is_page(&self) -> bool {
        PAGES.contains(&self.name().as_str())
    }

    /// What a person reads.
    pub(crate) fn texts(&self) -> impl Iterator<Item = Text<'_>> {
        self.words.iter().flat_map(|word| word.form.texts()).map(|words| self.source.text(words))
    }

    /// Holds names and placeholders to their shapes.
    pub(crate) fn check(&self, problems: &mut Problems) {
        if !is_name(&self.name()) {
            let what = format!("`{}` cannot name a module", self.name());
            self.source.problem(0, ProblemKind::BadName, what, problems);
        }
        for word in &self.words {
            let key = word.key.get_ref();
            let named = if word.is_constant() { is_key(key) } else { is_name(key) };
            if !named {
                let what = format!("`{key}` cannot name a word, which is in snake case");
                let at = word.key.span().start;
                self.source.problem(at, ProblemKind::BadName, what, problems);
            }
        }
        for text in self.texts() {
            if let Err(at) = parts(text.str()) {
                let what = "a brace belongs to no placeholder".to_owned();
                text.problem(at, ProblemKind::BrokenPlaceholder, what, problems);
            }
        }
    }
}

impl Word {
    fn read(
        source: &Source,
        key: Spanned<std::borrow::Cow<'_, str>>,
        value: Spanned<DeValue<'_>>,
        problems: &mut Problems,
    ) -> Option<Self> {
        let key = Spanned::new(key.span(), key.into_inner().into_owned());
        match Form::read(&value) {
            Some(form) => Some(Self { key, form }),
            None => {
                let what = format!(
                    "`{}` is neither a text nor {{ one = \"...\", other = \"...\" }}",
                    key.get_ref()
                );
                source.problem(key.span().start, ProblemKind::WrongShape, what, problems);
                None
            }
        }
    }

    /// Whether nothing is to be put in, so that it can be a constant.
    pub(crate) fn is_constant(&self) -> bool {
        matches!(&self.form, Form::Plain(words) if names([words.get_ref().as_str()]).is_empty())
    }
}

impl Form {
    fn read(value: &Spanned<DeValue<'_>>) -> Option<Self> {
        if let Some(words) = text(value) {
            return Some(Form::Plain(words));
        }
        let forms: &DeTable<'_> = value.get_ref().as_table()?;
        let (one, other) = (text(forms.get("one")?)?, text(forms.get("other")?)?);
        (forms.len() == 2).then_some(Form::Plural { one, other })
    }

    /// Its texts, with what a template calls each.
    fn named(&self) -> Vec<(&'static str, &Spanned<String>)> {
        match self {
            Form::Plain(words) => vec![("", words)],
            Form::Plural { one, other } => vec![(".one", one), (".other", other)],
        }
    }

    /// Its texts.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.named().into_iter().map(|(_, words)| words)
    }

    /// The names of its placeholders.
    fn placeholders(&self) -> Vec<&str> {
        names(self.texts().map(|words| words.get_ref().as_str()))
    }
}

fn text(value: &Spanned<DeValue<'_>>) -> Option<Spanned<String>> {
    let words = value.get_ref().as_str()?;
    Some(Spanned::new(value.span(), words.to_owned()))
}

/// The words of the static pages: `page.title` to its text, placeholders kept.
/// A plural has two, `stop.entries.one` and `stop.entries.other`.
pub(crate) fn pages(modules: &[Module]) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    for module in modules.iter().filter(|module| module.is_page()) {
        for word in &module.words {
            for (form, words) in word.form.named() {
                let key = format!("{}.{}{form}", module.name(), word.key.get_ref());
                pages.insert(key, words.get_ref().clone());
            }
        }
    }
    pages
}

/// Where the words of a second language are not those of the first: words that
/// are missing or unknown, and placeholders that only one of the two has.
pub(crate) fn missing(reference: &[Module], other: &[Module]) -> Vec<Problem> {
    let mut problems = Problems::default();
    let (known, found) = (by_key(reference), by_key(other));
    for (key, (module, word)) in &known {
        match found.get(key) {
            None => {
                let at = module.source.line(word.key.span().start);
                let file = module.source.file.clone();
                let what = format!("`{key}`, line {at} of the first language, is missing");
                problems.add(file, 1, ProblemKind::MissingWord, what);
            }
            Some((there, translated)) => {
                placeholders_differ(key, word, there, translated, &mut problems);
            }
        }
    }
    for (key, (module, word)) in found.iter().filter(|(key, _)| !known.contains_key(*key)) {
        let what = format!("the first language has no `{key}`");
        let at = word.key.span().start;
        module.source.problem(at, ProblemKind::UnknownWord, what, &mut problems);
    }
    problems.into_sorted()
}

fn placeholders_differ(key: &str, word: &Word, there: &Module, other: &Word, to: &mut Problems) {
    let (ours, theirs) = (word.form.placeholders(), other.form.placeholders());
    let lacking = ours.iter().filter(|name| !theirs.contains(name)).map(|name| (name, "lacks"));
    let added = theirs.iter().filter(|name| !ours.contains(name)).map(|name| (name, "adds"));
    for (name, verb) in lacking.chain(added) {
        let what = format!("`{key}` {verb} the placeholder {{{name}}}");
        let at = other.key.span().start;
        there.source.problem(at, ProblemKind::MissingPlaceholder, what, to);
    }
}

fn by_key(modules: &[Module]) -> BTreeMap<String, (&Module, &Word)> {
    let mut words = BTreeMap::new();
    for module in modules {
        for word in &module.words {
            words.insert(format!("{}.{}", module.name(), word.key.get_ref()), (module, word));
        }
    }
    words
}
