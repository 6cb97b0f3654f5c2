//! Breathing with a moving shape. The style moves it; the program only says
//! *in* or *out*. Nothing is spoken while it runs, and it can be words alone,
//! which it is at once where less motion was asked for.

use crate::browser::timers::{self, Timer};
use crate::browser::{page, wake};
use crate::core::content::exercises::Count;
use crate::core::content::words::exercise as words;
use crate::core::entry::Answer;
use crate::core::settings::Motion;
use crate::state::settings::SettingsState;
use leptos::prelude::*;

const TICK_MS: i32 = 200;

/// What moves right now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    In,
    Out,
}

/// How far the breathing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Breathing {
    NotYet,
    Under(Phase),
    Stopped,
    Done,
}

/// What runs while a person breathes; dropped, it all stops.
struct Running {
    since: f64,
    _tick: Timer,
    _awake: wake::Awake,
}

/// The step of an exercise in which a person breathes.
#[component]
pub fn Breath(
    /// For how long, in seconds.
    seconds: u16,
    /// Counts of the in-breath.
    breath_in: Count,
    /// Counts of the out-breath.
    breath_out: Count,
    /// Told what was breathed, when it ends or is stopped.
    on_breathed: Callback<Answer>,
) -> impl IntoView {
    let settings = expect_context::<SettingsState>();
    let still = settings.with_now(|settings| settings.motion == Motion::Still);
    let words_only = RwSignal::new(still || page::wants_less_motion());
    let (count_in, count_out) =
        (RwSignal::new(breath_in.usual), RwSignal::new(breath_out.usual));
    let breathing = RwSignal::new(Breathing::NotYet);
    let left = RwSignal::new(seconds);
    let running = StoredValue::new_local(None::<Running>);
    let told = StoredValue::new(0_u16);

    let elapsed = move || {
        let since = running.with_value(|running| running.as_ref().map(|running| running.since));
        since.map(|since| (timers::running() - since) / 1000.0)
    };
    let tell = move || {
        let seconds = elapsed().unwrap_or_default().round().min(f64::from(u16::MAX));
        on_breathed.run(Answer::Breath {
            seconds: seconds as u16,
            breath_in: count_in.get_untracked(),
            breath_out: count_out.get_untracked(),
        });
    };
    let end = move |how: Breathing| {
        tell();
        running.set_value(None);
        breathing.set(how);
    };
    let tick = move || {
        let Some(elapsed) = elapsed() else { return };
        let (phase, rounds_over) =
            phase_at(elapsed, count_in.get_untracked(), count_out.get_untracked(), seconds);
        if rounds_over {
            end(Breathing::Done);
            return;
        }
        let remaining = (f64::from(seconds) - elapsed).max(0.0) as u16;
        if left.get_untracked().div_ceil(60) != remaining.div_ceil(60) {
            left.set(remaining);
        }
        if breathing.get_untracked() != Breathing::Under(phase) {
            breathing.set(Breathing::Under(phase));
        }
        // Told as it goes, so that going on in the middle keeps it too.
        if told.get_value() != elapsed as u16 {
            told.set_value(elapsed as u16);
            tell();
        }
    };
    let begin = move |_| {
        left.set(seconds);
        breathing.set(Breathing::Under(Phase::In));
        running.set_value(Some(Running {
            since: timers::running(),
            _tick: timers::every(TICK_MS, tick),
            _awake: wake::keep_awake(),
        }));
    };

    let is_under = move || matches!(breathing.get(), Breathing::Under(_));
    view! {
        <div class="breath">
            <Shape breathing=breathing words_only=words_only count_in=count_in count_out=count_out/>
            <p class="breath__left">{move || is_under().then(|| time_left(left.get()))}</p>
            <p class="breath__said" role="status">
                {move || match breathing.get() {
                    Breathing::Done => words::BREATHE_DONE,
                    Breathing::Stopped => words::BREATHE_PAUSED,
                    Breathing::NotYet | Breathing::Under(_) => "",
                }}
            </p>
            <Show
                when=is_under
                fallback=move || view! {
                    <button class="button button--sun" type="button" on:click=begin>
                        {match breathing.get() {
                            Breathing::NotYet => words::BREATHE_START,
                            _ => words::BREATHE_AGAIN,
                        }}
                    </button>
                    <div class="breath__counts">
                        <Stepper name=words::COUNT_IN limits=breath_in value=count_in/>
                        <Stepper name=words::COUNT_OUT limits=breath_out value=count_out/>
                    </div>
                }
            >
                <button class="button" type="button" on:click=move |_| end(Breathing::Stopped)>
                    {words::BREATHE_STOP}
                </button>
            </Show>
            <label class="switch">
                <input
                    type="checkbox"
                    autocomplete="off"
                    prop:checked=move || words_only.get()
                    on:change=move |event| words_only.set(event_target_checked(&event))
                />
                <span>{words::WORDS_INSTEAD}</span>
            </label>
        </div>
    }
}

