//! Marks on the outline of a body: a place, more or less, how it feels and how
//! strongly. Nothing here reads anything out of them.

use super::content::words::body as words;
use super::rating::Rating;
use crate::core::json::{choice, object};

/// What was marked, or said in its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BodyMap {
    /// The marks, in the order they were made.
    pub marks: Vec<Mark>,
    /// A whole answer that needs no mark.
    pub said: Option<Whole>,
}

/// A whole answer that needs no mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// *I can’t tell.*
    CantTell,
    /// *Nothing.*
    Nothing,
}

/// A place that feels more, or less. A mark without a word is fine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The id of the [`Region`].
    pub region: String,
    /// The region's name as it was read.
    pub name: String,
    /// More or less.
    pub amount: Amount,
    /// How it feels, in a word of the list or of one's own; may be empty.
    pub texture: String,
    /// How strongly.
    pub strength: Option<Rating>,
}

/// More or less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Warm, tight, buzzing.
    More,
    /// Cold, heavy, absent.
    Less,
}

object!(BodyMap { may marks, may said });
choice!(Whole { CantTell = "cant-tell", Nothing = "nothing"; });
object!(Mark { must region, must name, must amount, may texture, may strength });
choice!(Amount { More = "more", Less = "less"; });

/// The side of the body that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// As in a mirror.
    Front,
    /// As seen from behind.
    Back,
}

/// A named place on the outline. Left is the person’s own left, and is drawn on
/// the left on both sides.
#[derive(Debug, PartialEq, Eq)]
pub struct Region {
    /// Its name in records; never changes.
    pub id: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// The side that it is on.
    pub side: Side,
    /// Where it lies on the drawing of [`OUTLINE`]: left, top, width, height.
    /// What stands over the outline is not drawn.
    pub area: [u8; 4],
}

/// The width and the height of the drawing.
pub const OUTLINE: [u8; 2] = [100, 220];

const fn at(id: &'static str, name: &'static str, side: Side, area: [u8; 4]) -> Region {
    Region { id, name, side, area }
}

use Side::{Back, Front};

/// Every region, from top to bottom, the front first.
pub static REGIONS: [Region; 36] = [
    at("front-head", words::HEAD, Front, [34, 2, 32, 17]),
    at("front-jaw", words::JAW, Front, [34, 19, 32, 14]),
    at("front-throat", words::THROAT, Front, [40, 33, 20, 11]),
    at("front-left-shoulder", words::LEFT_SHOULDER, Front, [18, 44, 16, 18]),
    at("front-right-shoulder", words::RIGHT_SHOULDER, Front, [66, 44, 16, 18]),
    at("front-chest", words::CHEST, Front, [34, 44, 32, 25]),
    at("front-left-arm", words::LEFT_ARM, Front, [8, 62, 22, 50]),
    at("front-right-arm", words::RIGHT_ARM, Front, [70, 62, 22, 50]),
    at("front-belly", words::BELLY, Front, [30, 69, 40, 21]),
    at("front-lower-belly", words::LOWER_BELLY, Front, [28, 90, 44, 16]),
    at("front-left-hand", words::LEFT_HAND, Front, [2, 112, 20, 20]),
    at("front-right-hand", words::RIGHT_HAND, Front, [78, 112, 20, 20]),
    at("front-hips", words::HIPS, Front, [27, 106, 46, 16]),
    at("front-left-thigh", words::LEFT_THIGH, Front, [28, 122, 22, 34]),
    at("front-right-thigh", words::RIGHT_THIGH, Front, [50, 122, 22, 34]),
    at("front-left-leg", words::LEFT_LEG, Front, [29, 156, 21, 42]),
    at("front-right-leg", words::RIGHT_LEG, Front, [50, 156, 21, 42]),
    at("front-left-foot", words::LEFT_FOOT, Front, [28, 198, 22, 20]),
    at("front-right-foot", words::RIGHT_FOOT, Front, [50, 198, 22, 20]),
    at("back-head", words::BACK_HEAD, Back, [34, 2, 32, 26]),
    at("back-neck", words::NECK, Back, [38, 28, 24, 16]),
    at("back-left-shoulder", words::BACK_LEFT_SHOULDER, Back, [18, 44, 16, 18]),
    at("back-right-shoulder", words::BACK_RIGHT_SHOULDER, Back, [66, 44, 16, 18]),
    at("back-upper", words::UPPER_BACK, Back, [34, 44, 32, 25]),
    at("back-left-arm", words::BACK_LEFT_ARM, Back, [8, 62, 22, 50]),
    at("back-right-arm", words::BACK_RIGHT_ARM, Back, [70, 62, 22, 50]),
    at("back-lower", words::LOWER_BACK, Back, [28, 69, 44, 31]),
    at("back-left-hand", words::BACK_LEFT_HAND, Back, [2, 112, 20, 20]),
    at("back-right-hand", words::BACK_RIGHT_HAND, Back, [78, 112, 20, 20]),
    at("back-seat", words::SEAT, Back, [27, 100, 46, 24]),
    at("back-left-thigh", words::BACK_LEFT_THIGH, Back, [28, 124, 22, 32]),
    at("back-right-thigh", words::BACK_RIGHT_THIGH, Back, [50, 124, 22, 32]),
    at("back-left-leg", words::BACK_LEFT_LEG, Back, [29, 156, 21, 42]),
    at("back-right-leg", words::BACK_RIGHT_LEG, Back, [50, 156, 21, 42]),
    at("back-left-foot", words::BACK_LEFT_FOOT, Back, [28, 198, 22, 20]),
    at("back-right-foot", words::BACK_RIGHT_FOOT, Back, [50, 198, 22, 20]),
];

