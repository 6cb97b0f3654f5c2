//! What is looked for in the journal: words, filters, and how what is found is
//! laid out.

use super::button::quiet_button;
use super::field::{labelled, never_kept};
use super::radios::{Legend, RadioOption, radios};
use super::when::day_field;
use crate::core::content::tables::{PAGES, THEMES};
use crate::core::content::words::entry as entry_words;
use crate::core::content::words::find as words;
use crate::core::feeling::Family;
use crate::core::find::filter::{EntryKind, Filter};
use crate::state::find::{FindState, Layout};
use crate::state::here;
use crate::state::signals::Memo;
use crate::ui::view::{Element, View, el, live};
use std::rc::Rc;

/// Which option a filter has, and has it take another.
type Picked = Rc<dyn Fn(&Filter) -> Option<usize>>;
type Pick = Box<dyn Fn(&mut Filter, Option<usize>)>;

/// Where it is said what of a search was not understood.
pub const MISREAD: &str = "find-misread";

const LAYOUTS: [(Layout, &str); 3] = [
    (Layout::List, words::LAYOUT_LIST),
    (Layout::Month, words::LAYOUT_MONTH),
    (Layout::Year, words::LAYOUT_YEAR),
];

const KINDS: [(EntryKind, &str); 4] = [
    (EntryKind::Writing, entry_words::KIND_WRITING),
    (EntryKind::CheckIn, entry_words::KIND_CHECK_IN),
    (EntryKind::Exercise, words::KIND_EXERCISE),
    (EntryKind::Sit, entry_words::KIND_SIT),
];

/// The field for words, filters, and the choice of a layout.
pub fn find_tools() -> Element {
    let find = here().find();
    el("div")
        .class("find")
        .attr("role", "search")
        .child(search_field(find))
        .child(help())
        .child(filters(find))
        .child(layouts(find))
}

fn search_field(find: FindState) -> Element {
    let field = never_kept(el("input"))
        .class("field__line")
        .attr("type", "text")
        .attr("enterkeyhint", "search")
        .attr("autocapitalize", "off")
        .attr("aria-describedby", MISREAD)
        .value(move || find.wanted(|wanted| wanted.typed.clone()))
        .on("input", move |event| find.look_for(event.value()));
    let is_typed = Memo::new(move || find.wanted(|wanted| !wanted.typed.is_empty()));
    let clear = live(move || {
        is_typed
            .get()
            .then(|| quiet_button(words::CLEAR).on_click(move || find.look_for(String::new())))
    });
    el("div")
        .class("find__words")
        .child(labelled(words::SEARCH.to_owned(), "search".to_owned(), field))
        .child(clear)
}

fn help() -> Element {
    let said = [
        words::HELP_WORDS,
        words::HELP_PHRASE,
        words::HELP_NOT,
        words::HELP_LABELS,
        words::HELP_DAYS,
    ];
    let said: View = said.into_iter().map(|line| el("li").child(line)).collect();
    el("details").child(el("summary").child(words::HELP)).child(el("ul").class("list").child(said))
}

fn layouts(find: FindState) -> Element {
    let options = (0..).zip(LAYOUTS).map(|(at, (_, label)): (usize, _)| RadioOption {
        id: at.to_string(),
        label: label.to_owned(),
    });
    let chosen = move || {
        let now = find.wanted(|wanted| wanted.layout);
        LAYOUTS.iter().position(|(layout, _)| *layout == now).map(|at| at.to_string())
    };
    let choose = move |id: String| {
        let layout = id.parse().ok().and_then(|at: usize| LAYOUTS.get(at));
        if let Some((layout, _)) = layout {
            find.show(|wanted| wanted.layout = *layout);
        }
    };
    radios(Legend::Shown(words::LAYOUT.to_owned()), "layout", options.collect(), chosen, choose)
}

fn filters(find: FindState) -> Element {
    let count = Memo::new(move || find.wanted(|wanted| wanted.filter.count()));
    let name = move || match count.get() {
        0 => words::FILTERS.to_owned(),
        count => words::filters_count(&count.to_string()),
    };
    let clear = live(move || {
        (count.get() > 0).then(|| {
            quiet_button(words::FILTERS_CLEAR)
                .on_click(move || find.change(|wanted| wanted.filter = Filter::default()))
        })
    });
    let fields = el("div")
        .class("find__fields")
        .child(kind(find))
        .child(theme(find))
        .child(family(find))
        .child(tag(find))
        .child(from(find))
        .child(until(find));
    el("details").child(el("summary").text(name)).child(fields).child(clear)
}

