//! The readings file: JSON in the shapes of `core::content::readings`.

use serde::Serialize;
use toml::Spanned;

use crate::facts::{self, Facts, Mark, Strength};
use crate::markdown::{self, Heading, Part, Span, spans};
use crate::shelf::{self, Shelf};

#[derive(Serialize)]
struct Readings<'a> {
    facts: Vec<Fact<'a>>,
    readings: Vec<Reading<'a>>,
}

#[derive(Serialize)]
struct Fact<'a> {
    id: &'a str,
    claim: &'a str,
    strength: Option<Strength>,
    mark: Mark,
    limits: &'a str,
    references: Vec<&'a str>,
}

#[derive(Serialize)]
struct Reading<'a> {
    slug: String,
    opening: Vec<Block>,
    sections: Vec<Section<'a>>,
}

#[derive(Serialize)]
struct Section<'a> {
    slug: &'a str,
    title: &'a str,
    blocks: Vec<Block>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Block {
    Paragraph(Vec<Span>),
    List(Vec<Vec<Span>>),
}

/// All readings, and all facts that are cited anywhere.
pub(crate) fn json(facts: &Facts, themes: &Shelf, pages: &Shelf) -> String {
    let readings = Readings {
        facts: facts.in_order().into_iter().map(fact).collect(),
        readings: themes.all.iter().chain(&pages.all).map(reading).collect(),
    };
    serde_json::to_string(&readings).expect("structs of strings have a JSON form")
}

fn fact(fact: &facts::Fact) -> Fact<'_> {
    Fact {
        id: fact.id.get_ref(),
        claim: fact.claim.get_ref(),
        strength: fact.strength.as_ref().map(|strength| *strength.get_ref()),
        mark: fact.mark,
        limits: fact.limits.as_ref().map_or("", |limits| limits.get_ref()),
        references: fact.references.iter().map(|one| one.get_ref().as_str()).collect(),
    }
}

fn reading(one: &shelf::Reading) -> Reading<'_> {
    let (slug, parts) = (one.source.slug(), &one.parts);
    let opening = parts.iter().filter(|part| part.heading.is_none()).flat_map(blocks).collect();
    let sections = parts.iter().filter_map(|part| Some(section(part.heading.as_ref()?, part)));
    Reading { slug, opening, sections: sections.collect() }
}

fn section<'a>(heading: &'a Heading, part: &Part) -> Section<'a> {
    Section {
        slug: heading.slug.get_ref(),
        title: heading.title.get_ref(),
        blocks: blocks(part).collect(),
    }
}

fn blocks(part: &Part) -> impl Iterator<Item = Block> {
    let line = |words: &Spanned<String>| spans(words.get_ref());
    part.blocks.iter().map(move |block| match block {
        markdown::Block::Paragraph(words) => Block::Paragraph(line(words)),
        markdown::Block::List(points) => Block::List(points.iter().map(line).collect()),
    })
}
