//! Support lines by country: offline, dated, and never guessed. Numbers are
//! text and `tel:` or `sms:` links; sites say that they leave the page.

use crate::browser::{clock, page};
use crate::core::content::support::{Contact, Place, Service, dialled};
use crate::core::content::tables::PLACES;
use crate::core::content::words::support as words;
use crate::core::day::Day;
use crate::core::route::Route;
use crate::state::here;
use crate::state::signals::{Memo, RwSignal};
use crate::ui::pages::settings::place_choice;
use crate::ui::parts::button::{link, quiet_button, way_out};
use crate::ui::parts::screen::screen;
use crate::ui::parts::status::status_of;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// A year after the lines were looked up they may have changed.
const STALE_FROM: &str = "2027-12-01";

/// Support lines.
pub fn support() -> View {
    let first = of_chosen(|place| {
        el("section")
            .class("lines lines--chosen")
            .child(el("h2").attr("tabindex", "-1").child(place.name))
            .child(lines(place))
    });
    let others = PLACES.iter().map(|place| {
        el("details").class("lines").child(el("summary").child(place.name)).child(lines(place))
    });
    let all = el("section")
        .class("lines__all")
        .child(el("h2").child(words::ALL))
        .child(others.collect::<View>());
    let picked = RwSignal::new(false);
    let said = views![
        el("p").class("danger").child(words::DANGER),
        first,
        el("p").child(words::UNTIL),
        place_choice(words::PICK).on("change", move |_| picked.set(true)),
        status_of(live(move || picked.get().then(|| of_chosen(way_up)))),
        el("p").child(words::SOMEONE),
        el("p").child(link(&Route::Steady, words::STEADY)),
        all,
    ];
    screen(words::TITLE, "support", said)
}

/// The emergency numbers of the country that was chosen, if one was.
pub fn chosen_emergency() -> View {
    of_chosen(emergency)
}

/// The lines that were picked come in above, perhaps out of sight. The focus
/// does not follow by itself: arrow keys pick one country after the other.
fn way_up(place: &'static Place) -> Element {
    let go = || page::go_to(".lines--chosen h2");
    quiet_button(words::chosen(place.name)).on_click(go)
}

fn of_chosen(make: fn(&'static Place) -> Element) -> View {
    let settings = here().settings;
    let chosen = Memo::new(move || settings.with(|settings| settings.place.clone()));
    live(move || chosen.get().and_then(|id| Place::find(&id)).map(make))
}

fn lines(place: &'static Place) -> View {
    let stale = STALE_FROM.parse::<Day>().is_ok_and(|from| clock::now().day() >= from);
    let checked = if stale { words::STALE } else { words::CHECKED };
    views![
        emergency(place),
        place.services.iter().map(service_line).collect::<View>(),
        el("p").class("lines__checked").child(checked),
    ]
}

fn emergency(place: &'static Place) -> Element {
    if place.emergency.is_empty() {
        return el("p").class("lines__emergency").child(words::LOCAL);
    }
    let numbers = place.emergency.iter().map(|emergency| {
        el("li").child(call(words::EMERGENCY, emergency.number)).child(in_brackets(emergency.note))
    });
    el("div")
        .class("lines__emergency")
        .child(el("strong").child(words::EMERGENCY))
        .child(el("ul").child(numbers.collect::<View>()))
}

fn service_line(service: &'static Service) -> Element {
    let contacts = service.contacts.iter().map(|contact| el("li").child(reach(service, contact)));
    let said = [service.hours, service.note]
        .into_iter()
        .filter(|said| !said.is_empty())
        .map(|said| el("p").class("service__said").child(said));
    el("div")
        .class("service")
        .child(el("h3").class("service__name").child(service.name))
        .child(said.collect::<View>())
        .child(el("ul").class("service__contacts").child(contacts.collect::<View>()))
}

fn reach(service: &'static Service, contact: &'static Contact) -> View {
    match contact {
        Contact::Call { number, note } => views![call(service.name, number), in_brackets(note)],
        Contact::Text { number, word } => {
            let shown = match *word {
                "" => words::text(number),
                word => words::text_word(word, number),
            };
            let name = format!("{}: {shown}", service.name);
            line("a").attr("href", to("sms", number)).attr("aria-label", name).child(shown).into()
        }
        // A number to be typed there: a link would open a site.
        Contact::WhatsApp { number } => line("span").child(words::whatsapp(number)).into(),
        Contact::Site { host, chat } => {
            let shown = if *chat { words::chat(host) } else { words::site(host) };
            way_out(format!("https://{host}"), shown).class("line").into()
        }
    }
}

fn call(service: &str, number: &'static str) -> Element {
    line("a")
        .attr("href", to("tel", number))
        .attr("aria-label", format!("{service}: {}", words::call(number)))
        .child(words::call(number))
}

fn line(tag: &'static str) -> Element {
    el(tag).class("line")
}

fn to(scheme: &str, number: &str) -> String {
    format!("{scheme}:{}", dialled(number))
}

fn in_brackets(note: &str) -> Option<String> {
    (!note.is_empty()).then(|| format!(" ({note})"))
}
