//! Breathing with a moving shape. The style moves it; the program only says
//! *in* or *out*. It can be words alone, which it is at once where less motion
//! was asked for. Nothing is spoken while it runs, unless a person ticks that.

use crate::browser::timers::{self, Timer};
use crate::browser::{page, wake};
use crate::core::content::exercises::Count;
use crate::core::content::words::exercise as words;
use crate::core::entry::{Answer, Breathed};
use crate::core::settings::Motion;
use crate::state::here;
use crate::state::signals::{Memo, RwSignal, StoredValue};
use crate::ui::parts::button::{button, plain, sun_button};
use crate::ui::view::{Element, el, live};
use crate::views;

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

/// The counts of a breath, which can be changed.
#[derive(Clone, Copy)]
struct Counts {
    breath_in: RwSignal<u8>,
    breath_out: RwSignal<u8>,
}

impl Counts {
    /// In and out as they are now.
    fn now(self) -> (u8, u8) {
        (self.breath_in.get_untracked(), self.breath_out.get_untracked())
    }
}

/// The breathing of a step: how far it is, by its clock, and who is told.
#[derive(Clone, Copy)]
struct Breath<F> {
    seconds: u16,
    counts: Counts,
    breathing: RwSignal<Breathing>,
    /// Seconds that are left.
    left: RwSignal<u16>,
    running: StoredValue<Option<Running>>,
    /// The last whole second that was told.
    told: StoredValue<u16>,
    on_breathed: F,
}

impl<F: Fn(Answer) + Copy + 'static> Breath<F> {
    fn new(seconds: u16, counts: Counts, on_breathed: F) -> Self {
        Self {
            seconds,
            counts,
            breathing: RwSignal::new(Breathing::NotYet),
            left: RwSignal::new(seconds),
            running: StoredValue::new(None),
            told: StoredValue::new(0),
            on_breathed,
        }
    }

    fn begin(self) {
        self.left.set(self.seconds);
        self.breathing.set(Breathing::Under(Phase::In));
        self.running.set_value(Some(Running {
            since: timers::running(),
            _tick: timers::every(TICK_MS, move || self.tick()),
            _awake: wake::keep_awake(),
        }));
    }

    fn tick(self) {
        let Some(elapsed) = self.elapsed() else { return };
        let (phase, rounds_over) = phase_at(elapsed, self.counts.now(), self.seconds);
        if rounds_over {
            self.end(Breathing::Done);
            return;
        }
        self.show(phase, elapsed);
        // Told as it goes, so that going on in the middle keeps it too.
        if self.told.get_value() != elapsed as u16 {
            self.told.set_value(elapsed as u16);
            self.tell();
        }
    }

    fn end(self, how: Breathing) {
        self.tell();
        self.running.set_value(None);
        self.breathing.set(how);
    }

    /// Changes only what is another: a change is drawn anew.
    fn show(self, phase: Phase, elapsed: f64) {
        let left = (f64::from(self.seconds) - elapsed).max(0.0) as u16;
        if self.left.get_untracked().div_ceil(60) != left.div_ceil(60) {
            self.left.set(left);
        }
        if self.breathing.get_untracked() != Breathing::Under(phase) {
            self.breathing.set(Breathing::Under(phase));
        }
    }

    /// Seconds since it began; none while it does not run.
    fn elapsed(self) -> Option<f64> {
        let since = self.running.with_value(|running| Some(running.as_ref()?.since))?;
        Some((timers::running() - since) / 1000.0)
    }

    fn tell(self) {
        let seconds = self.elapsed().unwrap_or_default().round().min(f64::from(u16::MAX)) as u16;
        let (breath_in, breath_out) = self.counts.now();
        (self.on_breathed)(Answer::Breath(Breathed { seconds, breath_in, breath_out }));
    }
}

/// The step of an exercise in which a person breathes for so many seconds;
/// told what was breathed as it goes, when it ends and when it is stopped.
pub fn breath(
    seconds: u16,
    breath_in: Count,
    breath_out: Count,
    on_breathed: impl Fn(Answer) + Copy + 'static,
) -> Element {
    let settings = here().settings;
    let still = settings.with_now(|settings| settings.motion == Motion::Still);
    let words_only = RwSignal::new(still || page::wants_less_motion());
    // Words that a person asked for are heard too.
    let spoken = RwSignal::new(false);
    let counts = Counts {
        breath_in: RwSignal::new(breath_in.usual),
        breath_out: RwSignal::new(breath_out.usual),
    };
    let breath = Breath::new(seconds, counts, on_breathed);
    let breathing = breath.breathing;
    let under = Memo::new(move || matches!(breathing.get(), Breathing::Under(_)));
    let ways = live(move || {
        if under.get() {
            button(words::BREATHE_STOP).on_click(move || breath.end(Breathing::Stopped)).into()
        } else {
            let begin = sun_button(begin_words(breathing.get())).on_click(move || breath.begin());
            views![begin, steppers(counts, breath_in, breath_out)]
        }
    });
    let left = move || if under.get() { time_left(breath.left.get()) } else { String::new() };
    el("div")
        .class("breath")
        .child(shape(breathing, words_only, spoken, counts))
        .child(el("p").class("breath__left").text(left))
        .child(said(breathing))
        .child(ways)
        .child(words_switch(words_only, spoken))
}

