//! Elements as values, and Leptos signals that keep them true.
//!
//! `view!` makes a type of every element and code for every type: the first
//! screens were a program of 277 KB by brotli so, and 231 KB with erased types.
//! Here an element is a value of one type, a closure in it becomes an effect,
//! and the same screens are 178 KB. What is written is close to markup:
//!
//! ```text
//! el("p").class("notice").child(words::SAVED).child(close_button)
//! el("output").text(move || count.get().to_string())
//! ```
//!
//! A [`View`] becomes nodes once; what changes later stands in a closure: an
//! attribute, a text, or a whole region between two empty text nodes.

use crate::browser::dom::{Event, Listener, Node};
use leptos::prelude::*;
use std::borrow::Cow;

/// A text that is compiled in or made.
type Words = Cow<'static, str>;

/// What is shown.
pub enum View {
    /// Nothing.
    Nothing,
    /// Words.
    Text(Words),
    /// Words that change.
    LiveText(Box<dyn Fn() -> Words>),
    /// An element.
    Element(Element),
    /// Several, one after the other.
    Many(Vec<View>),
    /// What is made anew when a signal changes that was read in making it.
    Live(Box<dyn Fn() -> View>),
}

/// An element that is not a node yet. It is a pointer, and its methods are
/// compiled once and called, so that a line of markup is a few bytes of code.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    drawing: bool,
    parts: Vec<Part>,
    children: Vec<View>,
}