impl BodyMap {
    /// The mark on a region.
    pub fn mark(&self, region: &str) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.region == region)
    }

    /// Marks a region, if it is not marked yet. A whole answer gives way to it.
    pub fn add(&mut self, region: &Region) {
        self.said = None;
        if self.mark(region.id).is_none() {
            self.marks.push(Mark {
                region: region.id.to_owned(),
                name: region.name.to_owned(),
                amount: Amount::More,
                texture: String::new(),
                strength: None,
            });
        }
    }

    /// Changes the mark on a region, if there is one.
    pub fn change(&mut self, region: &str, change: impl FnOnce(&mut Mark)) {
        if let Some(mark) = self.marks.iter_mut().find(|mark| mark.region == region) {
            change(mark);
        }
    }

    /// Takes the mark on a region away.
    pub fn remove(&mut self, region: &str) {
        self.marks.retain(|mark| mark.region != region);
    }

    /// Whether nothing at all was answered.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn regions_have_names_of_their_own_and_lie_on_the_drawing() {
        let ids: BTreeSet<_> = REGIONS.iter().map(|region| region.id).collect();
        let names: BTreeSet<_> = REGIONS.iter().map(|region| region.name).collect();
        assert_eq!((ids.len(), names.len()), (REGIONS.len(), REGIONS.len()));
        for Region { id, area: [left, top, width, height], .. } in &REGIONS {
            assert!(left + width <= OUTLINE[0] && top + height <= OUTLINE[1], "{id}");
        }
    }

    #[test]
    fn left_mirrors_right() {
        for region in REGIONS.iter().filter(|region| region.id.contains("left")) {
            let twin = region.id.replace("left", "right");
            let twin = REGIONS.iter().find(|other| other.id == twin).expect("each has its twin");
            let [left, top, width, height] = region.area;
            assert_eq!(twin.area, [OUTLINE[0] - left - width, top, width, height], "{}", twin.id);
        }
    }

    #[test]
    fn a_mark_stands_once_and_takes_the_place_of_a_whole_answer() {
        let mut map = BodyMap { said: Some(Whole::Nothing), ..BodyMap::default() };
        map.add(&REGIONS[0]);
        map.change("front-head", |mark| mark.amount = Amount::Less);
        map.add(&REGIONS[0]);
        assert_eq!((map.marks.len(), map.said), (1, None));
        assert_eq!(map.mark("front-head").map(|mark| mark.amount), Some(Amount::Less));
        map.remove("front-head");
        assert!(map.is_blank());
    }
}
