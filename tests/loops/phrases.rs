//! Twenty phrases, and the ways in which a person says them again. The rules
//! are of this test alone: the words to swap are written beside each phrase,
//! and the method under test knows none of them.

use crate::diary::{self, Numbers, capital};

/// A phrase: its words, other words for some of them, and other endings.
struct Phrase {
    words: &'static str,
    /// `word=other/other`, parted by blanks; `_` stands for a blank.
    swaps: &'static str,
    /// Other ends of the phrase: so many words go, and these come.
    ends: &'static [(usize, &'static str)],
}

const PHRASES: [Phrase; 20] = [
    phrase(
        "I will never be good enough for them",
        "will=can/shall good=fine enough=really them=her/anyone never=not_ever",
        &[(2, "in their eyes"), (1, "those people")],
    ),
    phrase(
        "nobody would notice if I stayed home",
        "nobody=no_one notice=noticing/see stayed=stay/staying home=away",
        &[(1, "in bed"), (2, "did not come")],
    ),
    phrase(
        "I always ruin everything I touch",
        "always=only ruin=ruined/spoil everything=things touch=touched/start",
        &[(2, "in the end"), (2, "that is dear to me")],
    ),
    phrase(
        "what if they find out I am a fraud",
        "they=people find=found fraud=fake/fraud_after_all am=was",
        &[(1, "complete fraud"), (4, "about me")],
    ),
    phrase(
        "I should have called my mother back",
        "should=ought_to/could called=phoned/call mother=mum back=that_night",
        &[(1, "before Sunday"), (2, "sooner")],
    ),
    phrase(
        "it was my fault the house got sold",
        "fault=doing was=is house=flat sold=lost got=was",
        &[(4, "the house is gone"), (2, "had to be sold")],
    ),
    phrase(
        "there is something wrong with my head",
        "something=a_thing/nothing wrong=off/wrong_inside head=brain/mind is=must_be",
        &[(2, "with me up there"), (1, "head again")],
    ),
    phrase(
        "everyone else manages to keep going",
        "everyone=everybody manages=managed/seems keep=carry going=on else=around_me",
        &[(2, "keep up"), (1, "going somehow")],
    ),
    phrase(
        "I cannot trust anyone with this secret",
        "cannot=can't trust=trusted anyone=anybody/people secret=thing this=my",
        &[(2, "with it"), (1, "secret now")],
    ),
    phrase(
        "I wasted the best years of my life",
        "wasted=waste/lost best=good years=decade life=youth",
        &[(3, "on that job"), (2, "my twenties")],
    ),
    phrase(
        "they only invite me out of pity",
        "only=just invite=invited/inviting pity=politeness me=us",
        &[(3, "because of pity"), (1, "pity anyway")],
    ),
    phrase(
        "if I rest the whole thing falls apart",
        "rest=rested/stop whole=entire thing=house falls=fell/falling apart=down",
        &[(2, "breaks"), (4, "it all falls apart")],
    ),
    phrase(
        "I have to be strong for everybody",
        "have=need strong=stronger/tough everybody=everyone/the_family",
        &[(2, "for the children"), (1, "everybody here")],
    ),
    phrase(
        "she left because I was too much",
        "left=went/leaves because=since much=difficult was=am she=Eva",
        &[(2, "too needy"), (1, "much trouble")],
    ),
    phrase(
        "why did I not speak up sooner",
        "why=how_come did=could speak=spoke/stand sooner=earlier",
        &[(1, "at the table"), (1, "when it counted")],
    ),
    phrase(
        "my body is letting me down again",
        "body=heart letting=lets is=keeps down=go again=once_more",
        &[(1, "every time"), (1, "like before")],
    ),
    phrase(
        "the money will run out before spring",
        "money=savings will=would run=runs spring=summer/April before=by",
        &[(2, "soon"), (1, "the winter ends")],
    ),
    phrase(
        "I am always the one who apologises",
        "always=forever apologises=apologised/says_sorry one=person who=that",
        &[(1, "apologises first"), (2, "to give in")],
    ),
    phrase(
        "he never once asked how I was",
        "never=not once=even asked=asks/wondered was=felt he=Father",
        &[(2, "about me"), (3, "how it went for me")],
    ),
    phrase(
        "I do not deserve a quiet life",
        "deserve=deserved/earn quiet=calm/peaceful life=home do=really_do",
        &[(2, "any quiet"), (1, "life like this")],
    ),
];

const fn phrase(
    words: &'static str,
    swaps: &'static str,
    ends: &'static [(usize, &'static str)],
) -> Phrase {
    Phrase { words, swaps, ends }
}

pub(crate) const COUNT: usize = PHRASES.len();

/// The words of a phrase as it was first thought.
pub(crate) fn words(nth: usize) -> &'static str {
    PHRASES[nth].words
}

/// The phrase said in another way: a word swapped, the order or the end changed.
pub(crate) fn reworded(nth: usize, time: usize, numbers: &mut Numbers) -> String {
    let phrase = &PHRASES[nth];
    let mut words: Vec<_> = phrase.words.split(' ').map(str::to_owned).collect();
    match time % 3 {
        0 => swap(&mut words, phrase, numbers),
        1 => {
            let cut = 2 + numbers.below(words.len() - 3);
            words.rotate_left(cut);
            if numbers.often(50) {
                words.insert(words.len() - cut, "is what I think,".to_owned());
            }
        }
        _ => {
            let (gone, end) = phrase.ends[numbers.below(phrase.ends.len())];
            words.truncate(words.len() - gone);
            words.push(end.to_owned());
        }
    }
    words.join(" ")
}

fn swap(words: &mut [String], phrase: &Phrase, numbers: &mut Numbers) {
    let swaps: Vec<_> = phrase.swaps.split(' ').collect();
    let Some((word, others)) = swaps[numbers.below(swaps.len())].split_once('=') else { return };
    let others: Vec<_> = others.split('/').collect();
    let other = others[numbers.below(others.len())].replace('_', " ");
    for place in words.iter_mut().filter(|place| *place == word).take(1) {
        place.clone_from(&other);
    }
}

/// A sentence that holds the words, as they may stand in a diary.
pub(crate) fn sentence(words: &str, numbers: &mut Numbers) -> String {
    let clause = diary::clause(numbers);
    let (before, after) = match numbers.below(8) {
        0 => (format!("{clause} and "), String::new()),
        1 => (format!("{clause}, "), String::new()),
        2 => (String::new(), format!(", {clause}")),
        3 => (String::new(), format!(" while {clause}")),
        4 => ("And again, ".to_owned(), String::new()),
        _ => (String::new(), String::new()),
    };
    capital(&format!("{before}{words}{after}")) + "."
}
