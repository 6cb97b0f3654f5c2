//! What can be looked back at.

use crate::core::content::words::look_back as words;

/// A page of looking back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Points on the two-way map, over time.
    Mood,
    /// Families of feelings, week by week.
    Families,
    /// How many families, and how evenly.
    Variety,
    /// Where marks on the body gather, over time.
    Body,
    /// Ratings before and after each exercise.
    BeforeAfter,
    /// Days with entries.
    Calendar,
    /// Small steps: planned, done, and how they felt against the guess.
    Steps,
    /// Guards that were named, and moments that were picked.
    Guards,
    /// What was put away until a day, and what was opened.
    Lids,
    /// Phrases that keep coming back.
    Loops,
}

impl Measure {
    /// All of them, in the order they are offered.
    pub const ALL: [Measure; 10] = [
        Measure::Mood,
        Measure::Families,
        Measure::Variety,
        Measure::Body,
        Measure::BeforeAfter,
        Measure::Calendar,
        Measure::Steps,
        Measure::Guards,
        Measure::Lids,
        Measure::Loops,
    ];

    /// Its name in addresses; never changes.
    pub fn slug(self) -> &'static str {
        match self {
            Measure::Mood => "mood",
            Measure::Families => "families",
            Measure::Variety => "variety",
            Measure::Body => "body",
            Measure::BeforeAfter => "before-and-after",
            Measure::Calendar => "calendar",
            Measure::Steps => "steps",
            Measure::Guards => "guards",
            Measure::Lids => "put-away",
            Measure::Loops => "loops",
        }
    }

    /// The measure with this name, if there is one.
    pub fn of_slug(slug: &str) -> Option<Measure> {
        Measure::ALL.into_iter().find(|measure| measure.slug() == slug)
    }

    /// What a theme looks back at.
    pub fn of_theme(slug: &str) -> &'static [Measure] {
        match slug {
            "shutdown" => &[Measure::Steps],
            "body" => &[Measure::Body],
            "loops" => &[Measure::Loops],
            "memories" => &[Measure::Lids],
            "guard" => &[Measure::Guards],
            "range" => &[Measure::Families, Measure::Variety],
            _ => &[],
        }
    }

    /// Whether it can be looked at for one theme: others belong to one.
    pub fn has_themes(self) -> bool {
        !matches!(self, Measure::Steps | Measure::Guards | Measure::Lids | Measure::Loops)
    }

    /// What it does not mean, with the facts that says rests on as `[F7]`.
    pub fn limits(self) -> &'static str {
        match self {
            Measure::Mood => words::MOOD_LIMITS,
            Measure::Families => words::FAMILIES_LIMITS,
            Measure::Variety => words::VARIETY_LIMITS,
            Measure::Body => words::BODY_LIMITS,
            Measure::BeforeAfter => words::PAIRS_LIMITS,
            Measure::Calendar => words::CALENDAR_LIMITS,
            Measure::Steps => words::STEPS_LIMITS,
            Measure::Guards => words::GUARDS_LIMITS,
            Measure::Lids => words::LIDS_LIMITS,
            Measure::Loops => words::LOOPS_LIMITS,
        }
    }
}
