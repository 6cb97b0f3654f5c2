//! Steady ground: where *Stop and settle* leads from every screen. Opened so,
//! it asks for no rating and leaves no entry.

use crate::browser::{clock, dates};
use crate::core::content::words::shell::LANGUAGE;
use crate::core::content::words::steady as words;
use crate::core::draft::{Draft, Work};
use crate::core::route::Route;
use crate::state::here;
use crate::state::signals::RwSignal;
use crate::ui::parts::button::{buttons, link, plain};
use crate::ui::parts::radios::{Legend, RadioOption, radios};
use crate::ui::parts::screen::screen;
use crate::ui::view::{Element, View, el, live};
use crate::views;

const REVVED: &str = "revved";
const MIDDLE: &str = "middle";
const SHUT: &str = "shut";
const LONG_OUT_BREATH: &str = "long-out-breath";

/// A sense, and how many things it may find.
type Sense = (fn(usize) -> String, usize);

const SENSES: [Sense; 5] =
    [(words::see, 5), (words::touch, 4), (words::hear, 3), (words::smell, 2), (words::taste, 1)];

/// Steady ground.
pub fn steady() -> View {
    let today = dates::long(clock::now().day(), LANGUAGE);
    let senses = SENSES.map(|(name, all)| sense_row(name(all), all));
    let look = el("section")
        .child(el("h2").child(words::SENSES))
        .child(el("p").child(words::SENSES_HELP))
        .child(el("ul").class("senses").child(senses.into_iter().collect::<View>()));
    let feet =
        el("section").child(el("h2").child(words::FEET)).child(el("p").child(words::FEET_TEXT));
    let all = views![
        el("p").class("steady__here").child(words::here(&today)),
        el("p").class("lead").child(words::LEAD),
        look,
        feet,
        where_now(),
        next(),
        el("p").class("steady__limits").child(words::LIMITS),
    ];
    screen(words::TITLE, "steady", all)
}

/// A tap for each thing found; nothing needs to be typed.
fn sense_row(name: String, all: usize) -> Element {
    let found = RwSignal::new(0);
    let said = move || match found.get() {
        found if found == all => words::COUNT_FULL.to_owned(),
        found => words::count_of(&found.to_string(), &all.to_string()),
    };
    let more = plain("sense__more", words::COUNT)
        .attr("aria-label", words::count_name(&name))
        .on_click(move || found.update(|found| *found = all.min(*found + 1)));
    el("li")
        .class("sense")
        .live_attr("data-full", move || found.get() == all)
        .child(el("span").class("sense__name").child(name))
        .child(el("span").class("sense__count").attr("role", "status").text(said))
        .child(more)
}

fn where_now() -> Element {
    let now = RwSignal::new(None::<String>);
    let option = |id: &str, label: &str| RadioOption { id: id.to_owned(), label: label.to_owned() };
    let options = vec![
        option(REVVED, words::REVVED),
        option(MIDDLE, words::MIDDLE),
        option(SHUT, words::SHUT),
    ];
    let legend = Legend::Shown(words::WHERE.to_owned());
    let p = |words: &'static str| el("p").child(words);
    let what_helps = live(move || match now.get().as_deref() {
        Some(REVVED) => {
            let breath = Route::Exercise(LONG_OUT_BREATH.to_owned());
            views![p(words::REVVED_TEXT), el("p").child(link(&breath, words::REVVED_LINK))]
        }
        Some(MIDDLE) => p(words::MIDDLE_TEXT).into(),
        Some(SHUT) => p(words::SHUT_TEXT).into(),
        _ => View::Nothing,
    });
    let choose = move |id| now.set(Some(id));
    el("section")
        .class("steady__where")
        .child(radios(legend, "where", options, move || now.get(), choose))
        .child(el("div").attr("role", "status").child(what_helps))
}

fn next() -> Element {
    let drafts = here().drafts;
    let under_way = |draft: &Draft| match &draft.work {
        Work::Run(run) => run.exercise().ok(),
        Work::Writing(_) | Work::CheckIn(_) => None,
    };
    let run = drafts.find_now(|draft| under_way(draft).is_some());
    let run = run.as_ref().and_then(under_way);
    let run = run.map(|exercise| Route::Exercise(exercise.slug.to_owned()));
    let ways = views![
        link(&Route::Support, words::NEXT_SUPPORT).class("button"),
        run.map(|run| link(&run, words::RUN_ON).class("button")),
        link(&Route::Home, words::NEXT_ON).class("button button--quiet"),
    ];
    el("section")
        .class("steady__next")
        .child(el("h2").child(words::NEXT))
        .child(el("p").child(words::NEXT_REST_TEXT))
        .child(buttons(ways))
}
