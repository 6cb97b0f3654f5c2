//! The steps of an exercise: what all kinds have, and what a person does there.

use serde::Deserialize;
use toml::Spanned;

use crate::kinds::{self, Keys, StepKind};
use crate::problem::{ProblemKind, Problems};
use crate::source::Source;

/// A step with the keys of all kinds, as it stands in its file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawStep {
    id: Spanned<String>,
    question: Spanned<String>,
    help: Option<Spanned<String>>,
    only_if: Option<OnlyIf>,
    echo: Option<Echo>,
    leads_to: Option<Spanned<String>>,
    kind: Spanned<String>,
    options: Option<Vec<kinds::Choice>>,
    several: Option<Spanned<u8>>,
    own: Option<Spanned<String>>,
    today: Option<bool>,
    from: Option<Vec<Spanned<String>>>,
    most: Option<Spanned<u8>>,
    apart_from: Option<Spanned<String>>,
    textures: Option<Vec<Spanned<String>>>,
    senses: Option<Vec<kinds::Sense>>,
    minutes: Option<Spanned<u8>>,
    prompts: Option<Vec<Spanned<String>>>,
    after: Option<Spanned<String>>,
    will: Option<Spanned<String>>,
    words_from: Option<Spanned<String>>,
    over: Option<Vec<Spanned<String>>>,
    minutes_from: Option<Spanned<String>>,
    breath_in: Option<Spanned<kinds::Count>>,
    breath_out: Option<Spanned<kinds::Count>>,
    low: Option<Spanned<String>>,
    high: Option<Spanned<String>>,
}

/// A step.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) id: Spanned<String>,
    pub(crate) question: Spanned<String>,
    pub(crate) help: Option<Spanned<String>>,
    pub(crate) only_if: Option<OnlyIf>,
    pub(crate) echo: Option<Echo>,
    pub(crate) leads_to: Option<Spanned<String>>,
    pub(crate) kind: StepKind,
}

/// When a step is there: an earlier choice was one of these.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OnlyIf {
    pub(crate) step: Spanned<String>,
    pub(crate) is: Vec<Spanned<String>>,
}

/// What was written in earlier steps, shown again.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Echo {
    pub(crate) steps: Vec<Spanned<String>>,
    pub(crate) lead_in: Option<Spanned<String>>,
}

impl Step {
    /// The step, if it is of a known kind and has the keys of that kind alone.
    pub(crate) fn new(
        raw: Spanned<RawStep>,
        source: &Source,
        problems: &mut Problems,
    ) -> Option<Self> {
        let start = raw.span().start;
        let raw = raw.into_inner();
        let name = raw.kind.get_ref().clone();
        let mut keys = Keys {
            options: raw.options,
            several: raw.several,
            own: raw.own,
            today: raw.today,
            from: raw.from,
            most: raw.most,
            apart_from: raw.apart_from,
            textures: raw.textures,
            senses: raw.senses,
            minutes: raw.minutes,
            prompts: raw.prompts,
            after: raw.after,
            will: raw.will,
            words_from: raw.words_from,
            over: raw.over,
            minutes_from: raw.minutes_from,
            breath_in: raw.breath_in,
            breath_out: raw.breath_out,
            low: raw.low,
            high: raw.high,
        };
        let Some(expected) = kinds::keys(&name) else {
            let what = format!("there is no kind of step `{name}`");
            source.problem(raw.kind.span().start, ProblemKind::UnknownStepKind, what, problems);
            return None;
        };
        match keys.kind(&name) {
            Some(kind) if keys.are_spent() => Some(Self {
                id: raw.id,
                question: raw.question,
                help: raw.help,
                only_if: raw.only_if,
                echo: raw.echo,
                leads_to: raw.leads_to,
                kind,
            }),
            _ => {
                let what = format!("a step of kind {name} has, of the keys of kinds, {expected}");
                source.problem(start, ProblemKind::WrongStepFields, what, problems);
                None
            }
        }
    }

    /// What a person reads.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Spanned<String>> {
        let lead_in = self.echo.iter().flat_map(|echo| &echo.lead_in);
        std::iter::once(&self.question).chain(&self.help).chain(lead_in).chain(self.kind.texts())
    }
}
