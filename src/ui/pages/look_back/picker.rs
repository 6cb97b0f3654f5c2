//! Which days and which theme are looked at. What is picked is kept while the
//! page is open, and stands in no address.

use crate::core::content::tables::THEMES;
use crate::core::content::themes::Theme;
use crate::core::content::words::look_back as words;
use crate::core::insight::measure::Measure;
use crate::state::here;
use crate::state::signals::Memo;
use crate::ui::parts::days::{days, select};
use crate::ui::parts::field::labelled;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// The fields for what is looked at.
pub(super) fn picker(measure: Measure) -> Element {
    let lens = here().look_back();
    let set = move |range| lens.change(|lens| lens.range = range);
    let theme = measure.has_themes().then(theme);
    el("div")
        .class("lens")
        .attr("role", "group")
        .attr("aria-label", words::LENS)
        .child(days("look", move || lens.get().range, set))
        .child(theme)
}

fn theme() -> Element {
    let lens = here().look_back();
    let option = move |slug: &'static str, name: &'static str| {
        let chosen = move || lens.get().theme.unwrap_or_default() == slug;
        el("option").attr("value", slug).child(name).flag("selected", chosen)
    };
    let themes = THEMES.iter().map(|theme| option(theme.slug, theme.title));
    let options = views![option("", words::THEME_ALL), themes.collect::<View>()];
    let select = select(options, move |value| {
        lens.change(|lens| lens.theme = Theme::find(&value).map(|theme| theme.slug));
    });
    let has_theme = Memo::new(move || lens.get().theme.is_some());
    let help =
        live(move || has_theme.get().then(|| el("p").class("lens__help").child(words::THEME_HELP)));
    labelled(words::THEME.to_owned(), "look-theme".to_owned(), select).child(help)
}
