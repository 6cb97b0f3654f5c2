//! Answers to the steps of an exercise, each with the question as it was asked.

use super::body::BodyMap;
use super::checkin::CheckIn;
use super::day::Day;
use super::rating::Rating;
use crate::core::json::{Json, choice, object};

/// An answer, with the question as it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The id of the step.
    pub step: String,
    /// The question as it was asked.
    pub question: String,
    /// The answer.
    pub answer: Answer,
}

/// An answer to a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// One of a few.
    Choice(Chosen),
    /// Several of a few.
    Choices(Vec<Chosen>),
    /// A number.
    Rating(Rating),
    /// Words.
    Text(String),
    /// Words under several questions, or in the gaps of a sentence.
    Parts(Vec<Part>),
    /// A point on the map, or feeling words.
    Feelings(CheckIn),
    /// Marks on the outline of a body.
    Body(BodyMap),
    /// Breathing.
    Breath(Breathed),
    /// What was found by each sense.
    Counts(Vec<Counted>),
    /// A day and a time.
    When(When),
    /// What was done with words.
    Lid(Lid),
    /// What a newer program wrote: kept as it is, and shown as that.
    Unknown(Json),
}

/// One of a few that was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The option's id, or [`Chosen::OWN`].
    pub id: String,
    /// The option as it read, or the person's own word.
    pub label: String,
}

/// Words under one of several questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The question, or what stands before the gap, as it was asked.
    pub question: String,
    /// The words.
    pub text: String,
}

/// Breathing, for so long and with these counts, all in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Breathed {
    /// How long.
    pub seconds: u16,
    /// In.
    pub breath_in: u8,
    /// Out.
    pub breath_out: u8,
}

/// What was found by a sense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// *Things you can see.*
    pub name: String,
    /// How many were found.
    pub found: u8,
    /// How many there could be.
    pub of: u8,
}

/// A day and, where it was said, a time on the writer's clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The day.
    pub day: Day,
    /// The time as hours and minutes, `18:30`; empty where none was said.
    pub time: String,
}

/// What was done with words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lid {
    /// They are kept, and can be read.
    Open,
    /// They were taken away, at once and for good.
    Gone,
    /// They are put away until a day.
    Until(Day),
}

object!(Answered { must step, must question, must answer });
choice!(Answer {
    ;
    Choice(Chosen) = "choice",
    Choices(Vec<Chosen>) = "choices",
    Rating(Rating) = "rating",
    Text(String) = "text",
    Parts(Vec<Part>) = "parts",
    Feelings(CheckIn) = "feelings",
    Body(BodyMap) = "body",
    Breath(Breathed) = "breath",
    Counts(Vec<Counted>) = "counts",
    When(When) = "when",
    Lid(Lid) = "lid";
    else Unknown
});
object!(Chosen { must id, must label });
object!(Part { must question, must text });
object!(Breathed { must seconds, must breath_in, must breath_out });
object!(Counted { must name, must found, must of });
object!(When { must day, may time });
choice!(Lid { Open = "open", Gone = "gone"; Until(Day) = "until" });

impl Chosen {
    /// The id of a word of one's own.
    pub const OWN: &str = "own";
}

impl Answer {
    /// Whether this option was chosen.
    pub fn has_chosen(&self, id: &str) -> bool {
        self.chosen().iter().any(|chosen| chosen.id == id)
    }

    /// What was chosen.
    pub fn chosen(&self) -> &[Chosen] {
        match self {
            Answer::Choice(chosen) => std::slice::from_ref(chosen),
            Answer::Choices(chosen) => chosen,
            _ => &[],
        }
    }

    /// The words that were written, one after the other.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Answer::Text(text) => vec![text],
            Answer::Parts(parts) => parts.iter().map(|part| part.text.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    /// The words that were written as one text: a plan with what stands before
    /// its gaps, the rest without.
    pub fn in_one(&self) -> String {
        match self {
            Answer::Text(text) => text.clone(),
            Answer::Parts(parts) => {
                let parts = parts.iter().map(|part| format!("{} {}", part.question, part.text));
                parts.collect::<Vec<_>>().join("\n")
            }
            _ => String::new(),
        }
    }
}

/// The lines of what was written: each sentence, and each line.
pub fn lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    for line in text.lines() {
        let mut rest = line;
        while let Some((sentence, after)) =
            sentence_end(rest).and_then(|end| rest.split_at_checked(end))
        {
            lines.push(sentence);
            rest = after;
        }
        lines.push(rest);
    }
    lines.into_iter().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// Where the first sentence ends: at a mark with white space after it.
fn sentence_end(text: &str) -> Option<usize> {
    let mut ended = false;
    text.char_indices().find_map(|(at, c)| {
        let ends = ended && c.is_whitespace();
        ended = matches!(c, '.' | '!' | '?' | '…');
        ends.then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_into_sentences_and_lines() {
        let check = |text, expected: &[&str]| assert_eq!(lines(text), expected, "{text}");
        check("", &[]);
        check("One. Two?! Three", &["One.", "Two?!", "Three"]);
        check("At 3.5 km\n\n it rained…  Then: ", &["At 3.5 km", "it rained…", "Then:"]);
        check("no end", &["no end"]);
    }

    #[test]
    fn what_a_newer_program_wrote_is_kept_as_it_is() {
        use crate::core::json::Shape;
        for text in [r#"{"colour":[1,2]}"#, r#""plain""#, r#"{"rating":11}"#] {
            let json: Json = text.parse().unwrap();
            let answer = Answer::of_json(&json).unwrap();
            assert_eq!(answer, Answer::Unknown(json));
            assert_eq!(answer.to_json().to_string(), text);
        }
    }
}