/// What an element has besides children.
enum Part {
    Attribute(&'static str, Words),
    LiveAttribute(&'static str, Box<dyn Fn() -> Attribute>),
    Value(Box<dyn Fn() -> String>),
    Flag(&'static str, Box<dyn Fn() -> bool>),
    Style(&'static str, Box<dyn Fn() -> String>),
    On(&'static str, Box<dyn FnMut(Event)>),
    Made(Box<dyn FnOnce(Node)>),
}

/// The value of an attribute, or none.
pub struct Attribute(Option<Words>);

/// An element.
#[inline(never)]
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts { tag, drawing: false, parts: Vec::new(), children: Vec::new() }))
}

/// An element of a drawing.
pub fn drawn(tag: &'static str) -> Element {
    let mut element = el(tag);
    element.0.drawing = true;
    element
}

/// Several views of different kinds, one after the other.
#[macro_export]
macro_rules! views {
    ($($view:expr),* $(,)?) => {
        $crate::ui::view::View::Many(vec![$($crate::ui::view::View::from($view)),*])
    };
}

/// A region that is made anew when a signal changes that was read in making it.
pub fn live<V: Into<View>>(make: impl Fn() -> V + 'static) -> View {
    View::Live(Box::new(move || make().into()))
}

impl Element {
    /// Its class, for the style.
    pub fn class(self, class: impl Into<Words>) -> Self {
        self.attr("class", class)
    }

    /// An attribute.
    pub fn attr(self, name: &'static str, value: impl Into<Words>) -> Self {
        self.attribute(name, value.into())
    }

    /// An attribute that changes, or comes and goes.
    pub fn live_attr<A: Into<Attribute>>(
        self,
        name: &'static str,
        value: impl Fn() -> A + 'static,
    ) -> Self {
        self.part(Part::LiveAttribute(name, Box::new(move || value().into())))
    }

    /// What a field holds.
    pub fn value(self, value: impl Fn() -> String + 'static) -> Self {
        self.part(Part::Value(Box::new(value)))
    }

    /// A property that is on or off: `checked`, `disabled`, `selected`.
    pub fn flag(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.part(Part::Flag(name, Box::new(on)))
    }

    /// A property of its style, a custom one too.
    pub fn style(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        self.part(Part::Style(name, Box::new(value)))
    }

    /// What happens at an event.
    pub fn on(self, event: &'static str, call: impl FnMut(Event) + 'static) -> Self {
        self.part(Part::On(event, Box::new(call)))
    }

    /// What is told the node that it becomes, once, with its children in it.
    pub fn made(self, tell: impl FnOnce(Node) + 'static) -> Self {
        self.part(Part::Made(Box::new(tell)))
    }

    /// What happens when it is pressed.
    pub fn on_click(self, mut call: impl FnMut() + 'static) -> Self {
        self.on("click", move |_| call())
    }

    /// Something in it.
    pub fn child(self, child: impl Into<View>) -> Self {
        self.view(child.into())
    }

    /// Words in it that change.
    pub fn text<W: Into<Words>>(self, words: impl Fn() -> W + 'static) -> Self {
        self.child(View::LiveText(Box::new(move || words().into())))
    }

    /// The text of a drawing that never changes, for a file: its elements,
    /// attributes and words. What changes or listens is left out.
    pub fn markup(&self) -> String {
        let mut text = String::new();
        write(&self.0, &mut text);
        text
    }

    #[inline(never)]
    fn attribute(self, name: &'static str, value: Words) -> Self {
        self.part(Part::Attribute(name, value))
    }

    #[inline(never)]
    fn part(mut self, part: Part) -> Self {
        self.0.parts.push(part);
        self
    }

    #[inline(never)]
    fn view(mut self, view: View) -> Self {
        self.0.children.push(view);
        self
    }
}

fn write(element: &Parts, text: &mut String) {
    text.push('<');
    text.push_str(element.tag);
    for (at, part) in element.parts.iter().enumerate() {
        let Part::Attribute(name, value) = part else { continue };
        // Of two with one name the later holds, as on the page.
        let again = |part: &Part| matches!(part, Part::Attribute(other, _) if other == name);
        if !element.parts[at + 1..].iter().any(again) {
            text.push(' ');
            text.push_str(name);
            text.push_str("=\"");
            write_words(value, text);
            text.push('"');
        }
    }
    text.push('>');
    element.children.iter().for_each(|child| write_view(child, text));
    text.push_str("</");
    text.push_str(element.tag);
    text.push('>');
}

fn write_view(view: &View, text: &mut String) {
    match view {
        View::Text(words) => write_words(words, text),
        View::Element(element) => write(&element.0, text),
        View::Many(views) => views.iter().for_each(|view| write_view(view, text)),
        View::Nothing | View::LiveText(_) | View::Live(_) => {}
    }
}

/// Words with what XML gives a meaning to in its other form.
fn write_words(words: &str, text: &mut String) {
    for letter in words.chars() {
        match letter {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '"' => text.push_str("&quot;"),
            other => text.push(other),
        }
    }
}

impl From<&'static str> for View {
    fn from(words: &'static str) -> Self {
        View::Text(Cow::Borrowed(words))
    }
}

impl From<String> for View {
    fn from(words: String) -> Self {
        View::Text(Cow::Owned(words))
    }
}

impl From<Element> for View {
    fn from(element: Element) -> Self {
        View::Element(element)
    }
}

impl From<()> for View {
    fn from((): ()) -> Self {
        View::Nothing
    }
}

impl<V: Into<View>> From<Option<V>> for View {
    fn from(view: Option<V>) -> Self {
        view.map_or(View::Nothing, Into::into)
    }
}

impl<V: Into<View>> From<Vec<V>> for View {
    fn from(views: Vec<V>) -> Self {
        View::Many(views.into_iter().map(Into::into).collect())
    }
}

impl<V: Into<View>> FromIterator<V> for View {
    fn from_iter<I: IntoIterator<Item = V>>(views: I) -> Self {
        View::Many(views.into_iter().map(Into::into).collect())
    }
}

impl From<&'static str> for Attribute {
    fn from(value: &'static str) -> Self {
        Attribute(Some(Cow::Borrowed(value)))
    }
}

impl From<String> for Attribute {
    fn from(value: String) -> Self {
        Attribute(Some(Cow::Owned(value)))
    }
}

