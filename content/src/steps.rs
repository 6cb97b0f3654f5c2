//! The steps of an exercise, and what each kind of step needs.

use serde::Deserialize;
use toml::Spanned;

use crate::problem::{ProblemKind, Problems};
use crate::source::Source;

/// A step with the keys of all kinds, as it stands in its file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawStep {
    id: Spanned<String>,
    question: Spanned<String>,
    help: Option<Spanned<String>>,
    kind: Spanned<String>,
    options: Option<Vec<Choice>>,
    minutes_from: Option<Spanned<String>>,
    breath_in: Option<Spanned<Count>>,
    breath_out: Option<Spanned<Count>>,
    low: Option<Spanned<String>>,
    high: Option<Spanned<String>>,
}

/// A step.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) id: Spanned<String>,
    pub(crate) question: Spanned<String>,
    pub(crate) help: Option<Spanned<String>>,
    pub(crate) kind: StepKind,
}

/// What a person does in a step.
#[derive(Debug)]
pub(crate) enum StepKind {
    Read,
    Choice(Vec<Choice>),
    Breath { minutes_from: Spanned<String>, breath_in: Spanned<Count>, breath_out: Spanned<Count> },
    Rating { low: Spanned<String>, high: Spanned<String> },
    Text,
}

/// One of the options of a choice.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Choice {
    pub(crate) id: Spanned<String>,
    pub(crate) label: Spanned<String>,
}

/// Seconds within limits.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Count {
    pub(crate) least: u8,
    pub(crate) usual: u8,
    pub(crate) most: u8,
}

impl Step {
    /// The step, if it is of a known kind and has the keys of that kind alone.
    pub(crate) fn new(
        raw: Spanned<RawStep>,
        source: &Source,
        problems: &mut Problems,
    ) -> Option<Self> {
        let start = raw.span().start;
        let mut raw = raw.into_inner();
        let name = raw.kind.get_ref().clone();
        let kind = match name.as_str() {
            "read" => Some(StepKind::Read),
            "choice" => raw.choice(),
            "breath" => raw.breath(),
            "rating" => raw.rating(),
            "text" => Some(StepKind::Text),
            _ => {
                let what = format!("there is no kind of step `{name}`");
                let at = raw.kind.span().start;
                source.problem(at, ProblemKind::UnknownStepKind, what, problems);
                return None;
            }
        };
        match kind {
            Some(kind) if raw.is_spent() => {
                Some(Self { id: raw.id, question: raw.question, help: raw.help, kind })
            }
            _ => {
                let what = format!("a step of kind {name} has exactly the keys {}", keys(&name));
                source.problem(start, ProblemKind::WrongStepFields, what, problems);
                None
            }
        }
    }

    /// What a person reads.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Spanned<String>> {
        let of_kind: Vec<_> = match &self.kind {
            StepKind::Choice(options) => options.iter().map(|option| &option.label).collect(),
            StepKind::Rating { low, high } => vec![low, high],
            StepKind::Read | StepKind::Breath { .. } | StepKind::Text => Vec::new(),
        };
        std::iter::once(&self.question).chain(&self.help).chain(of_kind)
    }
}

impl RawStep {
    fn choice(&mut self) -> Option<StepKind> {
        let options = self.options.take().filter(|options| !options.is_empty())?;
        Some(StepKind::Choice(options))
    }

    fn breath(&mut self) -> Option<StepKind> {
        let minutes_from = self.minutes_from.take()?;
        let (breath_in, breath_out) = (self.breath_in.take()?, self.breath_out.take()?);
        Some(StepKind::Breath { minutes_from, breath_in, breath_out })
    }

    fn rating(&mut self) -> Option<StepKind> {
        Some(StepKind::Rating { low: self.low.take()?, high: self.high.take()? })
    }

    /// Whether no key of any kind is left.
    fn is_spent(&self) -> bool {
        let RawStep { options, minutes_from, breath_in, breath_out, low, high, .. } = self;
        let breath = [breath_in, breath_out].iter().all(|count| count.is_none());
        options.is_none() && breath && [minutes_from, low, high].iter().all(|key| key.is_none())
    }
}

fn keys(kind: &str) -> &'static str {
    match kind {
        "choice" => "id, question, help, options (one or more)",
        "breath" => "id, question, help, minutes_from, breath_in, breath_out",
        "rating" => "id, question, help, low, high",
        _ => "id, question, help",
    }
}
