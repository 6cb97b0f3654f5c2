//! What a person does in a step, by its kind.

use crate::browser::{clock, dates};
use crate::core::answer::{Answer, Part};
use crate::core::body::BodyMap;
use crate::core::checkin::{CheckIn, Word};
use crate::core::content::exercises::{Exercise, Form, Step, StepKind};
use crate::core::content::words::exercise as words;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::feeling::Family;
use crate::core::rating::Rating;
use crate::core::route::Route;
use crate::state::run::RunState;
use crate::state::signals::Memo;
use crate::ui::parts::body::body;
use crate::ui::parts::breath::breath;
use crate::ui::parts::button::link;
use crate::ui::parts::check_in::whole_answers;
use crate::ui::parts::choice::{choice, pick};
use crate::ui::parts::field::{line_field, writing_field};
use crate::ui::parts::lid::lid;
use crate::ui::parts::plane::plane;
use crate::ui::parts::radios::Legend;
use crate::ui::parts::rating::rating_scale;
use crate::ui::parts::senses::senses;
use crate::ui::parts::timed::timed;
use crate::ui::parts::when::when;
use crate::ui::parts::word_picker::{Words, word_picker};
use crate::ui::view::{Element, View, el};
use crate::views;

/// Where the minutes of a breath were not chosen.
const USUAL_MINUTES: u16 = 1;

/// What stands under the question of a step, in the run that it is answered in.
pub fn step_body(step: &'static Step, run: RunState) -> View {
    let help = (!step.help.is_empty()).then(|| el("p").class("step__help").child(step.help));
    let other = step.leads_to.and_then(Exercise::find).map(|other| {
        let route = Route::Exercise(other.slug.to_owned());
        el("p").class("step__other").child(link(&route, other.title))
    });
    views![help, echo(step, run), step_fields(step, run), other]
}

/// What was written in earlier steps.
fn echo(step: &'static Step, run: RunState) -> Option<Element> {
    let said = |id: &&'static str| run.get_now(id).map(|answer| answer.in_one());
    let said: Vec<String> =
        step.echo.iter().filter_map(said).filter(|said| !said.trim().is_empty()).collect();
    let lead_in = (!step.lead_in.is_empty())
        .then(|| el("span").class("echo__lead").child(step.lead_in).child(" "));
    (!said.is_empty()).then(|| el("blockquote").class("echo").child(lead_in).child(said.join("\n")))
}

fn step_fields(step: &'static Step, run: RunState) -> View {
    match &step.kind {
        StepKind::Read { today } => today
            .then(|| {
                let today = dates::long(clock::now().day(), LANGUAGE);
                el("p").class("step__today").child(words::today(&today))
            })
            .into(),
        StepKind::Choice { options, several, own } => {
            choice(step, options, usize::from(*several), own, run).into()
        }
        StepKind::Pick { from } => pick(step, from, run),
        StepKind::Rating { low, high } => rating_field(step, (low, high), run).into(),
        StepKind::Map => map(step, run).into(),
        StepKind::Words { most, apart_from } => feeling_words(step, *most, apart_from, run),
        StepKind::Body { textures } => body_map(step, textures, run).into(),
        StepKind::Breath { minutes_from, breath_in, breath_out } => {
            let minutes = run.get_now(minutes_from);
            let minutes = minutes.and_then(|answer| answer.chosen().first()?.id.parse().ok());
            let breathed = move |answer| run.answer(step, Some(answer));
            let seconds = minutes.unwrap_or(USUAL_MINUTES) * 60;
            breath(seconds, *breath_in, *breath_out, breathed).into()
        }
        StepKind::Senses { senses: all } => senses(step, all, run).into(),
        StepKind::Text { form } => text_field(step, *form, run).into(),
        StepKind::Timed { minutes, prompts } => timed(step, *minutes, prompts, run).into(),
        StepKind::Plan { after, will } => plan(step, [after, will], run),
        StepKind::When { minutes, words_from } => when(step, *minutes, words_from, run),
        StepKind::Lid { over } => lid(step, over, run),
    }
}

/// The heading of the step shows the question already.
pub fn legend(step: &'static Step) -> Legend {
    Legend::HeardOnly(step.question.to_owned())
}

