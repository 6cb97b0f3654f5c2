//! What is attached to the words, in place: feelings, marks, ratings, tags, the
//! theme and the day. Each says what it holds, and opens to be changed.

use super::Editing;
use crate::browser::{clock, dates};
use crate::core::content::exercises::StepKind;
use crate::core::content::tables::{EXERCISES, THEMES};
use crate::core::content::themes::Theme;
use crate::core::content::words::entry as entry_words;
use crate::core::content::words::shell::LANGUAGE;
use crate::core::content::words::write as words;
use crate::core::draft::Writing;
use crate::core::rating::Ratings;
use crate::core::route::Route;
use crate::core::tags::Tags;
use crate::state::signals::{Memo, RwSignal};
use crate::ui::parts::answers;
use crate::ui::parts::body::body;
use crate::ui::parts::button::{link, plain, quiet_button};
use crate::ui::parts::check_in::check_in_fields;
use crate::ui::parts::fold::fold;
use crate::ui::parts::radios::{Legend, RadioOption, radios};
use crate::ui::parts::rating::ratings;
use crate::ui::view::{Element, View, el, live};
use crate::views;

/// All that can be attached.
pub(super) fn beside(editing: Editing) -> Element {
    let all = views![
        feelings(editing),
        marks(editing),
        rated(editing),
        tags(editing),
        theme(editing),
        day(editing),
    ];
    el("section").class("editor__beside").attr("aria-label", words::BESIDE).child(all)
}

/// Something that opens under its name, which says what it holds now.
pub(super) fn opened(
    name: &'static str,
    holds: impl Fn() -> String + 'static,
    begins_open: bool,
    make: impl Fn() -> View + 'static,
) -> Element {
    // The blank stands with the name: by itself it is not heard.
    let summary = el("summary")
        .child(el("h2").class("attached__name").child(format!("{name} ")))
        .child(el("span").class("attached__holds").attr("dir", "auto").text(holds));
    fold(summary, begins_open, make).class("attached")
}

/// A part of the writing; told when it becomes another, and not with each key.
fn part<T: PartialEq + 'static>(
    editing: Editing,
    read: impl Fn(&Writing) -> T + Send + Sync + 'static,
) -> Memo<T> {
    let writing = editing.writing;
    Memo::new(move || writing.with(&read))
}

fn feelings(editing: Editing) -> Element {
    let now = part(editing, |writing| writing.check_in.clone().unwrap_or_default());
    let holds = move || now.with(answers::feelings_in_words);
    let first = editing.writing.with_untracked(|writing| {
        writing.check_in.is_some() && writing.text.is_empty() && writing.notes.is_empty()
    });
    let change = move |check_in| editing.change(|writing| writing.check_in = Some(check_in));
    opened(words::FEELINGS, holds, first, move || {
        check_in_fields(move || now.get(), editing.typed_word, change).into()
    })
}

fn marks(editing: Editing) -> Element {
    let map = part(editing, |writing| writing.body.clone());
    let set = move |map| editing.change(|writing| writing.body = map);
    let holds = move || map.with(answers::body).replace('\n', "; ");
    opened(entry_words::BODY, holds, false, move || body(map, textures(), set).into())
}

/// The words for how a place can feel: those of the exercise that asks for them.
fn textures() -> &'static [&'static str] {
    let mut steps = EXERCISES.iter().flat_map(|exercise| exercise.steps);
    let found = steps.find_map(|step| match step.kind {
        StepKind::Body { textures } => Some(textures),
        _ => None,
    });
    found.unwrap_or_default()
}

fn rated(editing: Editing) -> Element {
    let now = part(editing, |writing| writing.ratings);
    let rate = move |next| editing.change(|writing| writing.ratings = next);
    let holds = move || match now.get() {
        unrated if unrated == Ratings::default() => String::new(),
        rated => answers::ratings_in_words(rated),
    };
    let heavy = Memo::new(move || now.get().is_heavy());
    opened(entry_words::RATED, holds, false, move || {
        let helps = live(move || heavy.get().then(heavy_help));
        views![ratings(now, rate), el("div").attr("role", "status").child(helps)]
    })
}

/// Distress is 8 or more: Steady ground and Support are named, and the words
/// stay where they are.
fn heavy_help() -> Element {
    el("p")
        .class("editor__heavy")
        .child(words::HEAVY)
        .child(" ")
        .child(link(&Route::Steady, words::HEAVY_STEADY))
        .child(" ")
        .child(link(&Route::Support, words::HEAVY_SUPPORT))
}

fn tags(editing: Editing) -> Element {
    let now = part(editing, |writing| writing.tags.clone());
    let holds = move || now.with(|tags| tags.iter().collect::<Vec<_>>().join(", "));
    opened(entry_words::TAGS, holds, false, move || tag_fields(editing, now))
}

