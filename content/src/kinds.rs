//! The kinds of steps: what a person does in each, and the keys that each has.

use serde::Deserialize;
use toml::Spanned;

/// What a person does in a step.
#[derive(Debug)]
pub(crate) enum StepKind {
    Read { today: bool },
    Choice { options: Vec<Choice>, several: Option<Spanned<u8>>, own: Option<Spanned<String>> },
    Pick { from: Vec<Spanned<String>> },
    Rating { low: Spanned<String>, high: Spanned<String> },
    Map,
    Words { most: Spanned<u8>, apart_from: Option<Spanned<String>> },
    Body { textures: Vec<Spanned<String>> },
    Breath { minutes_from: Spanned<String>, breath_in: Spanned<Count>, breath_out: Spanned<Count> },
    Senses { senses: Vec<Sense> },
    Text { form: Form },
    Timed { minutes: Spanned<u8>, prompts: Vec<Spanned<String>> },
    Plan { after: Spanned<String>, will: Spanned<String> },
    When { minutes: Spanned<u8>, words_from: Option<Spanned<String>> },
    Lid { over: Vec<Spanned<String>> },
}

/// How much is to be written.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Form {
    Line,
    Words,
    Letter,
}

/// One of the options of a choice.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Choice {
    pub(crate) id: Spanned<String>,
    pub(crate) label: Spanned<String>,
}

/// A sense, and how many things it may find.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sense {
    pub(crate) name: Spanned<String>,
    pub(crate) count: Spanned<u8>,
}

/// Seconds within limits.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Count {
    pub(crate) least: u8,
    pub(crate) usual: u8,
    pub(crate) most: u8,
}

/// The keys of all kinds; a kind takes its own.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    pub(crate) options: Option<Vec<Choice>>,
    pub(crate) several: Option<Spanned<u8>>,
    pub(crate) own: Option<Spanned<String>>,
    pub(crate) today: Option<bool>,
    pub(crate) from: Option<Vec<Spanned<String>>>,
    pub(crate) most: Option<Spanned<u8>>,
    pub(crate) apart_from: Option<Spanned<String>>,
    pub(crate) textures: Option<Vec<Spanned<String>>>,
    pub(crate) senses: Option<Vec<Sense>>,
    pub(crate) minutes: Option<Spanned<u8>>,
    pub(crate) prompts: Option<Vec<Spanned<String>>>,
    pub(crate) after: Option<Spanned<String>>,
    pub(crate) will: Option<Spanned<String>>,
    pub(crate) words_from: Option<Spanned<String>>,
    pub(crate) over: Option<Vec<Spanned<String>>>,
    pub(crate) minutes_from: Option<Spanned<String>>,
    pub(crate) breath_in: Option<Spanned<Count>>,
    pub(crate) breath_out: Option<Spanned<Count>>,
    pub(crate) low: Option<Spanned<String>>,
    pub(crate) high: Option<Spanned<String>>,
}

/// The keys of a kind, in words; none where there is no such kind.
pub(crate) fn keys(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "read" => "today if you like",
        "choice" => "options (one or more), and if you like several and own",
        "pick" => "from (one or more)",
        "rating" => "low and high",
        "words" => "most, and if you like apart_from",
        "body" => "textures (one or more)",
        "breath" => "minutes_from, breath_in and breath_out",
        "senses" => "senses (one or more)",
        "timed" => "minutes and prompts (one or more)",
        "plan" => "after and will",
        "when" => "minutes, and if you like words_from",
        "lid" => "over (one or more)",
        "map" | "line" | "text" | "letter" => "none",
        _ => return None,
    })
}

