//! The guided path: from a feeling, by the body and an exercise that fits, to
//! words, in one entry.

use crate::core::content::sit::Sit;
use crate::core::content::tables::SIT;
use crate::core::content::words::exercise as words;
use crate::state::run::RunState;
use crate::ui::parts::about::About;
use crate::ui::parts::button::sun_button;
use crate::ui::parts::run::run;
use crate::ui::parts::screen::screen;
use crate::ui::view::View;

/// The guided path, or what stands before it.
pub fn sit() -> View {
    screen(SIT.title, "exercise", run(RunState::sit(), about))
}

fn about(run: RunState) -> View {
    let Sit { what, time, what_not, why, skip_if, instead, .. } = SIT;
    let start = sun_button(words::START).on_click(move || run.begin());
    About { what, time, what_not, why, skip_if, instead }.before(start.into())
}
