//! The order in which loops are shown, and how they read.

use super::core::{Core, Found};
use super::corpus::Corpus;
use super::lexicon::Stem;
use super::lists::STOCK_PHRASES;
use super::seek::Candidate;
use super::sorted;
use super::{LEAST_DAYS, Loop, Outline, Passage, Place};

/// Two cores that have this share in common are of one loop.
const SAME: f32 = 0.6;

/// And one that has this share in common with a loop shown is a part of it.
const PART: f32 = 0.5;

/// What is left of the weight of a turn of speech that everyone uses.
const STOCK: f32 = 0.05;

/// A turn of speech that everyone uses, and what its stems tell together.
struct Stock {
    stems: Vec<Stem>,
    tells: f32,
}

impl Stock {
    fn of(phrase: &str, corpus: &mut Corpus) -> Self {
        let stems = corpus.lexicon.stems_of(phrase);
        // One that nobody wrote tells more than anything that was written.
        let tells = |stem: &Stem| corpus.tells.get(*stem as usize).copied().unwrap_or(f32::MAX);
        let tells = stems.iter().map(tells).sum();
        Self { stems, tells }
    }
}

/// Loops that were found twice, from different words, made one.
pub(super) fn merged(candidates: Vec<Candidate>, stems: usize) -> Vec<Candidate> {
    let mut merged: Vec<Candidate> = Vec::new();
    // For each stem, the loops in which it is one of the three that tell most:
    // two that have so much in common share one of these.
    let mut with: Vec<Vec<u32>> = vec![Vec::new(); stems];
    for mut candidate in candidates {
        let heads: Vec<Stem> = candidate.core.stems.iter().take(3).map(|(stem, _)| *stem).collect();
        let known = heads.iter().flat_map(|stem| &with[*stem as usize]).copied();
        let same = known
            .map(|known| known as usize)
            .find(|known| merged[*known].core.likeness(&candidate.core) >= SAME);
        let Some(same) = same else {
            heads.iter().for_each(|stem| with[*stem as usize].push(merged.len() as u32));
            merged.push(candidate);
            continue;
        };
        let known = &mut merged[same];
        known.found.append(&mut candidate.found);
        known.found = sorted::by(&known.found, |found| found.range.start as u32);
        if candidate.core.tells() > known.core.tells() {
            known.core = candidate.core;
        }
    }
    merged
}

/// The first of these, at most so many; what has half of its sentences or of
/// its words in common with one before it is a part of that one.
pub(super) fn apart(
    candidates: impl Iterator<Item = Candidate>,
    most: usize,
    corpus: &Corpus,
) -> Vec<Candidate> {
    let mut apart: Vec<(Candidate, Vec<usize>)> = Vec::new();
    for candidate in candidates {
        let sentences = candidate.sentences(corpus);
        let shared =
            |of: &[usize]| sentences.iter().filter(|at| of.binary_search(at).is_ok()).count();
        let is_part = |(shown, of): &(Candidate, Vec<usize>)| {
            shared(of) * 2 >= sentences.len() || shown.core.likeness(&candidate.core) >= PART
        };
        if apart.iter().any(is_part) {
            continue;
        }
        if apart.len() == most {
            break;
        }
        apart.push((candidate, sentences));
    }
    apart.into_iter().map(|(candidate, _)| candidate).collect()
}

/// Put in order, the one that comes first first.
pub(super) fn ranked(mut candidates: Vec<Candidate>, corpus: &mut Corpus) -> Vec<Candidate> {
    let stock: Vec<Stock> = STOCK_PHRASES.lines().map(|phrase| Stock::of(phrase, corpus)).collect();
    candidates.iter_mut().for_each(|candidate| candidate.count_days(corpus));
    sorted::by(&candidates, |candidate| sorted::greatest_first(weight(candidate, &stock)))
}

/// What decides the order: how much the phrase tells where it came, how close
/// its words stand there, and, less, on how many days.
fn weight(candidate: &Candidate, stock: &[Stock]) -> f32 {
    let times = candidate.found.len() as f32;
    let told: f32 = candidate.found.iter().map(|found| found.tells * closeness(found)).sum();
    let days = candidate.days as f32 / LEAST_DAYS as f32;
    let own = stock.iter().map(|phrase| own_share(&candidate.core, phrase)).fold(1.0, f32::min);
    let told = told / times * own;
    told * told.sqrt() * (1.0 + days.ln() * 0.5)
}

/// The share of words of the core among the words from its first to its last.
fn closeness(found: &Found) -> f32 {
    found.stems as f32 / found.range.len() as f32
}

/// The share of a core that is not a turn of speech, [`STOCK`] at least. A core
/// that has little of the turn of speech is all its own.
fn own_share(core: &Core, phrase: &Stock) -> f32 {
    let told = core.stems.iter().filter(|(stem, _)| phrase.stems.contains(stem));
    let told: f32 = told.map(|(_, tells)| tells).sum();
    let share = told / core.tells();
    let has_it = share >= 0.7 || told >= phrase.tells * 0.6;
    if has_it { (1.0 - share).max(STOCK) } else { 1.0 }
}

/// The stems of a core as text.
pub(super) fn outline(core: &Core, corpus: &Corpus) -> Outline {
    let letters = |(stem, _): &(Stem, f32)| {
        String::from_utf8_lossy(corpus.lexicon.letters(*stem)).into_owned()
    };
    Outline(core.stems.iter().map(letters).collect())
}

/// So many times of a loop are held against each other to find the typical one.
const COMPARED: usize = 24;

/// The time that is most like the others: whose words follow each other as they
/// do most often, without many others between.
fn typical<'a>(found: &'a [Found], corpus: &Corpus) -> Option<&'a Found> {
    let found = &found[found.len().saturating_sub(COMPARED)..];
    let pairs = |found: &Found| corpus.row[found.range.clone()].windows(2);
    let holds = |other: &&Found, pair: &[Stem]| pairs(other).any(|of| of == pair);
    let alike = |one: &Found| {
        let shared =
            pairs(one).map(|pair| found.iter().filter(|other| holds(other, pair)).count() - 1);
        shared.sum::<usize>() as f32 / (one.range.len() as f32).sqrt()
    };
    found
        .iter()
        .map(|one| (alike(one), one))
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, one)| one)
}

/// A loop in the writer's own words.
pub(super) fn written(candidate: &Candidate, corpus: &Corpus, passages: &[Passage]) -> Loop {
    let place = |found: &Found| {
        let (passage, range) = corpus.written(&found.range);
        Place { passage, range }
    };
    let phrase = typical(&candidate.found, corpus).map(place).map(|place| {
        passages[place.passage].text().get(place.range).unwrap_or_default().to_owned()
    });
    Loop {
        phrase: phrase.unwrap_or_default(),
        days: candidate.days,
        places: candidate.found.iter().rev().map(place).collect(),
        outline: outline(&candidate.core, corpus),
    }
}