fn tag_fields(editing: Editing, now: Memo<Tags>) -> View {
    let typed = editing.typed_tags;
    let said = RwSignal::new("");
    let add = move || said.set(editing.add_tags().err().unwrap_or_default());
    let remove = move |tag: String| editing.change(|writing| writing.tags.remove(&tag));
    let given = live(move || {
        let chip = |tag: &str| {
            let (name, tag) = (words::tag_remove(tag), tag.to_owned());
            let chip = plain("chip chip--chosen", tag.clone()).attr("aria-label", name);
            el("li").child(chip.on_click(move || remove(tag.clone())))
        };
        let chips: Vec<Element> = now.with(|tags| tags.iter().map(chip).collect());
        let list = el("ul").class("chips").attr("aria-label", entry_words::TAGS);
        (!chips.is_empty()).then(|| list.child(chips))
    });
    let field = el("input")
        .attr("id", "tags")
        .class("field__line")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("dir", "auto")
        .value(move || typed.get())
        .on("input", move |event| typed.set(event.value()));
    let form = el("form")
        .class("picker__own")
        .on("submit", move |event| {
            event.prevent();
            add();
        })
        .child(el("label").class("field__label").attr("for", "tags").child(words::TAG_LABEL))
        .child(field)
        .child(quiet_button(words::TAG_ADD).attr("type", "submit"));
    views![
        given,
        form,
        el("p").attr("role", "status").text(move || said.get()),
        used_before(editing, now),
    ]
}

/// Tags that other entries have, those of the most entries first.
fn used_before(editing: Editing, now: Memo<Tags>) -> View {
    let today = clock::now().day();
    let used = editing.journal.with_now(|journal| journal.tags(today));
    let used: Vec<String> = used.into_iter().take(USED_SHOWN).collect();
    if used.is_empty() {
        return View::Nothing;
    }
    let chip = |tag: String| {
        let (mine, shown) = (tag.clone(), tag.clone());
        let toggle = move || {
            editing.change(|writing| {
                if writing.tags.has(&tag) {
                    writing.tags.remove(&tag);
                } else {
                    // One that does not fit any more is not taken.
                    let _ = writing.tags.add(&tag);
                }
            });
        };
        let chip = plain("chip", el("span").class("chip__word").child(shown))
            .live_attr("aria-pressed", move || now.with(|tags| tags.has(&mine)));
        el("li").child(chip.on_click(toggle))
    };
    let chips: Vec<Element> = used.into_iter().map(chip).collect();
    el("div")
        .class("picker__group")
        .child(el("h3").class("picker__family").child(words::TAGS_USED))
        .child(el("ul").class("chips").child(chips))
        .into()
}

/// The most tags that are offered.
const USED_SHOWN: usize = 12;

fn theme(editing: Editing) -> Element {
    // That of the question, until another is chosen.
    let now = part(editing, |writing| writing.theme().map(str::to_owned));
    let title = |slug: &str| Theme::find(slug).map(|theme| theme.title);
    let holds = move || now.get().as_deref().and_then(title).unwrap_or_default().to_owned();
    opened(entry_words::THEME, holds, false, move || {
        let option =
            |id: &str, label: &str| RadioOption { id: id.to_owned(), label: label.to_owned() };
        let mut options = vec![option("", words::THEME_NONE)];
        options.extend(THEMES.iter().map(|theme| option(theme.slug, theme.title)));
        radios(
            Legend::HeardOnly(entry_words::THEME.to_owned()),
            "theme",
            options,
            move || Some(now.get().filter(|slug| title(slug).is_some()).unwrap_or_default()),
            move |id| {
                editing.change(|writing| writing.theme = (!id.is_empty()).then_some(id));
            },
        )
        .into()
    })
}

/// The day that it is for.
fn day(editing: Editing) -> Element {
    // Words that change do not touch a day that is half typed.
    let day = part(editing, |writing| writing.day);
    let broken = RwSignal::new(false);
    let set = move |text: String| match text.parse() {
        Ok(day) => {
            broken.set(false);
            editing.change(|writing| writing.day = day);
        }
        Err(_) => broken.set(true),
    };
    let label = el("label").class("field__label").attr("for", "day").child(words::DAY);
    let input = el("input")
        .attr("id", "day")
        .class("field__line field__day")
        .attr("type", "date")
        .attr("autocomplete", "off")
        .value(move || day.get().to_string())
        .on("change", move |event| set(event.value()));
    let said = move || {
        if broken.get() { words::DAY_BROKEN.to_owned() } else { dates::long(day.get(), LANGUAGE) }
    };
    let status = el("p").class("day__said").attr("role", "status").text(said);
    el("div").class("day").child(label).child(input).child(status)
}
