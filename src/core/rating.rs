//! Ratings from 0 to 10, and the pair that stands before and after every
//! exercise.

use crate::core::json::{Json, Shape, object};

/// A number from 0 to 10 of a named thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rating(u8);

/// A number above 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotARating;

impl Rating {
    /// The highest.
    pub const MOST: u8 = 10;

    /// The number.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Rating {
    type Error = NotARating;

    fn try_from(number: u8) -> Result<Self, NotARating> {
        if number <= Self::MOST { Ok(Self(number)) } else { Err(NotARating) }
    }
}

impl Shape for Rating {
    fn to_json(&self) -> Json {
        self.0.to_json()
    }

    fn of_json(json: &Json) -> Option<Self> {
        u8::of_json(json)?.try_into().ok()
    }
}

impl std::fmt::Display for NotARating {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not a number from 0 to 10")
    }
}

/// Distress and energy; each may be left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ratings {
    /// How hard it is now.
    pub distress: Option<Rating>,
    /// How much energy there is now.
    pub energy: Option<Rating>,
}

/// From this distress on, Steady ground and Support come first.
const HEAVY: u8 = 8;
/// A rise of distress by this much leads there too.
const RISE: u8 = 3;

object!(Ratings { may distress, may energy });

impl Ratings {
    /// Whether distress is so high that Steady ground and Support come first.
    pub fn is_heavy(self) -> bool {
        self.distress.is_some_and(|distress| distress.0 >= HEAVY)
    }

    /// Whether a person who ends with `self` after `before` is led to Steady
    /// ground (evidence M12: 8 or more, or up by 3 or more).
    pub fn calls_for_settling(self, before: Ratings) -> bool {
        let risen = match (before.distress, self.distress) {
            (Some(before), Some(after)) => after.0 >= before.0 + RISE,
            _ => false,
        };
        self.is_heavy() || risen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distress(number: u8) -> Ratings {
        Ratings { distress: Rating::try_from(number).ok(), energy: None }
    }

    #[test]
    fn eight_or_a_rise_of_three_calls_for_settling() {
        let check = |before, after, expected| {
            assert_eq!(after_calls(before, after), expected, "{before} → {after}");
        };
        check(7, 7, false);
        check(8, 8, true);
        check(9, 7, false);
        check(2, 4, false);
        check(2, 5, true);
        check(11, 7, false); // not answered before
        check(2, 11, false); // not answered after
    }

    fn after_calls(before: u8, after: u8) -> bool {
        distress(after).calls_for_settling(distress(before))
    }

    #[test]
    fn eleven_is_no_rating() {
        assert_eq!(Rating::try_from(11), Err(NotARating));
        assert_eq!(Rating::of_json(&Json::Number(11)), None);
    }
}
