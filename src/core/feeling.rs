//! Feelings: words with a gloss and a place on the plane of valence (unpleasant
//! to pleasant) and arousal (low to high energy), in twelve families.
//!
//! The plane is Russell's (evidence F8); the words and their places are our own
//! judgement, not taken from any norm set.

use crate::core::json::{Json, Shape};

/// A place on the plane, each axis in hundredths from −100 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    valence: i8,
    arousal: i8,
}

impl Point {
    /// The end of both axes.
    pub const EDGE: i8 = 100;

    /// A point; what lies beyond an edge is put on it.
    pub const fn new(valence: i8, arousal: i8) -> Self {
        Self { valence: clamp(valence), arousal: clamp(arousal) }
    }

    /// Unpleasant to pleasant.
    pub const fn valence(self) -> i8 {
        self.valence
    }

    /// Low to high energy.
    pub const fn arousal(self) -> i8 {
        self.arousal
    }

    /// The square of the distance to another point, in hundredths.
    pub fn distance_squared(self, other: Point) -> u32 {
        let across = i32::from(self.valence) - i32::from(other.valence);
        let up = i32::from(self.arousal) - i32::from(other.arousal);
        (across * across + up * up).unsigned_abs()
    }
}

const fn clamp(value: i8) -> i8 {
    if value > Point::EDGE {
        Point::EDGE
    } else if value < -Point::EDGE {
        -Point::EDGE
    } else {
        value
    }
}

impl Shape for Point {
    fn to_json(&self) -> Json {
        let field = |name: &str, value: i8| (name.to_owned(), value.to_json());
        Json::Object(vec![field("valence", self.valence), field("arousal", self.arousal)])
    }

    fn of_json(json: &Json) -> Option<Self> {
        let axis = |name: &str| {
            let value = i8::of_json(json.get(name)?)?;
            (clamp(value) == value).then_some(value)
        };
        Some(Self { valence: axis("valence")?, arousal: axis("arousal")? })
    }
}

/// The twelve families, in the order they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is named as people name it")]
pub enum Family {
    Sadness,
    ShutDown,
    Fear,
    Worry,
    Anger,
    ShameAndGuilt,
    Distrust,
    Mixed,
    Calm,
    Connection,
    Joy,
    InterestAndDrive,
}

impl Family {
    /// All of them, in the order they are shown.
    pub const ALL: [Family; 12] = [
        Family::Sadness,
        Family::ShutDown,
        Family::Fear,
        Family::Worry,
        Family::Anger,
        Family::ShameAndGuilt,
        Family::Distrust,
        Family::Mixed,
        Family::Calm,
        Family::Connection,
        Family::Joy,
        Family::InterestAndDrive,
    ];

    /// Its name for people.
    pub fn name(self) -> &'static str {
        super::content::tables::FAMILY_NAMES[self as usize]
    }

    /// Its words.
    pub fn feelings(self) -> impl Iterator<Item = &'static Feeling> {
        super::content::tables::FEELINGS.iter().filter(move |feeling| feeling.family == self)
    }
}

/// A word with a gloss and a place.
#[derive(Debug, PartialEq, Eq)]
pub struct Feeling {
    /// Its name in records; never changes.
    pub id: &'static str,
    /// The word.
    pub word: &'static str,
    /// What it means here.
    pub gloss: &'static str,
    /// Its family.
    pub family: Family,
    /// Its usual place.
    pub at: Point,
}

impl Feeling {
    /// The feeling with this id, if there is one.
    pub fn find(id: &str) -> Option<&'static Feeling> {
        super::content::tables::FEELINGS.iter().find(|feeling| feeling.id == id)
    }

    /// The words nearest to a point, the nearest first. Picked one by one: for
    /// so few, sorting them all would only be more code.
    pub fn nearest(point: Point, count: usize) -> Vec<&'static Feeling> {
        let mut left: Vec<_> = super::content::tables::FEELINGS.iter().collect();
        let count = count.min(left.len());
        let mut nearest = Vec::with_capacity(count);
        for _ in 0..count {
            let distance = |at: &usize| left[*at].at.distance_squared(point);
            if let Some(at) = (0..left.len()).min_by_key(distance) {
                nearest.push(left.remove(at));
            }
        }
        nearest
    }
}
