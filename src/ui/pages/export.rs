//! The whole journal into one file, which counts as a copy once it has been
//! read back.

use crate::browser::dates;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::content::words::{export as words, trouble as trouble_words};
use crate::core::route::Route;
use crate::state::backup::{Checked, Made};
use crate::state::here;
use crate::ui::parts::button::{link, sun_button};
use crate::ui::parts::file_field::file_field;
use crate::ui::parts::file_problems::{file_problems, not_read};
use crate::ui::parts::screen::screen;
use crate::ui::parts::trouble::trouble;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// The whole journal into one file.
pub fn export() -> View {
    let tending = here().tending;
    here().backup().begin();
    let all = live(move || match tending.is_read() {
        true => views![save(), check()],
        false => el("p").child(words::READING).into(),
    });
    screen(words::TITLE, "export", views![el("p").class("lead").child(words::LEAD), all])
}

fn save() -> View {
    let (states, journal, backup) = (here(), here().journal, here().backup());
    let count = move || words::holds(journal.with(|journal| journal.all().count()));
    views![
        el("p").text(count),
        el("h2").child(words::PLAIN_TITLE),
        el("p").child(words::PLAIN),
        live(not_in_it),
        sun_button(words::SAVE).on_click(move || states.make_backup(words::ABOUT)),
        el("p").attr("role", "status").text(move || made_in_words(backup.made())),
    ]
}

/// What the file cannot hold, and the way to it.
fn not_in_it() -> Option<Element> {
    let count = here().vault.problems().len();
    (count > 0).then(|| {
        el("p")
            .class("warning")
            .child(words::not_in_it(count))
            .child(" ")
            .child(link(&Route::Storage, words::NOT_IN_IT_SEE))
    })
}

fn made_in_words(made: Made) -> String {
    match made {
        Made::NotYet => String::new(),
        Made::Writing(..) => words::WRITING.to_owned(),
        Made::Offered(count) => words::offered(count),
        Made::Refused => words::REFUSED.to_owned(),
    }
}

fn check() -> View {
    let (states, backup, settings) = (here(), here().backup(), here().settings);
    let last = move || match settings.kept().backed_up {
        Some(moment) => words::last(&dates::long(moment.day(), LANGUAGE)),
        None => words::NEVER.to_owned(),
    };
    let problems = live(move || match backup.checked() {
        Checked::Compared { problems, .. } => file_problems(&problems),
        Checked::NotYet | Checked::Reading | Checked::NotRead(_) => None,
    });
    views![
        el("h2").child(words::CHECK_TITLE),
        el("p").child(words::CHECK),
        file_field(words::CHECK_FILE, "check", move |chosen| states.check_backup(chosen)),
        el("p").attr("role", "status").text(move || checked_in_words(&backup.checked())),
        problems,
        trouble(trouble_words::NOT_SAVED, move || settings.trouble().get()),
        el("p").text(last),
    ]
}

fn checked_in_words(checked: &Checked) -> String {
    match checked {
        Checked::NotYet => String::new(),
        Checked::Reading => words::CHECKING.to_owned(),
        Checked::NotRead(why) => not_read(*why).to_owned(),
        Checked::Compared { here, held, problems } => {
            let (held_words, here_words) = (held.to_string(), here.to_string());
            let say = match (checked.holds_all(), problems.is_empty()) {
                (true, _) => words::sound,
                (false, true) => words::differs,
                (false, false) => words::broken,
            };
            say(&held_words, &here_words)
        }
    }
}
