//! The entries of the days that are looked at, by months, each with a box to
//! tick and a way to look at it. What may be hard stands apart.

use super::Making;
use super::choose::name_of;
use super::extract::lines as drawn;
use crate::browser::{clock, dates};
use crate::core::content::words::report as words;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::day::Day;
use crate::core::entry::Entry;
use crate::core::insight::lens::Backwards;
use crate::core::report::field::Field;
use crate::core::report::line::lines;
use crate::core::report::offer::{Offer, offers};
use crate::state::here;
use crate::state::signals::{Memo, RwSignal};
use crate::ui::parts::button::{button, buttons, quiet_button};
use crate::ui::parts::entry_row::{beginning, kind, name};
use crate::ui::parts::fold::fold;
use crate::ui::parts::switch::switch;
use crate::ui::view::{Element, View, el, live};
use crate::views;
use std::rc::Rc;

/// An entry that is offered, and its day.
type Dated = (Offer, Day);

pub(super) fn entries(making: Making) -> View {
    let (journal, settings) = (here().journal, here().settings);
    let hard = Memo::new(move || settings.kept().hard_days);
    // Made anew when others are offered, and not when one of them has changed.
    let offered = Memo::new(move || {
        journal.with(|journal| {
            let range = making.range.get();
            let today = clock::now().day();
            let found = hard.with(|hard| offers(journal, hard, range, today))?;
            let dated = |offer: Offer| Some((offer, journal.get(offer.id())?.day));
            Ok::<Vec<Dated>, Backwards>(found.into_iter().filter_map(dated).collect())
        })
    });
    live(move || match offered.get() {
        Err(_) => el("p").attr("role", "alert").child(words::BACKWARDS).into(),
        Ok(offered) if offered.is_empty() => el("p").child(words::ENTRIES_NONE).into(),
        Ok(offered) => listed(making, &offered),
    })
}

fn listed(making: Making, offered: &[Dated]) -> View {
    let (along, alone): (Vec<Dated>, Vec<Dated>) =
        offered.iter().partition(|(offer, _)| offer.comes_along());
    let months = along.chunk_by(|one, next| month(one) == month(next)).enumerate();
    let months = months.map(|(at, of_month)| {
        let name = dates::month(of_month[0].1, LANGUAGE);
        let summary = move |ticked: usize, all| words::month(all, &name, &ticked.to_string());
        folded(making, of_month, at == 0, summary)
    });
    let apart = (!alone.is_empty()).then(|| {
        let summary = |ticked: usize, all| words::alone(all, &ticked.to_string());
        let help = el("p").class("step__help").child(words::ALONE_HELP);
        el("div").class("report__alone").child(help).child(folded(making, &alone, false, summary))
    });
    views![all_at_once(making, offered, along.len()), months.collect::<View>(), apart]
}

fn month((_, day): &Dated) -> (i32, u32) {
    let (year, month, _) = day.ymd();
    (year, month)
}

/// How many are ticked, and ticks for many.
fn all_at_once(making: Making, offered: &[Dated], along: usize) -> View {
    let choice = making.choice;
    let offers: Vec<Offer> = offered.iter().map(|(offer, _)| *offer).collect();
    let all = offers.len();
    let tick_all = (along > 0).then(|| {
        let offers = offers.clone();
        button(words::tick_all(along)).on_click(move || choice.update(|it| it.tick_all(&offers)))
    });
    let tick_none =
        quiet_button(words::TICK_NONE).on_click(move || choice.update(|it| it.untick_all()));
    let ticked = move || words::ticked(all, &ticked(making, &offers).to_string());
    views![el("p").text(ticked), buttons(views![tick_all, tick_none]),]
}

fn ticked(making: Making, offers: &[Offer]) -> usize {
    making.choice.with(|choice| offers.iter().filter(|offer| choice.has(offer.id())).count())
}

/// Entries behind a line.
fn folded(
    making: Making,
    dated: &[Dated],
    open: bool,
    summary: impl Fn(usize, usize) -> String + 'static,
) -> Element {
    let offers: Rc<[Offer]> = dated.iter().map(|(offer, _)| *offer).collect();
    let counted = offers.clone();
    let summary = el("summary").text(move || summary(ticked(making, &counted), counted.len()));
    let rows = move || {
        let rows = offers.iter().filter_map(|offer| row(making, *offer));
        el("ul").class("picks").child(rows.collect::<View>())
    };
    fold(summary, open, rows).class("report__fold")
}

fn row(making: Making, offer: Offer) -> Option<Element> {
    let (journal, choice) = (here().journal, making.choice);
    let entry = journal.get_now(offer.id())?;
    let (said, more) = beginning(&entry);
    let tick = el("input")
        .attr("type", "checkbox")
        .attr("autocomplete", "off")
        .flag("checked", move || choice.with(|choice| choice.has(offer.id())))
        .on("change", move |event| choice.update(|it| it.tick(offer, event.is_checked())));
    let day = el("span").class("row__day").child(dates::long(entry.day, LANGUAGE));
    let said = el("span").class("row__said").attr("dir", "auto").child(said);
    let label = el("span")
        .class("pick__label")
        .child(el("span").class("pick__kind").child(kind(&entry)))
        .child(" ")
        .child(day)
        .child(" ")
        .child(said.child(more.then_some("…")));
    let open = RwSignal::new(false);
    let look = quiet_button(words::LOOK_AT)
        .attr("aria-label", words::look_at_name(&name(&entry)))
        .live_attr("aria-expanded", move || open.get())
        .on_click(move || open.update(|open| *open = !*open));
    let parts = live(move || {
        open.get()
            .then(|| journal.get_now(offer.id()).map(|entry| parts(making, offer, &entry)))
            .flatten()
    });
    let pick = el("li").class("pick");
    Some(pick.child(el("label").class("switch").child(tick).child(label)).child(look).child(parts))
}

/// All that an entry has, each field with a box of its own.
fn parts(making: Making, offer: Offer, entry: &Entry) -> Element {
    let choice = making.choice;
    let all = lines(entry);
    let part = |field: Field| {
        let of_field: Vec<_> = all.iter().filter(|line| line.field() == field).cloned().collect();
        (!of_field.is_empty()).then(|| {
            let on = move || choice.with(|choice| choice.fields_of(offer.id()).has(field));
            let set = move |on| choice.update(|it| it.set_field_of(offer, field, on));
            el("div")
                .class("pick__part")
                .child(switch(name_of(field), on, set))
                .child(drawn(&of_field, 3))
        })
    };
    let parts: Vec<Element> = Field::ALL.into_iter().filter_map(part).collect();
    let help = if parts.is_empty() { words::PARTS_NONE } else { words::PARTS_HELP };
    el("div")
        .class("pick__parts")
        .attr("role", "group")
        .attr("aria-label", name(entry))
        .child(el("p").class("step__help").child(help))
        .child(parts)
}