impl From<Option<&'static str>> for Attribute {
    fn from(value: Option<&'static str>) -> Self {
        Attribute(value.map(Cow::Borrowed))
    }
}

impl From<bool> for Attribute {
    /// `true` and `false` in words, as `aria-` attributes want them.
    fn from(value: bool) -> Self {
        Attribute(Some(Cow::Borrowed(if value { "true" } else { "false" })))
    }
}

/// What keeps nodes true; dropped, they stay as they are.
pub(super) enum Kept {
    Effect(#[allow(dead_code, reason = "held, so that it runs")] RenderEffect<()>),
    Region(#[allow(dead_code, reason = "held, so that it runs")] RenderEffect<Vec<Kept>>),
    Listener(#[allow(dead_code, reason = "held, so that it hears")] Listener),
}

/// Draws a view in a node of the page, for as long as the page lives. What
/// runs its effects must be there already.
pub fn mount(place: &Node, make: impl FnOnce() -> View) {
    let owner = Owner::new();
    let kept = owner.with(|| {
        let mut kept = Vec::new();
        put(make(), place, None, &mut kept);
        kept
    });
    std::mem::forget((owner, kept));
}

fn put(view: View, parent: &Node, before: Option<&Node>, kept: &mut Vec<Kept>) {
    match view {
        View::Nothing => {}
        View::Text(words) => parent.insert(&Node::text(&words), before),
        View::LiveText(words) => {
            let node = Node::text("");
            parent.insert(&node, before);
            kept.push(effect(move || node.set_text(&words())));
        }
        View::Element(element) => {
            let node = made(element, kept);
            parent.insert(&node, before);
        }
        View::Many(views) => {
            for view in views {
                put(view, parent, before, kept);
            }
        }
        View::Live(make) => {
            let (start, end) = (Node::text(""), Node::text(""));
            parent.insert(&start, before);
            parent.insert(&end, before);
            kept.push(Kept::Region(RenderEffect::new(move |old| {
                // What kept the old nodes true goes first.
                drop(old);
                region(make(), &start, &end)
            })));
        }
    }
}

fn region(view: View, start: &Node, end: &Node) -> Vec<Kept> {
    let mut kept = Vec::new();
    let had_focus = start.has_focus_until(end);
    start.clear_until(end);
    if let Some(parent) = end.parent() {
        put(view, &parent, Some(end), &mut kept);
    }
    if had_focus {
        start.focus_until(end);
    }
    kept
}

/// The node of an element, and what keeps it true.
pub(super) fn made(element: Element, kept: &mut Vec<Kept>) -> Node {
    let Parts { tag, drawing, parts, children } = *element.0;
    let node = if drawing { Node::drawing(tag) } else { Node::element(tag) };
    // Children first: a list takes its value from the options it has.
    for child in children {
        put(child, &node, None, kept);
    }
    for part in parts {
        let node = node.clone();
        match part {
            Part::Attribute(name, value) => node.set_attribute(name, Some(&value)),
            Part::LiveAttribute(name, value) => {
                kept.push(effect(move || node.set_attribute(name, value().0.as_deref())));
            }
            Part::Value(value) => kept.push(effect(move || node.set_value(&value()))),
            Part::Flag(name, on) => kept.push(effect(move || node.set_flag(name, on()))),
            Part::Style(name, value) => {
                kept.push(effect(move || node.set_style(name, &value())));
            }
            Part::On(name, call) => kept.push(Kept::Listener(node.listen(name, call))),
            Part::Made(tell) => tell(node),
        }
    }
    node
}

fn effect(run: impl Fn() + 'static) -> Kept {
    boxed(Box::new(run))
}

/// Of one type, so that there is one effect in the program and not one for
/// each closure.
fn boxed(run: Box<dyn Fn()>) -> Kept {
    Kept::Effect(RenderEffect::new(move |_| run()))
}
