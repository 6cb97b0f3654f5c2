//! The exercises.

use crate::core::content::tables::SIT;
use crate::core::content::themes;
use crate::core::content::words::{exercise as words, sit as sit_words};
use crate::core::route::Route;
use crate::ui::parts::button::door;
use crate::ui::parts::screen::screen;
use crate::ui::view::{View, el};
use crate::views;

/// The exercises.
pub fn exercises() -> View {
    let doors = themes::exercises().map(|exercise| {
        let route = Route::Exercise(exercise.slug.to_owned());
        door(&route, exercise.title, views![exercise.what, " ", exercise.time])
    });
    let lead = el("p").class("lead").child(words::LEAD);
    let doors = el("ul").class("doors__list").child(doors.collect::<View>());
    let sit = el("ul").class("doors__list").child(door(&Route::Sit, SIT.title, sit_words::DOOR));
    screen(words::TITLE, "exercises", views![lead, sit, doors])
}
