//! The first screen asks one thing: how is it right now?

use crate::browser::{clock, dates};
use crate::core::checkin::CheckIn;
use crate::core::content::tables::{EXERCISES, THEMES};
use crate::core::content::words::shell::LANGUAGE;
use crate::core::content::words::{checkin as check_in_words, home as words};
use crate::core::draft::{Draft, Work};
use crate::core::entry::{Entry, Kind};
use crate::core::route::Route;
use crate::core::vault::log::SaveError;
use crate::state::drafts::Drafts;
use crate::state::journal::JournalState;
use crate::state::notice::NoticeState;
use crate::state::settings::SettingsState;
use crate::ui::parts::check_in::CheckInFields;
use crate::ui::parts::screen::Screen;
use crate::ui::parts::trouble::Trouble;
use leptos::prelude::*;

/// The first screen.
#[component]
pub fn Home() -> impl IntoView {
    view! {
        <Screen title=words::TITLE name="home">
            <p class="lead">{words::LEAD}</p>
            <CheckInNow/>
            <p class="home__write">
                <a class="button" href=Route::Write(None).to_string()>{words::WRITE}</a>
            </p>
            <GoOn/>
            <Introduction/>
            <Doors/>
            <p class="gate">
                {words::GATE} " "
                <a href=Route::Support.to_string()>{words::GATE_SUPPORT}</a>
            </p>
        </Screen>
    }
}

fn as_check_in(draft: &Draft) -> CheckIn {
    match &draft.work {
        Work::CheckIn(check_in) => check_in.clone(),
        Work::Writing(_) | Work::Run(_) => CheckIn::default(),
    }
}

/// A check-in in ten seconds; one that was begun goes on.
#[component]
fn CheckInNow() -> impl IntoView {
    let drafts = expect_context::<Drafts>();
    let journal = expect_context::<JournalState>();
    let notice = expect_context::<NoticeState>();
    let trouble = RwSignal::new(None::<SaveError>);
    let begin = move || drafts.begin(Work::CheckIn(CheckIn::default()));
    let begun = drafts.find_now(|draft| matches!(draft.work, Work::CheckIn(_)));
    let draft = RwSignal::new(begun.unwrap_or_else(begin));
    let change = Callback::new(move |check_in: CheckIn| {
        draft.update(|draft| draft.work = Work::CheckIn(check_in));
        drafts.touch(draft.get_untracked());
    });
    let save = move |_| {
        let begun = draft.get_untracked();
        let check_in = as_check_in(&begun);
        if check_in.is_blank() {
            notice.say(check_in_words::BLANK);
            return;
        }
        let mut entry = Entry::new(begun.id, clock::now(), Kind::CheckIn);
        entry.check_in = Some(check_in);
        match journal.save(entry) {
            Ok(_) => {
                trouble.set(None);
                drafts.drop(begun.id);
                draft.set(begin());
                notice.say(check_in_words::SAVED);
            }
            Err(error) => trouble.set(Some(error)),
        }
    };
    on_cleanup(move || drafts.write());
    view! {
        <CheckInFields
            check_in=Signal::derive(move || draft.with(as_check_in))
            on_change=change
        />
        <Trouble what=crate::core::content::words::trouble::NOT_SAVED error=trouble/>
        <button class="button button--sun" type="button" on:click=save>
            {check_in_words::SAVE}
        </button>
    }
}

/// What was begun and not saved.
#[component]
fn GoOn() -> impl IntoView {
    let drafts = expect_context::<Drafts>();
    let begun = move || {
        let mut begun = drafts.all();
        begun.retain(|draft| !matches!(draft.work, Work::CheckIn(_)));
        begun
    };
    move || {
        let begun = begun();
        (!begun.is_empty()).then(|| {
            let rows: Vec<_> =
                begun.into_iter().map(|draft| view! { <Begun draft=draft/> }).collect();
            view! {
                <section class="go-on">
                    <h2>{words::GO_ON}</h2>
                    <ul class="rows">{rows}</ul>
                </section>
            }
        })
    }
}

#[component]
fn Begun(draft: Draft) -> impl IntoView {
    let drafts = expect_context::<Drafts>();
    let notice = expect_context::<NoticeState>();
    let day = dates::long(draft.started.day(), LANGUAGE);
    let (name, route) = match &draft.work {
        Work::Writing(writing) => match writing.changes {
            Some(_) => (words::DRAFT_CHANGES.to_owned(), Route::Draft(draft.id)),
            None => (words::draft_writing(&day), Route::Draft(draft.id)),
        },
        Work::CheckIn(_) => (words::draft_check_in(&day), Route::Home),
        Work::Run(run) => match run.exercise() {
            Ok(exercise) => {
                let name = words::draft_run(exercise.title, &day);
                (name, Route::Exercise(exercise.slug.to_owned()))
            }
            Err(_) => {
                (words::DRAFT_UNKNOWN_RUN.to_owned(), Route::Exercise(run.slug().to_owned()))
            }
        },
    };
    let drop = move |_| {
        drafts.drop(draft.id);
        notice.say(words::DRAFT_DROPPED);
    };
    view! {
        <li class="go-on__row">
            <a href=route.to_string()>{name.clone()}</a>
            <button
                class="button button--quiet"
                type="button"
                aria-label=words::draft_drop_name(&name)
                on:click=drop
            >
                {words::DRAFT_DROP}
            </button>
        </li>
    }
}

/// The introduction is offered once, beside, and never in front.
#[component]
fn Introduction() -> impl IntoView {
    let settings = expect_context::<SettingsState>();
    let close = move |_| settings.change(|settings| settings.introduced = true);
    move || {
        settings.with(|settings| !settings.introduced).then(|| view! {
            <p class="begin">
                <a href=Route::About.to_string()>{words::BEGIN}</a>
                <button class="button button--quiet" type="button" on:click=close>
                    {words::BEGIN_CLOSE}
                </button>
            </p>
        })
    }
}

/// What there is to read and to try.
#[component]
fn Doors() -> impl IntoView {
    let door = |route: Route, title: &'static str, line: &'static str| {
        view! {
            <li>
                <a class="door" href=route.to_string()>
                    <span class="door__title">{title}</span>
                    <span class="door__line">{line}</span>
                </a>
            </li>
        }
    };
    let themes = THEMES.iter().map(|theme| {
        let route = Route::Theme { slug: theme.slug.to_owned(), section: None };
        door(route, theme.title, theme.line)
    });
    let exercises = EXERCISES.iter().map(|exercise| {
        door(Route::Exercise(exercise.slug.to_owned()), exercise.title, exercise.time)
    });
    let doors: Vec<_> = themes.chain(exercises).collect();
    view! {
        <section class="doors">
            <h2>{words::READ}</h2>
            <ul class="doors__list">{doors}</ul>
        </section>
    }
}