fn rating_field(step: &'static Step, ends: (&'static str, &'static str), run: RunState) -> Element {
    let value = move || match run.get(step.id) {
        Some(Answer::Rating(rating)) => Some(rating),
        _ => None,
    };
    let rate = move |rating: Option<Rating>| run.answer(step, rating.map(Answer::Rating));
    rating_scale(legend(step), step.id, ends, value, rate)
}

/// Words, or nothing where they are blank.
pub fn written(text: String) -> Option<Answer> {
    (!text.trim().is_empty()).then_some(Answer::Text(text))
}

fn text_field(step: &'static Step, form: Form, run: RunState) -> Element {
    let text = move || run.get(step.id).map_or_else(String::new, |answer| answer.in_one());
    let write = move |text: String| run.answer(step, written(text));
    match form {
        Form::Line => line_field(words::TEXT_LABEL, step.id, text, write),
        Form::Words => writing_field(words::TEXT_LABEL, step.id, text, write),
        Form::Letter => {
            writing_field(words::TEXT_LABEL, step.id, text, write).class("field letter")
        }
    }
}

/// The words of one of several questions in a step.
pub fn part(run: RunState, step: &'static Step, question: &str) -> String {
    let Some(Answer::Parts(parts)) = run.get(step.id) else { return String::new() };
    parts.into_iter().find(|part| part.question == question).map_or_else(String::new, |it| it.text)
}

/// Writes one of several questions in a step; blank ones are left out.
pub fn write_part(
    run: RunState,
    step: &'static Step,
    questions: &[&'static str],
    question: &'static str,
    text: String,
) {
    let old = match run.get_now(step.id) {
        Some(Answer::Parts(parts)) => parts,
        _ => Vec::new(),
    };
    let words = |asked: &&'static str| {
        let old = old.iter().find(|part| part.question == **asked).map(|part| part.text.clone());
        let text = if *asked == question { text.clone() } else { old? };
        (!text.trim().is_empty()).then(|| Part { question: (*asked).to_owned(), text })
    };
    let parts: Vec<Part> = questions.iter().filter_map(words).collect();
    run.answer(step, (!parts.is_empty()).then_some(Answer::Parts(parts)));
}

fn plan(step: &'static Step, gaps: [&'static str; 2], run: RunState) -> View {
    let gap = |gap: &'static str| {
        let text = move || part(run, step, gap);
        let write = move |text| write_part(run, step, &gaps, gap, text);
        line_field(gap, format!("{}-{gap}", step.id), text, write)
    };
    gaps.map(gap).into_iter().collect()
}

fn feelings(run: RunState, step: &str) -> CheckIn {
    match run.get(step) {
        Some(Answer::Feelings(check_in)) => check_in,
        _ => CheckIn::default(),
    }
}

fn map(step: &'static Step, run: RunState) -> Element {
    let set = move |point| {
        let answer = Answer::Feelings(CheckIn { point, ..CheckIn::default() });
        run.answer(step, point.map(|_| answer));
    };
    plane(move || feelings(run, step.id).point, set)
}

fn body_map(step: &'static Step, textures: &'static [&'static str], run: RunState) -> Element {
    let map = Memo::new(move || match run.get(step.id) {
        Some(Answer::Body(map)) => map,
        _ => BodyMap::default(),
    });
    body(map, textures, move |map| {
        run.answer(step, (!map.is_blank()).then_some(Answer::Body(map)));
    })
}

/// Feeling words, those near the point of the map first where there is one.
fn feeling_words(step: &'static Step, most: u8, apart_from: &str, run: RunState) -> View {
    let point = run.with_now(|run| run.point());
    let others = match run.get_now(apart_from) {
        Some(Answer::Feelings(check_in)) => check_in.words().to_vec(),
        _ => Vec::new(),
    };
    let apart: Vec<Family> = others.iter().filter_map(Word::family).collect();
    let now = Memo::new(move || CheckIn { point, ..feelings(run, step.id) });
    let change = move |next: CheckIn| {
        let answer = CheckIn { point: None, ..next };
        run.answer(step, (!answer.is_blank()).then_some(Answer::Feelings(answer)));
    };
    let or = (most > 1).then(|| whole_answers(now, change));
    let picked = Words { most: usize::from(most), apart, title: None, typed: run.typed() };
    views![word_picker(now, picked, change), or]
}
