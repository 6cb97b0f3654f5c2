//! What an entry can give, field by field.

use crate::core::answer::Answer;

/// What an entry can give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Words that were written freely, with the question they began from.
    Words,
    /// Feeling words, and the place on the two-way map.
    Feelings,
    /// Marks on the body.
    Marks,
    /// Numbers from 0 to 10.
    Ratings,
    /// What an exercise asked and what was answered, but for the three above.
    Answers,
    /// The theme and the tags.
    Labels,
}

impl Field {
    /// All of them, in the order they are offered.
    pub const ALL: [Field; 6] = [
        Field::Words,
        Field::Feelings,
        Field::Marks,
        Field::Ratings,
        Field::Answers,
        Field::Labels,
    ];

    /// The field of an answer, wherever it was given: marks are marks in an
    /// exercise too, so that nothing goes in by the name of something else.
    pub fn of(answer: &Answer) -> Field {
        match answer {
            Answer::Rating(_) => Field::Ratings,
            Answer::Feelings(_) => Field::Feelings,
            Answer::Body(_) => Field::Marks,
            Answer::Choice(_)
            | Answer::Choices(_)
            | Answer::Text(_)
            | Answer::Parts(_)
            | Answer::Breath(_)
            | Answer::Counts(_)
            | Answer::When(_)
            | Answer::Lid(_)
            | Answer::Unknown(_) => Field::Answers,
        }
    }
}

/// Some fields; at first none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fields(u8);

impl Fields {
    /// Whether a field is among them.
    pub fn has(self, field: Field) -> bool {
        self.0 & bit(field) != 0
    }

    /// Takes a field in, or out.
    pub fn set(&mut self, field: Field, on: bool) {
        match on {
            true => self.0 |= bit(field),
            false => self.0 &= !bit(field),
        }
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

fn bit(field: Field) -> u8 {
    1 << field as u8
}

impl FromIterator<Field> for Fields {
    fn from_iter<I: IntoIterator<Item = Field>>(fields: I) -> Self {
        let mut all = Fields::default();
        fields.into_iter().for_each(|field| all.set(field, true));
        all
    }
}