impl Keys {
    /// The kind of this name with its keys, taken out of here.
    pub(crate) fn kind(&mut self, name: &str) -> Option<StepKind> {
        Some(match name {
            "read" => StepKind::Read { today: self.today.take().unwrap_or_default() },
            "choice" => StepKind::Choice {
                options: some(&mut self.options)?,
                several: self.several.take(),
                own: self.own.take(),
            },
            "pick" => StepKind::Pick { from: some(&mut self.from)? },
            "rating" => StepKind::Rating { low: self.low.take()?, high: self.high.take()? },
            "map" => StepKind::Map,
            "words" => {
                StepKind::Words { most: self.most.take()?, apart_from: self.apart_from.take() }
            }
            "body" => StepKind::Body { textures: some(&mut self.textures)? },
            "breath" => StepKind::Breath {
                minutes_from: self.minutes_from.take()?,
                breath_in: self.breath_in.take()?,
                breath_out: self.breath_out.take()?,
            },
            "senses" => StepKind::Senses { senses: some(&mut self.senses)? },
            "line" => StepKind::Text { form: Form::Line },
            "text" => StepKind::Text { form: Form::Words },
            "letter" => StepKind::Text { form: Form::Letter },
            "timed" => {
                StepKind::Timed { minutes: self.minutes.take()?, prompts: some(&mut self.prompts)? }
            }
            "plan" => StepKind::Plan { after: self.after.take()?, will: self.will.take()? },
            "when" => {
                StepKind::When { minutes: self.minutes.take()?, words_from: self.words_from.take() }
            }
            "lid" => StepKind::Lid { over: some(&mut self.over)? },
            _ => return None,
        })
    }

    /// Whether no key is left.
    pub(crate) fn are_spent(&self) -> bool {
        let texts = [
            &self.own,
            &self.apart_from,
            &self.after,
            &self.will,
            &self.words_from,
            &self.minutes_from,
            &self.low,
            &self.high,
        ];
        let lists = [&self.from, &self.textures, &self.prompts, &self.over];
        texts.iter().all(|key| key.is_none())
            && lists.iter().all(|key| key.is_none())
            && [&self.several, &self.most, &self.minutes].iter().all(|key| key.is_none())
            && [&self.breath_in, &self.breath_out].iter().all(|key| key.is_none())
            && self.options.is_none()
            && self.senses.is_none()
            && self.today.is_none()
    }
}

/// A list that has something in it.
fn some<T>(list: &mut Option<Vec<T>>) -> Option<Vec<T>> {
    list.take().filter(|list| !list.is_empty())
}

impl StepKind {
    /// What a person reads.
    pub(crate) fn texts(&self) -> Vec<&Spanned<String>> {
        match self {
            StepKind::Choice { options, own, .. } => {
                options.iter().map(|option| &option.label).chain(own).collect()
            }
            StepKind::Rating { low, high } => vec![low, high],
            StepKind::Body { textures } => textures.iter().collect(),
            StepKind::Senses { senses } => senses.iter().map(|sense| &sense.name).collect(),
            StepKind::Timed { prompts, .. } => prompts.iter().collect(),
            StepKind::Plan { after, will } => vec![after, will],
            StepKind::Read { .. }
            | StepKind::Pick { .. }
            | StepKind::Map
            | StepKind::Words { .. }
            | StepKind::Breath { .. }
            | StepKind::Text { .. }
            | StepKind::When { .. }
            | StepKind::Lid { .. } => Vec::new(),
        }
    }

    /// Whether a person's words come of it.
    pub(crate) fn is_written(&self) -> bool {
        matches!(
            self,
            StepKind::Text { .. }
                | StepKind::Timed { .. }
                | StepKind::Plan { .. }
                | StepKind::Pick { .. }
        )
    }

    /// Whether a day comes of it.
    pub(crate) fn is_dated(&self) -> bool {
        matches!(self, StepKind::When { .. } | StepKind::Lid { .. })
    }

    /// The numbers in it that must not be zero.
    pub(crate) fn numbers(&self) -> Vec<&Spanned<u8>> {
        match self {
            StepKind::Choice { several, .. } => several.iter().collect(),
            StepKind::Words { most, .. } => vec![most],
            StepKind::Senses { senses } => senses.iter().map(|sense| &sense.count).collect(),
            StepKind::Timed { minutes, .. } | StepKind::When { minutes, .. } => vec![minutes],
            _ => Vec::new(),
        }
    }
}
