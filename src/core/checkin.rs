//! A check-in: a point on the two-way map and up to three words, or *can't
//! tell*, or *nothing*, which are whole answers.

use super::feeling::{Family, Feeling, Point};
use crate::core::json::{choice, object};

/// How it is right now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckIn {
    /// The point that was set.
    pub point: Option<Point>,
    /// What was said.
    pub said: Said,
}

/// What was said in a check-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Words; there may be none.
    Words(Vec<Word>),
    /// *Can't tell.*
    CantTell,
    /// *Nothing.*
    Nothing,
}

/// A word a person took or brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word as it stood there.
    pub word: String,
    /// The feeling it is, unless it is the person's own.
    pub feeling: Option<String>,
    /// Its place; an own word has one once its writer placed it.
    pub at: Option<Point>,
}

object!(CheckIn { may point, may said });
choice!(Said { CantTell = "cant-tell", Nothing = "nothing"; Words(Vec<Word>) = "words" });
object!(Word { must word, may feeling, may at });

/// Why a word was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordRefused {
    /// There are three already.
    Enough,
    /// It stands there already.
    Twice,
    /// It is blank, or longer than [`Word::LONGEST`].
    Unfit,
}

impl Default for Said {
    fn default() -> Self {
        Said::Words(Vec::new())
    }
}

impl Word {
    /// The most letters an own word has.
    pub const LONGEST: usize = 40;

    /// A word of the list, at its usual place.
    pub fn known(feeling: &Feeling) -> Self {
        Self {
            word: feeling.word.to_owned(),
            feeling: Some(feeling.id.to_owned()),
            at: Some(feeling.at),
        }
    }

    /// The person's own word, with its place if it was given one.
    pub fn own(word: &str, at: Option<Point>) -> Result<Self, WordRefused> {
        let word = word.trim();
        if word.is_empty() || word.chars().count() > Self::LONGEST {
            return Err(WordRefused::Unfit);
        }
        Ok(Self { word: word.to_owned(), feeling: None, at })
    }

    /// The family that it is of; an own word is of none.
    pub fn family(&self) -> Option<Family> {
        Feeling::find(self.feeling.as_deref()?).map(|feeling| feeling.family)
    }
}

impl CheckIn {
    /// The most words a check-in has.
    pub const MOST_WORDS: usize = 3;

    /// The words; none when *can't tell* or *nothing* was said.
    pub fn words(&self) -> &[Word] {
        match &self.said {
            Said::Words(words) => words,
            Said::CantTell | Said::Nothing => &[],
        }
    }

    /// Adds a word; *can't tell* and *nothing* give way to it.
    pub fn add(&mut self, word: Word) -> Result<(), WordRefused> {
        self.add_up_to(word, Self::MOST_WORDS)
    }

    /// Adds a word where there may be so many. A single one gives way to another.
    pub fn add_up_to(&mut self, word: Word, most: usize) -> Result<(), WordRefused> {
        let mut words = self.words().to_vec();
        if words.iter().any(|other| other.word == word.word) {
            return Err(WordRefused::Twice);
        }
        if most == 1 {
            words.clear();
        }
        if words.len() >= most {
            return Err(WordRefused::Enough);
        }
        words.push(word);
        self.said = Said::Words(words);
        Ok(())
    }

    /// Adds a word of one's own that is typed and not added yet, if one is. One that
    /// stands there already need not be added.
    pub fn add_typed(&mut self, typed: &str, most: usize) -> Result<(), WordRefused> {
        if typed.trim().is_empty() {
            return Ok(());
        }
        match self.add_up_to(Word::own(typed, self.point)?, most) {
            Err(WordRefused::Twice) => Ok(()),
            added => added,
        }
    }

    /// Takes a word out.
    pub fn remove(&mut self, word: &str) {
        if let Said::Words(words) = &mut self.said {
            words.retain(|other| other.word != word);
        }
    }

    /// Whether nothing at all was answered.
    pub fn is_blank(&self) -> bool {
        self.point.is_none() && self.said == Said::default()
    }

    /// The point when one was set, else the mean of the words' places.
    pub fn place(&self) -> Option<Point> {
        self.point.or_else(|| mean(self.words().iter().filter_map(|word| word.at)))
    }
}

fn mean(points: impl Iterator<Item = Point>) -> Option<Point> {
    let (mut count, mut valence, mut arousal) = (0, 0, 0);
    for point in points {
        count += 1;
        valence += i32::from(point.valence());
        arousal += i32::from(point.arousal());
    }
    let rounded = |sum: i32| ((2 * sum + count).div_euclid(2 * count)) as i8;
    (count > 0).then(|| Point::new(rounded(valence), rounded(arousal)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(word: &str, at: Option<(i8, i8)>) -> Word {
        Word::own(word, at.map(|(v, a)| Point::new(v, a))).unwrap()
    }

    #[test]
    fn three_words_and_no_more() {
        let mut check_in = CheckIn { said: Said::CantTell, ..CheckIn::default() };
        for word in ["one", "two", "three"] {
            check_in.add(own(word, None)).unwrap();
        }
        assert_eq!(check_in.add(own("four", None)), Err(WordRefused::Enough));
        assert_eq!(check_in.add(own("two", None)), Err(WordRefused::Twice));
        check_in.remove("two");
        assert_eq!(check_in.add(own("four", None)), Ok(()));
    }

    #[test]
    fn a_word_that_is_typed_is_added_where_there_is_one() {
        let place = Some(Point::new(1, 2));
        let mut check_in = CheckIn { point: place, said: Said::Nothing };
        assert_eq!(check_in.add_typed(" ", 3), Ok(()));
        assert_eq!(check_in.said, Said::Nothing);
        assert_eq!(check_in.add_typed(" fog ", 3), Ok(()));
        assert_eq!(check_in.add_typed("fog", 3), Ok(()));
        assert_eq!(check_in.words(), [own("fog", Some((1, 2)))]);
        assert_eq!(check_in.add_typed(&"a".repeat(41), 3), Err(WordRefused::Unfit));
        for word in ["one", "two"] {
            check_in.add(own(word, None)).unwrap();
        }
        assert_eq!(check_in.add_typed("three", 3), Err(WordRefused::Enough));
        assert_eq!(check_in.add_typed("one alone", 1), Ok(()));
        assert_eq!(check_in.words(), [own("one alone", Some((1, 2)))]);
    }

    #[test]
    fn the_point_comes_before_the_mean_of_the_placed_words() {
        let mut check_in = CheckIn::default();
        assert_eq!(check_in.place(), None);
        check_in.add(own("unplaced", None)).unwrap();
        assert_eq!(check_in.place(), None);
        check_in.add(own("low", Some((-50, -20)))).unwrap();
        check_in.add(own("high", Some((-25, 40)))).unwrap();
        assert_eq!(check_in.place(), Some(Point::new(-37, 10)));
        check_in.point = Some(Point::new(3, 4));
        assert_eq!(check_in.place(), Some(Point::new(3, 4)));
    }

    #[test]
    fn whole_answers_are_not_blank() {
        assert!(CheckIn::default().is_blank());
        assert!(!CheckIn { said: Said::Nothing, ..CheckIn::default() }.is_blank());
    }

    #[test]
    fn an_own_word_is_trimmed_and_bounded() {
        assert_eq!(own("  heavy fog ", None).word, "heavy fog");
        assert_eq!(Word::own("  ", None), Err(WordRefused::Unfit));
        assert_eq!(Word::own(&"a".repeat(41), None), Err(WordRefused::Unfit));
    }
}
