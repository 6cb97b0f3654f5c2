//! One entry, as it is read.

use crate::browser::dates;
use crate::core::checkin::{CheckIn, Said};
use crate::core::content::words::shell::LANGUAGE;
use crate::core::content::words::{
    entry as words, journal as journal_words, trouble as trouble_words,
};
use crate::core::entry::{Answer, Breathed, Entry, EntryId, ExerciseRecord, Kind};
use crate::core::rating::{Rating, Ratings};
use crate::core::route::Route;
use crate::core::vault::log::SaveError;
use crate::state::here;
use crate::state::notice::TakeBack;
use crate::state::signals::{Memo, RwSignal};
use crate::ui::parts::button::{button, buttons, link, quiet_button};
use crate::ui::parts::entry_row;
use crate::ui::parts::plane;
use crate::ui::parts::screen::screen;
use crate::ui::parts::trouble::trouble;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// One entry.
pub fn entry(id: EntryId) -> View {
    let journal = here().journal;
    // Read anew when it changes, in this tab or in another.
    let entry = Memo::new(move || journal.get(id));
    live(move || match entry.get() {
        Some(entry) => read(&entry),
        None => gone(),
    })
}

fn gone() -> View {
    screen(
        words::TITLE_WRITING,
        "entry",
        views![el("p").child(words::GONE), el("p").child(journal_words::ELSEWHERE)],
    )
}

fn read(entry: &Entry) -> View {
    let day =
        el("time").attr("datetime", entry.day.to_string()).child(dates::long(entry.day, LANGUAGE));
    let text =
        (!entry.text.is_empty()).then(|| el("div").class("entry__text").child(entry.text.clone()));
    let (prompted, record) = match &entry.kind {
        Kind::Writing(prompted) => (prompted.as_ref(), None),
        Kind::CheckIn => (None, None),
        Kind::Exercise(record) => (None, Some(exercise(record))),
    };
    let prompted =
        prompted.map(|prompted| el("p").class("entry__question").child(prompted.question.clone()));
    screen(
        entry_row::kind(entry),
        "entry",
        views![
            el("p").class("entry__day").child(day),
            entry.check_in.as_ref().map(how_it_was),
            prompted,
            text,
            record,
            actions(entry),
        ],
    )
}

fn how_it_was(check_in: &CheckIn) -> Element {
    let whole = match &check_in.said {
        Said::Words(_) => None,
        Said::CantTell => Some(words::CANT_TELL),
        Said::Nothing => Some(words::NOTHING),
    };
    let said: Vec<_> = check_in
        .words()
        .iter()
        .map(|word| el("li").class("chip chip--said").child(word.word.clone()))
        .collect();
    let list = (!said.is_empty())
        .then(|| el("ul").class("chips").attr("aria-label", words::WORDS).child(said));
    let place = check_in.point.map(|point| {
        let place = el("p").class("entry__place").child(words::PLACE);
        place.child(": ").child(plane::in_words(point))
    });
    el("div")
        .class("entry__check-in")
        .child(whole.map(|whole| el("p").child(whole)))
        .child(list)
        .child(place)
}

fn exercise(record: &ExerciseRecord) -> View {
    let answer = |(question, said)| views![el("dt").child(question), el("dd").child(said)];
    let answers: View = answers(record).into_iter().map(answer).collect();
    let list = el("dl").class("entry__answers").child(answers);
    let stopped =
        record.stopped_early.then(|| el("p").class("entry__stopped").child(words::STOPPED));
    views![list, stopped]
}

/// What an exercise asked and what was said, in its order.
pub fn answers(record: &ExerciseRecord) -> Vec<(String, String)> {
    let mut answers = vec![(words::BEFORE.to_owned(), ratings_in_words(record.before))];
    for answered in &record.answers {
        answers.push((answered.question.clone(), answer_in_words(&answered.answer)));
    }
    answers.push((words::AFTER.to_owned(), ratings_in_words(record.after)));
    answers
}

fn ratings_in_words(ratings: Ratings) -> String {
    let one = |name: &str, rating: Option<Rating>| {
        let said = rating.map_or_else(|| words::UNANSWERED.to_owned(), rating_in_words);
        format!("{name}: {said}")
    };
    format!("{}. {}.", one(words::DISTRESS, ratings.distress), one(words::ENERGY, ratings.energy))
}

fn rating_in_words(rating: Rating) -> String {
    words::rating(&rating.get().to_string())
}

fn answer_in_words(answer: &Answer) -> String {
    match answer {
        Answer::Choice(chosen) => chosen.label.clone(),
        Answer::Rating(rating) => rating_in_words(*rating),
        Answer::Text(text) => text.clone(),
        Answer::Breath(Breathed { seconds, breath_in, breath_out }) => {
            let time = match seconds / 60 {
                0 => words::seconds(usize::from(*seconds)),
                minutes => words::minutes(usize::from(minutes)),
            };
            words::breathed(&time, &breath_in.to_string(), &breath_out.to_string())
        }
    }
}

fn actions(entry: &Entry) -> View {
    let journal = here().journal;
    let notice = here().notice;
    let place = here().place;
    let error = RwSignal::new(None::<SaveError>);
    let id = entry.id;
    let bin = move || match journal.bin(id) {
        Ok(()) => {
            notice.say_with(words::BINNED, TakeBack::Binned(id));
            place.go(&Route::Journal);
        }
        Err(why) => error.set(Some(why)),
    };
    let take_back = move || match journal.take_back(id) {
        Ok(()) => notice.say(journal_words::TAKEN_BACK),
        Err(why) => error.set(Some(why)),
    };
    let ways = if entry.binned.is_some() {
        views![el("p").child(words::IN_BIN), button(words::TAKE_BACK).on_click(take_back)]
    } else {
        views![
            link(&Route::EditEntry(id), words::EDIT).class("button"),
            quiet_button(words::BIN).on_click(bin),
        ]
    };
    // A full store has no room to say that an entry is in the bin.
    let is_full = Memo::new(move || error.get() == Some(SaveError::Full));
    let remove = move || match journal.remove(id) {
        Ok(()) => {
            notice.say(journal_words::REMOVED);
            place.replace(&Route::Journal);
        }
        Err(why) => error.set(Some(why)),
    };
    let sure = live(move || {
        is_full.get().then(|| {
            el("div")
                .class("sure")
                .attr("role", "group")
                .attr("aria-label", journal_words::REMOVE_SURE)
                .child(el("p").child(journal_words::REMOVE_SURE))
                .child(button(journal_words::REMOVE_NO).on_click(move || error.set(None)))
                .child(quiet_button(journal_words::REMOVE_YES).on_click(remove))
        })
    });
    views![trouble(trouble_words::NOT_SAVED, move || error.get()), buttons(ways), sure]
}