fn begin_words(breathing: Breathing) -> &'static str {
    match breathing {
        Breathing::NotYet => words::BREATHE_START,
        _ => words::BREATHE_AGAIN,
    }
}

/// How it ended, said once.
fn said(breathing: RwSignal<Breathing>) -> Element {
    el("p").class("breath__said").attr("role", "status").text(move || match breathing.get() {
        Breathing::Done => words::BREATHE_DONE,
        Breathing::Stopped => words::BREATHE_PAUSED,
        Breathing::NotYet | Breathing::Under(_) => "",
    })
}

fn words_switch(words_only: RwSignal<bool>, spoken: RwSignal<bool>) -> Element {
    let tick = el("input")
        .attr("type", "checkbox")
        .attr("autocomplete", "off")
        .flag("checked", move || words_only.get())
        .on("change", move |event| {
            words_only.set(event.is_checked());
            spoken.set(event.is_checked());
        });
    el("label").class("switch").child(tick).child(el("span").child(words::WORDS_INSTEAD))
}

/// The phase so many seconds in, and whether the time is over: it ends with
/// the out-breath that the time runs out in, never in the middle of one.
fn phase_at(elapsed: f64, (count_in, count_out): (u8, u8), seconds: u16) -> (Phase, bool) {
    let round = f64::from(count_in) + f64::from(count_out);
    let rounds = (f64::from(seconds) / round).ceil();
    let phase = if elapsed % round < f64::from(count_in) { Phase::In } else { Phase::Out };
    (phase, elapsed >= rounds * round)
}

fn time_left(seconds: u16) -> String {
    match seconds / 60 {
        0 => words::BREATHE_UNDER.to_owned(),
        _ => words::breathe_left(&crate::core::content::words::entry::minutes(usize::from(
            seconds.div_ceil(60),
        ))),
    }
}

/// The shape, or the words. Both are hidden from screen readers, which would
/// have to speak every few seconds, unless a person asked for words.
fn shape(
    breathing: RwSignal<Breathing>,
    words_only: RwSignal<bool>,
    spoken: RwSignal<bool>,
    counts: Counts,
) -> Element {
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
    el("div")
        .class("breath__shape")
        .live_attr("aria-hidden", move || !spoken.get())
        .live_attr("data-phase", phase)
        .live_attr("data-words", move || words_only.get())
        .style("--breath-in", move || format!("{}s", counts.breath_in.get()))
        .style("--breath-out", move || format!("{}s", counts.breath_out.get()))
        .child(el("div").class("breath__water"))
        .child(el("span").class("breath__word").attr("aria-live", "polite").text(said))
}

fn steppers(counts: Counts, breath_in: Count, breath_out: Count) -> Element {
    el("div")
        .class("breath__counts")
        .child(stepper(words::COUNT_IN, breath_in, counts.breath_in))
        .child(stepper(words::COUNT_OUT, breath_out, counts.breath_out))
}

/// A count that can be made one less or one more. A button at its end keeps the
/// focus.
fn stepper(name: &'static str, limits: Count, value: RwSignal<u8>) -> Element {
    let less = plain("stepper__button", words::LESS)
        .attr("aria-label", words::count_less(name))
        .live_attr("aria-disabled", move || value.get() <= limits.least)
        .on_click(move || value.update(|value| *value = limits.least.max(value.saturating_sub(1))));
    let more = plain("stepper__button", words::MORE)
        .attr("aria-label", words::count_more(name))
        .live_attr("aria-disabled", move || value.get() >= limits.most)
        .on_click(move || value.update(|value| *value = limits.most.min(*value + 1)));
    let number = el("span")
        .class("stepper__value")
        .attr("aria-live", "polite")
        .text(move || value.get().to_string());
    el("div")
        .class("stepper")
        .attr("role", "group")
        .attr("aria-label", name)
        .child(el("span").class("stepper__name").child(name))
        .child(less)
        .child(number)
        .child(more)
}
