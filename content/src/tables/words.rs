//! Interface words by typed names: a constant for each plain text, a function
//! for each with placeholders or a plural.

use toml::Spanned;

use super::literal;
use crate::placeholders::{Part, names, parts};
use crate::words::{Form, Module, Word};

/// What a plural is counted by.
const COUNT: &str = "count";

pub(super) fn source(modules: &[Module]) -> String {
    let modules: String = modules.iter().filter(|module| !module.is_page()).map(module).collect();
    format!("/// The words of the interface, a module a file.\npub mod words {{\n{modules}}}\n")
}

fn module(module: &Module) -> String {
    format!(
        "    /// The words of `{}`.\n    pub mod {} {{\n{}    }}\n",
        module.source.file.display(),
        module.name(),
        module.words.iter().map(word).collect::<String>()
    )
}

fn word(word: &Word) -> String {
    let key = word.key.get_ref();
    match &word.form {
        Form::Plain(words) if word.is_constant() => format!(
            "{}        pub const {}: &str = {};\n",
            doc([words]),
            key.to_uppercase(),
            literal(words.get_ref())
        ),
        Form::Plain(words) => {
            let parameters = parameters(names([words.get_ref().as_str()]));
            function(&doc([words]), key, &parameters, &joined(words, COUNT))
        }
        Form::Plural { one, other } => {
            let mut names = names([one.get_ref().as_str(), other.get_ref().as_str()]);
            names.retain(|name| *name != COUNT);
            let rest = parameters(names);
            let comma = if rest.is_empty() { "" } else { ", " };
            let spelled = "count.to_string().as_str()";
            let (singular, plural) = (joined(one, spelled), joined(other, spelled));
            let body = format!("if count == 1 {{ {singular} }} else {{ {plural} }}");
            function(&doc([one, other]), key, &format!("count: usize{comma}{rest}"), &body)
        }
    }
}

fn function(doc: &str, key: &str, parameters: &str, body: &str) -> String {
    format!(
        "{doc}        pub fn {key}({parameters}) -> String {{\n            {body}\n        }}\n"
    )
}

fn parameters(names: Vec<&str>) -> String {
    names.iter().map(|name| format!("{name}: &str")).collect::<Vec<_>>().join(", ")
}

/// An expression for the words with what stands in the place of placeholders,
/// `count` in that of the count. Joining makes a smaller program than
/// formatting does.
fn joined(words: &Spanned<String>, count: &str) -> String {
    let pieces: Vec<_> = parts(words.get_ref().trim())
        .unwrap_or_default()
        .iter()
        .map(|part| match part {
            Part::Literal(words) => format!("{words:?}"),
            Part::Hole(COUNT) => count.to_owned(),
            Part::Hole(name) => (*name).to_owned(),
        })
        .collect();
    match &pieces[..] {
        [one] if one.starts_with('"') => format!("{one}.to_owned()"),
        pieces => format!("[{}].concat()", pieces.join(", ")),
    }
}

/// The English as a doc comment, as code so that nothing in it is a link.
fn doc<const N: usize>(texts: [&Spanned<String>; N]) -> String {
    let texts = texts.map(|words| {
        let line = words.get_ref().split_whitespace().collect::<Vec<_>>().join(" ");
        format!("`{}`", line.replace('`', "'"))
    });
    format!("        /// {}\n", texts.join(" or "))
}