/// The phase so many seconds in, and whether the time is over: it ends with
/// the out-breath that the time runs out in, never in the middle of one.
fn phase_at(elapsed: f64, count_in: u8, count_out: u8, seconds: u16) -> (Phase, bool) {
    let round = f64::from(count_in) + f64::from(count_out);
    let rounds = (f64::from(seconds) / round).ceil();
    let phase = if elapsed % round < f64::from(count_in) { Phase::In } else { Phase::Out };
    (phase, elapsed >= rounds * round)
}

fn time_left(seconds: u16) -> String {
    match seconds / 60 {
        0 => words::BREATHE_UNDER.to_owned(),
        _ => words::breathe_left(&crate::core::content::words::entry::minutes(
            usize::from(seconds.div_ceil(60)),
        )),
    }
}

/// The shape, or the words. Both are hidden from screen readers, which would
/// have to speak every few seconds.
#[component]
fn Shape(
    breathing: RwSignal<Breathing>,
    words_only: RwSignal<bool>,
    count_in: RwSignal<u8>,
    count_out: RwSignal<u8>,
) -> impl IntoView {
    let phase = move || match breathing.get() {
        Breathing::Under(Phase::In) => "in",
        Breathing::Under(Phase::Out) => "out",
        _ => "rest",
    };
    let said = move || match breathing.get() {
        Breathing::Under(Phase::In) => words::BREATHE_IN,
        Breathing::Under(Phase::Out) => words::BREATHE_OUT,
        _ => "",
    };
    view! {
        <div
            class="breath__shape"
            aria-hidden="true"
            data-phase=phase
            data-words=move || words_only.get().to_string()
            style=("--breath-in", move || format!("{}s", count_in.get()))
            style=("--breath-out", move || format!("{}s", count_out.get()))
        >
            <div class={"breath__water"}></div>
            <span class="breath__word">{said}</span>
        </div>
    }
}

/// A count that can be made one less or one more.
#[component]
fn Stepper(name: &'static str, limits: Count, value: RwSignal<u8>) -> impl IntoView {
    view! {
        <div class="stepper" role="group" aria-label=name>
            <span class="stepper__name">{name}</span>
            <button
                class="stepper__button"
                type="button"
                aria-label=words::count_less(name)
                prop:disabled={move || value.get() <= limits.least}
                on:click=move |_| value.update(|value| *value = limits.least.max(*value - 1))
            >
                {words::LESS}
            </button>
            <span class="stepper__value" aria-live="polite">{move || value.get()}</span>
            <button
                class="stepper__button"
                type="button"
                aria-label=words::count_more(name)
                prop:disabled={move || value.get() >= limits.most}
                on:click=move |_| value.update(|value| *value = limits.most.min(*value + 1))
            >
                {words::MORE}
            </button>
        </div>
    }
}
