//! Choosing what goes in: nothing is ticked at first.

use super::{Making, entries, reader};
use crate::core::content::words::report as words;
use crate::core::report::NothingIn;
use crate::core::report::choice::Picture;
use crate::core::report::field::Field;
use crate::state::here;
use crate::state::signals::Memo;
use crate::ui::pages::look_back::names;
use crate::ui::parts::answers::joined;
use crate::ui::parts::button::sun_button;
use crate::ui::parts::days::days;
use crate::ui::parts::screen::screen;
use crate::ui::parts::switch::switch;
use crate::ui::view::{Element, View, el, live};
use crate::views;

pub(super) fn choose(making: Making) -> View {
    let tending = here().tending;
    let reading = live(move || {
        (!tending.is_read()).then(|| el("p").attr("role", "status").child(words::READING))
    });
    let range = making.range;
    let days = el("div").class("lens").child(days(
        "report",
        move || range.get(),
        move |days| range.set(days),
    ));
    screen(
        words::TITLE,
        "report",
        views![
            el("p").class("lead").child(words::LEAD),
            el("p").child(words::FORGOTTEN),
            reader::words_to(making),
            fields(making),
            el("section")
                .child(el("h2").child(words::ENTRIES))
                .child(days)
                .child(reading)
                .child(entries::entries(making)),
            pictures(making),
            so_far(making),
            el("p").class("report__paper").child(words::PAPER_FIRST),
        ],
    )
}

/// What a field is called where it is ticked.
pub(super) fn name_of(field: Field) -> &'static str {
    match field {
        Field::Words => words::FIELD_WORDS,
        Field::Feelings => words::FIELD_FEELINGS,
        Field::Marks => words::FIELD_MARKS,
        Field::Ratings => words::FIELD_RATINGS,
        Field::Answers => words::FIELD_ANSWERS,
        Field::Labels => words::FIELD_LABELS,
    }
}

/// What goes in of ticked entries.
fn fields(making: Making) -> Element {
    let choice = making.choice;
    let one = |field: Field| {
        let on = move || choice.with(|choice| choice.has_field(field));
        let set = move |on| choice.update(|choice| choice.set_field(field, on));
        switch(name_of(field), on, set)
    };
    group(words::FIELDS, words::FIELDS_HELP, Field::ALL.into_iter().map(one).collect())
}

fn pictures(making: Making) -> Element {
    let choice = making.choice;
    let one = |picture: Picture| {
        let on = move || choice.with(|choice| choice.has_picture(picture));
        let set = move |on| choice.update(|choice| choice.set_picture(picture, on));
        switch(names(picture.measure()).0, on, set)
    };
    let tables = switch(
        words::TABLES,
        move || choice.with(|choice| choice.has_tables()),
        move |on| choice.update(|choice| choice.set_tables(on)),
    );
    let all = Picture::ALL.into_iter().map(one).collect::<View>();
    group(words::PICTURES, words::PICTURES_HELP, views![all, tables])
}

/// Boxes to tick under a heading.
fn group(title: &'static str, help: &'static str, boxes: View) -> Element {
    el("section").child(el("h2").child(title)).child(el("p").class("step__help").child(help)).child(
        el("div")
            .class("report__boxes")
            .attr("role", "group")
            .attr("aria-label", title)
            .child(boxes),
    )
}

/// How much is in it so far.
#[derive(PartialEq, Clone)]
struct SoFar {
    words: bool,
    entries: usize,
    without: usize,
    pictures: usize,
}

/// What is in it so far, and the way to look at it; or why there is nothing.
fn so_far(making: Making) -> Element {
    let journal = here().journal;
    let has_words = Memo::new(move || making.to_reader.with(|words| !words.trim().is_empty()));
    let so_far = Memo::new(move || {
        let words = has_words.get();
        journal.with(|journal| {
            let report = making.report(words, journal)?;
            let (entries, pictures) = (report.extracts.len(), report.pictures.len());
            let without = report.ticked.len() - entries;
            Ok(SoFar { words, entries, without, pictures })
        })
    });
    let said = live(move || match so_far.get() {
        Ok(so_far) => said(&so_far),
        Err(why) => el("p").child(why_not(why)).into(),
    });
    let is_something = Memo::new(move || so_far.with(Result::is_ok));
    let see = live(move || {
        is_something.get().then(|| sun_button(words::SEE).on_click(move || making.look(true)))
    });
    el("section")
        .class("report__so-far")
        .child(el("div").attr("role", "status").child(said))
        .child(see)
}

fn said(so_far: &SoFar) -> View {
    let SoFar { words: own_words, entries, without, pictures } = *so_far;
    let parts = [
        own_words.then(|| words::IN_WORDS.to_owned()),
        (entries > 0).then(|| words::in_entries(entries)),
        (pictures > 0).then(|| words::in_pictures(pictures)),
    ];
    let list = joined(parts.into_iter().flatten());
    let unlisted = (without > 0 && entries > 0).then(|| el("p").child(words::in_without(without)));
    views![el("p").child(words::in_so_far(&list)), unlisted]
}

/// Why there is nothing to print.
pub(super) fn why_not(why: NothingIn) -> &'static str {
    match why {
        NothingIn::Backwards => words::BACKWARDS,
        NothingIn::Nothing => words::IN_NOTHING,
        NothingIn::NoEntry => words::IN_NO_ENTRY,
        NothingIn::NoField => words::IN_NO_FIELD,
        NothingIn::NotInThem => words::IN_NOT_THERE,
        NothingIn::TooFew => words::IN_TOO_FEW,
    }
}