fn kind(find: FindState) -> Element {
    let options = KINDS.iter().map(|(_, label)| (*label).to_owned()).collect();
    let at = |filter: &Filter| KINDS.iter().position(|(kind, _)| Some(*kind) == filter.kind);
    pick(words::KIND, "find-kind", options, find, at, |filter, at| {
        filter.kind = at.map(|at| KINDS[at].0);
    })
}

/// Slugs and names of the themes, and of the pages beside them.
fn themes() -> impl Iterator<Item = (&'static str, &'static str)> {
    let themes = THEMES.iter().map(|theme| (theme.slug, theme.title));
    themes.chain(PAGES.iter().map(|page| (page.slug, page.title)))
}

fn theme(find: FindState) -> Element {
    let options = themes().map(|(_, title)| title.to_owned()).collect();
    let at = |filter: &Filter| themes().position(|(slug, _)| filter.theme.as_deref() == Some(slug));
    pick(words::THEME, "find-theme", options, find, at, |filter, at| {
        filter.theme = at.and_then(|at| themes().nth(at)).map(|(slug, _)| slug.to_owned());
    })
}

fn family(find: FindState) -> Element {
    let options = Family::ALL.iter().map(|family| family.name().to_owned()).collect();
    let at = |filter: &Filter| Family::ALL.iter().position(|of| Some(*of) == filter.family);
    pick(words::FAMILY, "find-family", options, find, at, |filter, at| {
        filter.family = at.map(|at| Family::ALL[at]);
    })
}

fn from(find: FindState) -> Element {
    let day = move || find.wanted(|wanted| wanted.filter.days.from);
    let set = move |day| find.change(|wanted| wanted.filter.days.from = day);
    day_field(words::FROM, "find-from", day, set)
}

fn until(find: FindState) -> Element {
    let day = move || find.wanted(|wanted| wanted.filter.days.last());
    let set = move |day| find.change(|wanted| wanted.filter.days.end_with(day));
    day_field(words::UNTIL, "find-until", day, set)
}

/// The tags of all entries; none where nobody gave one.
fn tag(find: FindState) -> View {
    let tags = Memo::new(move || find.tags());
    live(move || {
        let tags = Rc::new(tags.get());
        (!tags.is_empty()).then(|| {
            let (options, known) = (tags.to_vec(), tags.clone());
            let at = move |filter: &Filter| {
                known.iter().position(|tag| Some(tag) == filter.tag.as_ref())
            };
            pick(words::TAG, "find-tag", options, find, at, move |filter, at| {
                filter.tag = at.and_then(|at| tags.get(at)).cloned();
            })
        })
    })
}

/// A list to pick one from, or all.
fn pick(
    label: &'static str,
    id: &'static str,
    options: Vec<String>,
    find: FindState,
    at: impl Fn(&Filter) -> Option<usize> + 'static,
    set: impl Fn(&mut Filter, Option<usize>) + 'static,
) -> Element {
    made(label, id, options, find, Rc::new(at), Box::new(set))
}

/// Compiled once, whatever is picked from.
fn made(
    label: &'static str,
    id: &'static str,
    options: Vec<String>,
    find: FindState,
    at: Picked,
    set: Pick,
) -> Element {
    let option = |value: Option<usize>, name: String| {
        let at = at.clone();
        el("option")
            .attr("value", value.map_or_else(String::new, |at| at.to_string()))
            .child(name)
            .flag("selected", move || find.wanted(|wanted| at(&wanted.filter)) == value)
    };
    let all = option(None, words::ANY.to_owned());
    let options = options.into_iter().enumerate().map(|(at, name)| option(Some(at), name));
    let select = el("select")
        .class("field__line")
        .attr("autocomplete", "off")
        .child(all)
        .child(options.collect::<View>())
        .on("change", move |event| {
            let at = event.value().parse().ok();
            find.change(|wanted| set(&mut wanted.filter, at));
        });
    labelled(label.to_owned(), id.to_owned(), select)
}
