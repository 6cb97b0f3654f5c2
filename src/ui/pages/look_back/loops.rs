//! Phrases that keep coming back: looked for when it is asked for, and not
//! twice on a day without asking.

use super::said::short;
use crate::browser::{clock, page, timers};
use crate::core::content::words::look_back as words;
use crate::core::entry::EntryId;
use crate::core::insight::loops::{self, Loop, Outline, Passage};
use crate::core::route::Route;
use crate::core::search::marks::{Excerpt, excerpt};
use crate::core::vault::log::SaveError;
use crate::state::signals::RwSignal;
use crate::state::{States, here};
use crate::ui::parts::button::{button, buttons, link, quiet_button};
use crate::ui::parts::fold::fold;
use crate::ui::parts::status::status_of;
use crate::ui::parts::trouble::words_of;
use crate::ui::view::{Element, View, el, live};
use crate::views;
use std::ops::Range;
use std::rc::Rc;

/// In fewer texts no phrase stands out from chance.
const LEAST: usize = 20;
/// At most so many are shown.
const MOST: usize = 30;
/// At most so many places of one are shown.
const PLACES: usize = 5;
/// About so many bytes of a text are shown around a phrase.
const CONTEXT: usize = 160;
/// The exercise that is offered beside every phrase.
const ASIDE: &str = "loop-to-the-side";

/// How far the looking is.
#[derive(Clone)]
enum Looking {
    Asked,
    Working,
    Few,
    Found(Rc<Vec<Found>>),
}

/// A phrase, and where it stands.
struct Found {
    phrase: String,
    days: String,
    outline: Outline,
    places: Rc<[Standing]>,
    further: usize,
}

struct Standing {
    id: EntryId,
    day: String,
    before: String,
    phrase: String,
    after: String,
}

/// What it is and whom to turn to, then the list, behind a button.
pub(super) fn loops() -> View {
    let looking = RwSignal::new(Looking::Asked);
    let support = el("p")
        .class("warning")
        .child(words::LOOPS_SUPPORT)
        .child(" ")
        .child(link(&Route::Support, words::LOOPS_SUPPORT_DOOR));
    let how = el("details")
        .class("how")
        .child(el("summary").child(words::LOOPS_HOW_TITLE))
        .child(el("p").child(words::LOOPS_HOW));
    // It takes the focus from the button, which goes when it was pressed.
    let said =
        status_of(live(move || said(&looking.get()))).class("loops__said").attr("tabindex", "-1");
    let list = live(move || match looking.get() {
        Looking::Asked => ask(looking),
        Looking::Working | Looking::Few => View::Nothing,
        Looking::Found(found) => shown(&found),
    });
    views![support, el("p").child(words::LOOPS_LEAD), how, said, list]
}

fn said(looking: &Looking) -> View {
    let line = |words: String| el("p").child(words);
    match looking {
        Looking::Asked => View::Nothing,
        Looking::Working => line(words::LOOPS_LOOKING.to_owned()).into(),
        Looking::Few => line(words::loops_few(&LEAST.to_string())).into(),
        Looking::Found(found) if found.is_empty() => line(words::LOOPS_NONE.to_owned()).into(),
        Looking::Found(found) => {
            let title = el("h2").child(words::loops_found(found.len()));
            views![title, line(words::LOOPS_ORDER.to_owned())]
        }
    }
}

/// The button, once the journal is read; a second look on one day is a second
/// question.
fn ask(looking: RwSignal<Looking>) -> View {
    let states = here();
    let today = clock::now().day();
    let before = states.settings.kept_now().loops_shown == Some(today);
    let said = before.then(|| el("p").child(words::LOOPS_TODAY));
    let button = live(move || {
        if !states.tending.is_read() {
            return el("p").attr("role", "status").child(words::LOOPS_READING);
        }
        let name = if before { words::LOOPS_AGAIN } else { words::LOOPS_LOOK };
        button(name).on_click(move || look(looking, states))
    });
    views![said, button, unhide()]
}

