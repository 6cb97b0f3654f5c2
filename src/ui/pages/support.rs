//! Support lines by country: offline, dated, and never guessed. Numbers are
//! text and `tel:` or `sms:` links; sites say that they leave the page.

use crate::browser::clock;
use crate::core::content::support::{Contact, Place, Service, dialled};
use crate::core::content::tables::PLACES;
use crate::core::content::words::support as words;
use crate::core::day::Day;
use crate::core::route::Route;
use crate::state::settings::SettingsState;
use crate::ui::pages::settings::PlaceChoice;
use crate::ui::parts::screen::Screen;
use leptos::prelude::*;

/// A year after the lines were looked up they may have changed.
const STALE_FROM: &str = "2027-12-01";

/// Support lines.
#[component]
pub fn Support() -> impl IntoView {
    let settings = expect_context::<SettingsState>();
    let chosen = Memo::new(move |_| settings.with(|settings| settings.place.clone()));
    let first = move || {
        chosen.get().and_then(|id| Place::find(&id)).map(|place| {
            view! {
                <section class="lines lines--chosen">
                    <h2>{place.name}</h2>
                    <Lines place=place/>
                </section>
            }
        })
    };
    let others: Vec<_> = PLACES
        .iter()
        .map(|place| {
            view! {
                <details class="lines">
                    <summary>{place.name}</summary>
                    <Lines place=place/>
                </details>
            }
        })
        .collect();
    view! {
        <Screen title=words::TITLE name="support">
            <p class="danger">{words::DANGER}</p>
            {first}
            <PlaceChoice label=words::PICK/>
            <p>{words::SOMEONE}</p>
            <p><a href=Route::Steady.to_string()>{words::STEADY}</a></p>
            <section class="lines__all">
                <h2>{words::ALL}</h2>
                {others}
            </section>
        </Screen>
    }
}

#[component]
fn Lines(place: &'static Place) -> impl IntoView {
    let services: Vec<_> =
        place.services.iter().map(|service| view! { <ServiceLine service=service/> }).collect();
    let stale = STALE_FROM.parse::<Day>().is_ok_and(|from| clock::now().day() >= from);
    let (emergency, checked) = (emergency(place), if stale { words::STALE } else { words::CHECKED });
    view! {
        {emergency}
        {services}
        <p class="lines__checked">{checked}</p>
    }
}

fn emergency(place: &'static Place) -> AnyView {
    if place.emergency.is_empty() {
        return view! { <p class="lines__emergency">{words::LOCAL}</p> }.into_any();
    }
    let numbers: Vec<_> = place
        .emergency
        .iter()
        .map(|emergency| {
            let note = (!emergency.note.is_empty()).then(|| format!(" ({})", emergency.note));
            view! {
                <li>
                    <a
                        class="line"
                        href=format!("tel:{}", dialled(emergency.number))
                        aria-label=words::call_name(words::EMERGENCY, emergency.number)
                    >
                        {words::call(emergency.number)}
                    </a>
                    {note}
                </li>
            }
        })
        .collect();
    view! {
        <div class="lines__emergency">
            <strong>{words::EMERGENCY}</strong>
            <ul>{numbers}</ul>
        </div>
    }
    .into_any()
}

#[component]
fn ServiceLine(service: &'static Service) -> impl IntoView {
    let contacts: Vec<_> = service
        .contacts
        .iter()
        .map(|contact| view! { <li>{contact_link(service, contact)}</li> })
        .collect();
    let said = [service.hours, service.note]
        .into_iter()
        .filter(|said| !said.is_empty())
        .map(|said| view! { <p class="service__said">{said}</p> });
    view! {
        <div class="service">
            <h3 class="service__name">{service.name}</h3>
            {said.collect::<Vec<_>>()}
            <ul class="service__contacts">{contacts}</ul>
        </div>
    }
}

fn contact_link(service: &'static Service, contact: &'static Contact) -> AnyView {
    match contact {
        Contact::Call { number, note } => {
            let note = (!note.is_empty()).then(|| format!(" ({note})"));
            view! {
                <a
                    class="line"
                    href=format!("tel:{}", dialled(number))
                    aria-label=words::call_name(service.name, number)
                >
                    {words::call(number)}
                </a>
                {note}
            }
            .into_any()
        }
        Contact::Text { number, word } => {
            let shown = match *word {
                "" => words::text(number),
                word => words::text_word(word, number),
            };
            view! {
                <a
                    class="line"
                    href=format!("sms:{}", dialled(number))
                    aria-label=format!("{}: {shown}", service.name)
                >
                    {shown.clone()}
                </a>
            }
            .into_any()
        }
        // A number to be typed there: a link would open a site.
        Contact::WhatsApp { number } => view! { <span class="line">{words::whatsapp(number)}</span> }.into_any(),
        Contact::Site { host, chat } => {
            let shown = if *chat { words::chat(host) } else { words::site(host) };
            view! {
                <a
                    class="line"
                    href=format!("https://{host}")
                    rel="noreferrer noopener"
                    target="_blank"
                >
                    {shown}
                </a>
            }
            .into_any()
        }
    }
}
