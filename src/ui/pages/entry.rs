//! One entry, as it is read.

use crate::browser::dates;
use crate::core::checkin::{CheckIn, Said};
use crate::core::content::words::shell::LANGUAGE;
use crate::core::content::words::{
    entry as words, journal as journal_words, trouble as trouble_words,
};
use crate::core::entry::{Answer, Entry, EntryId, ExerciseRecord, Kind};
use crate::core::rating::{Rating, Ratings};
use crate::core::route::Route;
use crate::core::vault::log::SaveError;
use crate::state::journal::JournalState;
use crate::state::notice::{NoticeState, TakeBack};
use crate::state::place::PlaceState;
use crate::ui::parts::entry_row;
use crate::ui::parts::plane;
use crate::ui::parts::screen::Screen;
use crate::ui::parts::trouble::Trouble;
use leptos::prelude::*;

/// One entry.
#[component]
pub fn EntryScreen(
    /// Its name.
    id: EntryId,
) -> impl IntoView {
    let journal = expect_context::<JournalState>();
    // Read anew when it changes, in this tab or in another.
    let entry = Memo::new(move |_| journal.get(id));
    move || match entry.get() {
        Some(entry) => view! { <Read entry=entry/> }.into_any(),
        None => view! {
            <Screen title=words::TITLE_WRITING name="entry">
                <p>{words::GONE}</p>
                <p>{journal_words::ELSEWHERE}</p>
            </Screen>
        }
        .into_any(),
    }
}

#[component]
fn Read(entry: Entry) -> impl IntoView {
    let text = (!entry.text.is_empty())
        .then(|| view! { <div class="entry__text">{entry.text.clone()}</div> });
    let prompted = match &entry.kind {
        Kind::Writing(Some(prompted)) => {
            Some(view! { <p class="entry__question">{prompted.question.clone()}</p> })
        }
        Kind::Writing(None) | Kind::CheckIn | Kind::Exercise(_) => None,
    };
    let record = match &entry.kind {
        Kind::Exercise(record) => Some(view! { <Exercise record=record.clone()/> }),
        Kind::Writing(_) | Kind::CheckIn => None,
    };
    let check_in = entry.check_in.clone().map(|said| view! { <HowItWas check_in=said/> });
    view! {
        <Screen title=entry_row::kind(&entry) name="entry">
            <p class="entry__day">
                <time datetime=entry.day.to_string()>{dates::long(entry.day, LANGUAGE)}</time>
            </p>
            {check_in}
            {prompted}
            {text}
            {record}
            <Actions entry=entry/>
        </Screen>
    }
}

#[component]
fn HowItWas(check_in: CheckIn) -> impl IntoView {
    let whole = match &check_in.said {
        Said::Words(_) => None,
        Said::CantTell => Some(words::CANT_TELL),
        Said::Nothing => Some(words::NOTHING),
    };
    let said: Vec<_> = check_in
        .words()
        .iter()
        .map(|word| view! { <li class="chip chip--said">{word.word.clone()}</li> })
        .collect();
    let list = (!said.is_empty())
        .then(|| view! { <ul class="chips" aria-label=words::WORDS>{said}</ul> });
    let place = check_in.point.map(|point| {
        view! { <p class="entry__place">{words::PLACE} ": " {plane::in_words(point)}</p> }
    });
    view! {
        <div class="entry__check-in">
            {whole.map(|whole| view! { <p>{whole}</p> })}
            {list}
            {place}
        </div>
    }
}

#[component]
fn Exercise(record: ExerciseRecord) -> impl IntoView {
    let answers: Vec<_> = record
        .answers
        .iter()
        .map(|answered| {
            view! {
                <dt>{answered.question.clone()}</dt>
                <dd>{answer_in_words(&answered.answer)}</dd>
            }
        })
        .collect();
    view! {
        <dl class="entry__answers">
            <dt>{words::BEFORE}</dt>
            <dd>{ratings_in_words(record.before)}</dd>
            {answers}
            <dt>{words::AFTER}</dt>
            <dd>{ratings_in_words(record.after)}</dd>
        </dl>
        {record.stopped_early.then(|| view! { <p class="entry__stopped">{words::STOPPED}</p> })}
    }
}

fn ratings_in_words(ratings: Ratings) -> String {
    let one = |name: &str, rating: Option<Rating>| {
        let said =
            rating.map_or_else(|| words::UNANSWERED.to_owned(), |rating| rating_in_words(rating));
        format!("{name}: {said}")
    };
    format!("{}. {}.", one(words::DISTRESS, ratings.distress), one(words::ENERGY, ratings.energy))
}

fn rating_in_words(rating: Rating) -> String {
    words::rating(&rating.get().to_string())
}

fn answer_in_words(answer: &Answer) -> String {
    match answer {
        Answer::Choice { label, .. } => label.clone(),
        Answer::Rating(rating) => rating_in_words(*rating),
        Answer::Text(text) => text.clone(),
        Answer::Breath { seconds, breath_in, breath_out } => {
            let time = match seconds / 60 {
                0 => words::seconds(usize::from(*seconds)),
                minutes => words::minutes(usize::from(minutes)),
            };
            words::breathed(&time, &breath_in.to_string(), &breath_out.to_string())
        }
    }
}

#[component]
fn Actions(entry: Entry) -> impl IntoView {
    let journal = expect_context::<JournalState>();
    let notice = expect_context::<NoticeState>();
    let place = expect_context::<PlaceState>();
    let trouble = RwSignal::new(None::<SaveError>);
    let id = entry.id;
    let bin = move |_| match journal.bin(id) {
        Ok(()) => {
            notice.say_with(words::BINNED, TakeBack::Binned(id));
            place.go(&Route::Journal);
        }
        Err(error) => trouble.set(Some(error)),
    };
    let take_back = move |_| match journal.take_back(id) {
        Ok(()) => notice.say(journal_words::TAKEN_BACK),
        Err(error) => trouble.set(Some(error)),
    };
    let buttons = if entry.binned.is_some() {
        view! {
            <p>{words::IN_BIN}</p>
            <button class="button" type="button" on:click=take_back>{words::TAKE_BACK}</button>
        }
        .into_any()
    } else {
        view! {
            <a class="button" href=Route::EditEntry(id).to_string()>{words::EDIT}</a>
            <button class="button button--quiet" type="button" on:click=bin>{words::BIN}</button>
        }
        .into_any()
    };
    view! {
        <Trouble what=trouble_words::NOT_SAVED error=trouble/>
        <div class="buttons">{buttons}</div>
    }
}
