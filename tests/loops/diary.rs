//! A made-up diary. Sentences are put together from small parts by a grammar
//! of its own, so that words and turns come back as they do when one person
//! writes about one life, and whole sentences hardly ever.

#[path = "../common/numbers.rs"]
mod numbers;

pub(crate) use numbers::Numbers;

impl Numbers {
    pub(crate) fn often(&mut self, of_hundred: usize) -> bool {
        self.below(100) < of_hundred
    }

    /// One of a list of words parted by blanks or bars, the first ones oftener.
    pub(crate) fn pick<'a>(&mut self, list: &'a str) -> &'a str {
        let by = if list.contains('|') { '|' } else { ' ' };
        let words: Vec<_> = list.split(by).collect();
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        words[((words.len() as f64 + 1.0).powf(share) - 1.0) as usize]
    }
}

const PEOPLE: &str = "Anna|Tom|Mother|my sister|Karim|the neighbour|Lena|Dad|our doctor|Ruth|old Peter|Mira|the landlord|Jo|Uncle Ben|a stranger";
const NOUNS: &str = "letter kitchen garden bicycle soup window train lamp radio book table door coat phone river bread roof box photo chair wall tea blanket piano key shirt bill parcel cake fence tyre drawer stove list bottle map ladder plant cup curtain jacket desk kettle basket pillow mirror carpet notebook engine brush bucket cushion boot sink shelf heater scarf painting magazine ticket umbrella printer spade towel bench gate jar tomato sack candle hammer puzzle sweater suitcase camera bulb salad clock branch rug newspaper calendar apron bowl statue tent tray hedge flute poster lantern";
const PLACES: &str = "in the kitchen|at work|in the park|on the bus|at the market|by the river|in town|at the library|upstairs|behind the shed|at Lena's|on the balcony|in the waiting room|at the station|in the garage|near the bridge|at the pool|in the attic|outside the bakery|at the allotment|in the cellar|on the stairs|at the museum|by the harbour|in a café|across the road|along the canal|under the chestnut|at the clinic|in the woods";
const TIMES: &str = "this morning|after lunch|in the evening|before work|late at night|around noon|yesterday|on the way home|after breakfast|at six|before the rain|for an hour|all afternoon|in between|during the break|early|since Monday|by the time it got dark|after the call|for a while|twice|at last|once more|just before bed|when the sun came out|while the others slept";
const DID: &str = "cleaned moved found painted carried dropped fixed bought sold washed borrowed lost opened closed looked-for forgot repaired packed sorted measured returned ordered drew polished wrapped broke hid lifted counted photographed emptied filled planted burned folded swapped mended inspected collected unpacked noticed decorated fetched tested replaced covered labelled swept dusted tied cut sanded oiled stacked rented donated cancelled missed admired described scrubbed";
const WENT: &str = "walked slept sat waited cooked read swam stood laughed ran rested sang worked cried talked cycled dreamed shopped danced listened baked drove sketched gardened wandered coughed napped hummed argued yawned";
const LIKE: &str = "small old warm cold heavy quiet bright broken green empty strange new dirty soft blue narrow dusty expensive wooden grey loud cheap wet yellow crooked sharp sticky pale huge rusty torn smooth tiny round spare sour sweet thin faded plain stubborn";
const FELT: &str = "tired calm uneasy glad flat restless lighter sad numb hopeful tense alone grateful cross slow foggy content jumpy shy proud empty curious bored steady ashamed tender worn-out peaceful guilty awake";
const TOPICS: &str = "money|work|school|summer|sleep|football|the move|the appointment|the holidays|the noise|the meeting|the wedding|the garden|the dog|the visit|the exam|the choir|politics|the war|recipes|trains|old times|books|the roof|taxes|Paris|the weather|cheese";
const SKY: &str =
    "rain wind fog sun snow storm hail frost thunder heat drizzle mist ice moon smoke cloud light";
const DOES: &str = "came stopped lasted grew faded passed returned waited hung rolled-in went-on settled broke lifted rattled-the-shutters kept-us-inside surprised-everybody smelled-of-iron";
const AND: &str = ", and| and| but|, so|, though|, because| while| until|, which was odd because|, then|, since| as";
const HOW: &str = "slowly badly carefully again alone together quickly too-long outside without-a-plan deeply a-little politely half-heartedly";
/// Turns of speech that everyone uses.
pub(crate) const STOCK: [&str; 13] = [
    "at the end of the day",
    "to be honest",
    "one way or another",
    "when all is said and done",
    "for what it's worth",
    "last but not least",
    "on the other hand",
    "long story short",
    "as far as I can tell",
    "first things first",
    "in the grand scheme of things",
    "it is what it is",
    "better late than never",
];

fn who(numbers: &mut Numbers) -> String {
    numbers.pick(PEOPLE).to_owned()
}

fn thing(numbers: &mut Numbers) -> String {
    let noun = numbers.pick(NOUNS);
    let noun = if numbers.often(20) { format!("{noun}s") } else { noun.to_owned() };
    let before = ["the", "my", "a", "her", "the", "some", "our", "that"][numbers.below(8)];
    if numbers.often(35) {
        format!("{before} {} {noun}", numbers.pick(LIKE))
    } else {
        format!("{before} {noun}")
    }
}

pub(crate) fn clause(numbers: &mut Numbers) -> String {
    let subject = match numbers.below(8) {
        0..=4 => "I".to_owned(),
        5 => "we".to_owned(),
        _ => who(numbers),
    };
    let did = numbers.pick(DID).replace('-', " ");
    match numbers.below(16) {
        0..=3 => format!("{subject} {did} {}", thing(numbers)),
        4 | 5 => format!("{subject} {} {}", numbers.pick(WENT), numbers.pick(PLACES)),
        6 => format!("{subject} {} {}", numbers.pick(WENT), numbers.pick(HOW).replace('-', " ")),
        7 => format!("{} was {}", thing(numbers), numbers.pick(LIKE)),
        8 => format!("I felt {}", numbers.pick(FELT).replace('-', " ")),
        9 => format!("the {} {}", numbers.pick(SKY), numbers.pick(DOES).replace('-', " ")),
        10 => format!("{} talked about {}", who(numbers), numbers.pick(TOPICS)),
        11 => format!("I thought about {}", numbers.pick(TOPICS)),
        12 => format!("{} asked me about {}", who(numbers), thing(numbers)),
        13 => format!("there was {} {}", thing(numbers), numbers.pick(PLACES)),
        14 => format!("{} and {} {did} {}", who(numbers), who(numbers), thing(numbers)),
        _ => format!("{subject} {} with {}", numbers.pick(WENT), who(numbers)),
    }
}

fn sentence(numbers: &mut Numbers) -> String {
    let mut text = String::new();
    if numbers.often(30) {
        text = format!("{}, ", numbers.pick(TIMES));
    }
    if numbers.often(6) {
        text = format!("{}, {text}", STOCK[numbers.below(STOCK.len())]);
    }
    text += &clause(numbers);
    if numbers.often(25) {
        text = format!("{text} {}", numbers.pick(TIMES));
    }
    if numbers.often(45) {
        text = format!("{text}{} {}", numbers.pick(AND), clause(numbers));
    }
    if numbers.often(3) {
        text = format!("{text}, {}", STOCK[numbers.below(STOCK.len())]);
    }
    let end = if numbers.often(92) { "." } else { "!" };
    capital(&text) + end
}

pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The sentences of one entry.
pub(crate) fn entry(numbers: &mut Numbers, least: usize) -> Vec<String> {
    (0..least + numbers.below(least)).map(|_| sentence(numbers)).collect()
}