fn look(looking: RwSignal<Looking>, states: States) {
    let is_wanted = move || !looking.is_gone();
    let tell = move |found: Vec<Loop>, passages: &[Passage]| {
        let found = found.into_iter().map(|one| Found::of(one, passages)).collect();
        looking.set(Looking::Found(Rc::new(found)));
    };
    let enough = states.look_for_loops((LEAST, MOST), is_wanted, tell);
    looking.set(if enough { Looking::Working } else { Looking::Few });
    timers::after(0, || page::focus(".loops__said")).leave_running();
}

impl Found {
    fn of(found: Loop, passages: &[Passage]) -> Self {
        let day = |at: usize| passages[found.places[at].passage].day();
        let (first, last) = (day(found.places.len() - 1), day(0));
        let standing = |place: &loops::Place| {
            let passage = &passages[place.passage];
            let Excerpt { range, .. } =
                excerpt(passage.text(), std::slice::from_ref(&place.range), CONTEXT);
            let part = |part: Range<usize>| passage.text().get(part).unwrap_or_default().to_owned();
            Standing {
                id: passage.id(),
                day: short(passage.day()),
                before: part(range.start..place.range.start),
                phrase: part(place.range.clone()),
                after: part(place.range.end..range.end),
            }
        };
        Self {
            days: words::loops_days(found.days as usize, &short(first), &short(last)),
            places: found.places.iter().take(PLACES).map(standing).collect(),
            further: found.places.len().saturating_sub(PLACES),
            phrase: found.phrase,
            outline: found.outline,
        }
    }
}

fn shown(found: &[Found]) -> View {
    if found.is_empty() {
        return unhide();
    }
    el("ul").class("loops").child(found.iter().map(row).collect::<View>()).into()
}

/// A phrase with the same two doors beside each.
fn row(found: &Found) -> Element {
    let aside = Route::Exercise(ASIDE.to_owned());
    let doors = buttons(views![
        link(&Route::Support, words::LOOPS_SUPPORT_DOOR),
        link(&aside, words::LOOPS_ASIDE_DOOR),
        hide(found),
    ]);
    let (places, further) = (found.places.clone(), found.further);
    let places = fold(el("summary").child(words::LOOPS_WHERE), false, move || {
        let places = places.iter().map(standing).collect::<View>();
        let further = (further > 0).then(|| el("p").child(words::loops_more(further)));
        views![el("ul").class("loops__places").child(places), further]
    });
    el("li")
        .class("loops__one")
        .child(el("p").class("loops__phrase").attr("dir", "auto").child(found.phrase.clone()))
        .child(el("p").class("loops__days").child(found.days.clone()))
        .child(places)
        .child(doors)
}

fn standing(standing: &Standing) -> Element {
    let words_around = el("p")
        .attr("dir", "auto")
        .child(standing.before.clone())
        .child(el("mark").child(standing.phrase.clone()))
        .child(standing.after.clone());
    let open = link(&Route::Entry(standing.id), words::loops_open(&standing.day));
    el("li").child(words_around).child(el("p").child(open))
}

fn hide(found: &Found) -> Element {
    let (settings, notice) = (here().settings, here().notice);
    let outline = found.outline.clone();
    let hidden = RwSignal::new(false);
    let hide = move || {
        if !hidden.get_untracked() {
            let outline = outline.clone();
            let kept = settings.change_kept(|settings| settings.hidden_loops.push(outline));
            hidden.set(kept.is_ok());
            notice.say(said_of(kept, words::LOOPS_HIDDEN));
        }
    };
    let name = words::loops_hide_name(&found.phrase);
    quiet_button(words::LOOPS_HIDE)
        .attr("aria-label", name)
        .live_attr("aria-disabled", move || hidden.get().then_some("true"))
        .on_click(hide)
}

fn unhide() -> View {
    let (settings, notice) = (here().settings, here().notice);
    live(move || {
        let hidden = settings.kept().hidden_loops.len();
        (hidden > 0).then(|| {
            quiet_button(words::loops_unhide(hidden)).on_click(move || {
                let kept = settings.change_kept(|settings| settings.hidden_loops.clear());
                notice.say(said_of(kept, words::LOOPS_UNHIDDEN));
            })
        })
    })
}

/// That it is done, or why it is not.
fn said_of(kept: Result<(), SaveError>, done: &str) -> String {
    kept.map_or_else(|why| words_of(&why), |()| done.to_owned())
}
