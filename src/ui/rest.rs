//! What is drawn by the rest of the program: all that is not needed to write an
//! entry. It comes after the part that starts.

use super::app::takes_keys;
use super::pages;
use super::parts::button::{button, link};
use super::parts::editor::{self, Late};
use super::parts::notice;
use super::parts::screen::screen as frame;
use super::view::{View, el, live};
use crate::browser::{page, timers};
use crate::core::clock::Doubt;
use crate::core::content::words::shell as words;
use crate::core::route::Route;
use crate::door::door;
use crate::state::here;
use crate::state::rest::Loading;
use crate::state::signals::StoredValue;
use crate::views;
use leptos::prelude::untrack;

/// What the rest draws.
#[derive(Clone)]
pub enum Piece {
    /// A screen.
    Screen(Route),
    /// What stands in a screen's place while the journal is locked.
    Unlock,
    /// What stands on the first screen below its question.
    BelowHome,
    /// What stands beside the words in the editor.
    Editor(Box<Late>),
    /// What is said of the device's clock.
    Clock(Doubt),
}

door! {
    /// Draws a piece.
    1 fn draw(piece: Piece) -> View => drawn
}

/// A piece that is a screen, once the rest is there; until then, that it comes.
pub fn screen(piece: Piece) -> View {
    let (rest, place) = (here().rest, here().place);
    let waited = StoredValue::new(false);
    live(move || match rest.get() {
        Loading::Ready => {
            // Who came here and waited for it is led to its heading.
            if waited.get_value() && place.has_moved() {
                timers::after(0, page::focus_heading).leave_running();
            }
            waited.set_value(false);
            untrack(|| draw(piece.clone()))
        }
        Loading::Waiting => {
            waited.set_value(true);
            frame(words::REST_WAITING, "waiting", View::Nothing)
        }
        Loading::Failed => {
            let again = button(words::REST_AGAIN).on_click(move || rest.load_again());
            let said = el("p").attr("role", "alert").child(words::REST_FAILED);
            let home = el("p").child(link(&Route::Home, words::HOME));
            // The page itself knows whom to call, and shows it below.
            frame(words::REST_FAILED_TITLE, "missing", views![said, again, home])
        }
    })
}

/// A piece of a screen, once the rest is there.
pub fn piece(piece: Piece) -> View {
    let rest = here().rest;
    live(move || (rest.get() == Loading::Ready).then(|| untrack(|| draw(piece.clone()))))
}

fn drawn(piece: Piece) -> View {
    match piece {
        Piece::Screen(route) => routed(route),
        Piece::Unlock => {
            takes_keys();
            pages::unlock::unlock()
        }
        Piece::BelowHome => pages::home_below::home_below(),
        Piece::Editor(late) => editor::late(*late),
        Piece::Clock(doubt) => notice::clock_in_doubt(doubt).into(),
    }
}

fn routed(route: Route) -> View {
    use pages::*;
    match route {
        Route::Home => home::home(),
        Route::Begin => begin::begin(),
        Route::Close => close::close(),
        Route::Write(prompt) => write::write(prompt),
        Route::Draft(id) => write::go_on(id),
        Route::Entry(id) => entry::entry(id),
        Route::EditEntry(id) => write::edit(id),
        Route::FollowUp(id) => follow_up::follow_up(id),
        Route::Journal => journal::journal(),
        Route::Bin => bin::bin(),
        Route::OnThisDay => on_this_day::on_this_day(),
        Route::Themes => themes::themes(),
        Route::Theme { slug, section } => theme::theme(slug, section),
        Route::Ketamine(section) => ketamine::ketamine(section),
        Route::Companion => companion::companion(),
        Route::Exercises => exercises::exercises(),
        Route::Exercise(slug) => exercise::exercise(slug),
        Route::LookBack(measure) => look_back::look_back(measure),
        Route::Report => report::report(),
        Route::Sit => sit::sit(),
        Route::Support => support::support(),
        Route::Steady => steady::steady(),
        Route::Settings => settings::settings(),
        Route::Keys => keys::keys(),
        Route::Storage => storage::storage(),
        Route::Lock => lock::lock(),
        Route::Export => export::export(),
        Route::Import => import::import(),
        Route::About => about::about(),
        Route::Sources => sources::sources(),
        Route::NotFound => not_found::not_found(),
    }
}
