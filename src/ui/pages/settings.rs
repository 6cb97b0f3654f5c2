//! Settings.

use crate::browser::updates::Offline;
use crate::core::content::tables::PLACES;
use crate::core::content::words::trouble as trouble_words;
use crate::core::content::words::{export as export_words, import as import_words};
use crate::core::content::words::{
    lock as lock_words, settings as words, support as support_words,
};
use crate::core::route::Route;
use crate::core::settings::{Look, Looks, Motion, TextSize};
use crate::state::here;
use crate::ui::parts::button::link;
use crate::ui::parts::radios::{Legend, RadioOption, radios};
use crate::ui::parts::screen::screen;
use crate::ui::parts::switch::{switch, switch_with};
use crate::ui::parts::trouble::trouble;
use crate::ui::view::{Element, View, el};
use crate::views;

const LOOKS: [(Look, &str); 3] = [
    (Look::Device, words::LOOK_DEVICE),
    (Look::Light, words::LOOK_LIGHT),
    (Look::Dusk, words::LOOK_DUSK),
];

const SIZES: [(TextSize, &str); 3] = [
    (TextSize::Usual, words::SIZE_USUAL),
    (TextSize::Large, words::SIZE_LARGE),
    (TextSize::Larger, words::SIZE_LARGER),
];

const MOTIONS: [(Motion, &str); 2] =
    [(Motion::Device, words::MOTION_DEVICE), (Motion::Still, words::MOTION_STILL)];

/// Settings.
pub fn settings() -> View {
    let settings = here().settings;
    let section = |title: &'static str, said: View| {
        el("section").child(el("h2").child(title)).child(el("p").child(said))
    };
    let all = views![
        trouble(trouble_words::NOT_SAVED, move || settings.trouble().get()),
        choice(words::LOOK, &LOOKS, |settings| &mut settings.look),
        text_size(),
        spelling(),
        choice(words::MOTION, &MOTIONS, |settings| &mut settings.motion),
        place_choice(words::COUNTRY),
        other_eyes(),
        section(words::KEYS, link(&Route::Keys, words::KEYS_SEE).into()),
        section(lock_words::TITLE, link(&Route::Lock, words::LOCK_SEE).into()),
        section(words::COPIES, copies()),
        section(words::STORAGE, link(&Route::Storage, words::STORAGE_SEE).into()),
        section(words::OFFLINE, offline()),
        section(words::EXIT, words::EXIT_TEXT.into()),
    ];
    screen(words::TITLE, "settings", all)
}

/// The size of the text.
pub fn text_size() -> Element {
    choice(words::SIZE, &SIZES, |settings| &mut settings.text_size)
}

/// Whether the browser checks the spelling, and who may see the words then.
pub fn spelling() -> Element {
    let settings = here().settings;
    let tick = switch(
        words::SPELLING,
        move || settings.kept().spelling,
        move |on| {
            // Where it is not kept, that is told above.
            settings.set_kept(|kept| kept.spelling = on);
        },
    );
    el("div")
        .class("spelling")
        .child(tick)
        .child(el("p").class("field__support").child(words::SPELLING_HELP))
}

/// One of a few values of a setting.
fn choice<T: Copy + PartialEq + 'static>(
    legend: &'static str,
    options: &'static [(T, &'static str)],
    setting: fn(&mut Looks) -> &mut T,
) -> Element {
    let state = here().settings;
    let chosen = move || {
        let now = state.with(|settings| *setting(&mut settings.clone()));
        options.iter().position(|(option, _)| *option == now).map(|at| at.to_string())
    };
    let choose = move |id: String| {
        if let Some((value, _)) = id.parse().ok().and_then(|at: usize| options.get(at)) {
            state.change(|settings| *setting(settings) = *value);
        }
    };
    let shown = options
        .iter()
        .enumerate()
        .map(|(at, (_, label))| RadioOption { id: at.to_string(), label: (*label).to_owned() });
    radios(Legend::Shown(legend.to_owned()), legend, shown.collect(), chosen, choose)
}

/// What others see of the page in the browser's tab and its history.
fn other_eyes() -> Element {
    let settings = here().settings;
    let discreet = move || settings.with(|looks| looks.discreet);
    let plain = switch(words::DISCREET, discreet, move |on| {
        settings.change(|looks| looks.discreet = on);
    });
    let history = switch_with(
        words::HISTORY,
        move || settings.hides_steps(),
        discreet,
        move |on| settings.set_kept(|kept| kept.out_of_history = on),
    );
    el("section")
        .child(el("h2").child(words::EYES))
        .child(plain)
        .child(el("p").class("field__support").child(words::DISCREET_HELP))
        .child(history)
        .child(el("p").class("field__support").child(words::HISTORY_HELP))
}

/// The place whose support lines come first.
pub fn place_choice(label: &'static str) -> Element {
    let settings = here().settings;
    let chosen = move |id: Option<&str>| settings.with(|settings| settings.place.as_deref() == id);
    let option = |id: &'static str, name: &'static str| {
        let id_or_none = (!id.is_empty()).then_some(id);
        el("option").attr("value", id).child(name).flag("selected", move || chosen(id_or_none))
    };
    let places = PLACES.iter().map(|place| option(place.id, place.name));
    let select = el("select")
        .attr("id", "place")
        .class("field__line")
        .attr("autocomplete", "off")
        .child(option("", support_words::PICK_NONE))
        .child(places.collect::<View>())
        .on("change", move |event| {
            let id = event.value();
            settings.change(|settings| settings.place = (!id.is_empty()).then_some(id));
        });
    el("div")
        .class("place-choice")
        .child(el("label").class("field__label").attr("for", "place").child(label))
        .child(select)
        .child(el("p").class("place-choice__help").child(support_words::PICK_HELP))
}

/// The whole journal out, and in.
fn copies() -> View {
    views![
        link(&Route::Export, export_words::SEE),
        el("br"),
        link(&Route::Import, import_words::SEE),
    ]
}

fn offline() -> View {
    let updates = here().updates;
    let said = move || match updates.offline() {
        Offline::Unknown => words::OFFLINE_UNKNOWN,
        Offline::Ready => words::OFFLINE_READY,
        Offline::PlainHttp => words::OFFLINE_HTTP,
        Offline::Unsupported => words::OFFLINE_UNSUPPORTED,
        Offline::Failed => words::OFFLINE_FAILED,
    };
    View::LiveText(Box::new(move || said().into()))
}
