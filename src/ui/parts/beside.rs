//! What stands beside the words of an entry, as it is read: how it was, marks,
//! ratings, the theme and the tags.

use super::answers;
use super::button::link;
use super::outline::picture;
use super::plane;
use crate::core::checkin::{CheckIn, Said};
use crate::core::content::themes::Theme;
use crate::core::content::words::entry as words;
use crate::core::entry::Entry;
use crate::core::rating::Ratings;
use crate::core::route::Route;
use crate::ui::view::{Element, View, el};
use crate::views;

/// How it was, where that was said.
pub fn how_it_was(check_in: &CheckIn) -> Element {
    let whole = match &check_in.said {
        Said::Words(_) => None,
        Said::CantTell => Some(words::CANT_TELL),
        Said::Nothing => Some(words::NOTHING),
    };
    let said = check_in.words().iter().map(|word| word.word.clone());
    let place = check_in.point.map(|point| {
        let place = el("p").class("entry__place").child(words::PLACE);
        place.child(": ").child(plane::in_words(point))
    });
    el("div")
        .class("entry__check-in")
        .child(whole.map(|whole| el("p").child(whole)))
        .child(chips(words::WORDS, said.collect()))
        .child(place)
}

/// Marks, ratings, theme and tags, where there are any.
pub fn beside(entry: &Entry) -> View {
    let body = (!entry.body.is_blank()).then(|| row(words::BODY, answers::body(&entry.body)));
    let ratings = entry.ratings;
    let rated = (ratings != Ratings::default())
        .then(|| row(words::RATED, answers::ratings_in_words(ratings)));
    let rows: Vec<View> = [body, rated].into_iter().flatten().collect();
    let list = (!rows.is_empty()).then(|| {
        let list = el("dl").class("entry__answers").child(rows);
        el("div").class("beside").child(list).child(picture(&entry.body))
    });
    let theme = entry.theme.as_deref().and_then(Theme::find).map(|theme| {
        let route = Route::Theme { slug: theme.slug.to_owned(), section: None };
        let name = el("p").class("entry__theme").child(words::THEME).child(": ");
        name.child(link(&route, theme.title))
    });
    let tags = chips(words::TAGS, entry.tags.iter().map(str::to_owned).collect());
    views![list, theme, tags]
}

fn row(name: &'static str, said: String) -> View {
    views![el("dt").child(name), el("dd").child(said)]
}

fn chips(name: &'static str, said: Vec<String>) -> Option<Element> {
    let chip = |said: String| el("li").class("chip chip--said").attr("dir", "auto").child(said);
    let rows: Vec<Element> = said.into_iter().map(chip).collect();
    (!rows.is_empty()).then(|| el("ul").class("chips").attr("aria-label", name).child(rows))
}
