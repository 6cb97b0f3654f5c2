//! Nodes of the page: made, filled, put in their place and taken away. Every
//! text becomes a text node or an attribute, never markup.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// A node of the page.
#[derive(Debug, Clone)]
pub struct Node(web_sys::Node);

/// Something that happened to a node.
#[derive(Debug)]
pub struct Event(web_sys::Event);

/// A listener; dropped, it hears nothing more.
#[must_use = "dropped, it hears nothing more"]
pub struct Listener(
    #[allow(dead_code, reason = "held, so that it is heard")] Closure<dyn FnMut(web_sys::Event)>,
);

/// What takes the focus by itself.
const FOCUSABLE: &str = "button, a[href], input, select, textarea, summary";

/// What is too far around something to be beside it.
const SCREEN: &str = "article, main, body, #app";

/// The namespace of drawings.
const SVG: &str = "http://www.w3.org/2000/svg";

impl Node {
    /// The element that the program is drawn in, which `index.html` has.
    pub fn mount_point() -> Option<Node> {
        Some(Node(super::document().get_element_by_id("app")?.into()))
    }

    /// A new element.
    pub fn element(tag: &str) -> Node {
        Node(super::sure(super::document().create_element(tag), "our own tags are valid").into())
    }

    /// A new element of a drawing.
    pub fn drawing(tag: &str) -> Node {
        let made = super::document().create_element_ns(Some(SVG), tag);
        Node(super::sure(made, "our own tags are valid").into())
    }

    /// A new text.
    pub fn text(words: &str) -> Node {
        Node(super::document().create_text_node(words).into())
    }

    /// Says something else in a text.
    pub fn set_text(&self, words: &str) {
        // The same words again would be read aloud again.
        if self.0.text_content().as_deref() != Some(words) {
            self.0.set_text_content(Some(words));
        }
    }

    /// Sets an attribute, or takes it away.
    pub fn set_attribute(&self, name: &str, value: Option<&str>) {
        let Some(element) = self.0.dyn_ref::<web_sys::Element>() else { return };
        // Our own names are valid.
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }

    /// Sets what a field holds, which is a property and no attribute.
    pub fn set_value(&self, value: &str) {
        self.set("value", &value.into());
    }

    /// Sets a property that is on or off.
    pub fn set_flag(&self, name: &str, on: bool) {
        self.set(name, &on.into());
    }

    fn set(&self, name: &str, value: &JsValue) {
        // A write that changes nothing would move the caret of a field.
        let name = JsValue::from_str(name);
        if js_sys::Reflect::get(&self.0, &name).is_ok_and(|now| now == *value) {
            return;
        }
        let _ = js_sys::Reflect::set(&self.0, &name, value);
    }

    /// Sets a property of its style.
    pub fn set_style(&self, name: &str, value: &str) {
        if let Some(element) = self.0.dyn_ref::<web_sys::HtmlElement>() {
            let _ = element.style().set_property(name, value);
        }
    }

    /// Hears an event, until the listener is dropped.
    pub fn listen(&self, name: &str, mut call: impl FnMut(Event) + 'static) -> Listener {
        let closure = Closure::<dyn FnMut(_)>::new(move |event| call(Event(event)));
        let function = closure.as_ref().unchecked_ref();
        let _ = self.0.add_event_listener_with_callback(name, function);
        Listener(closure)
    }

    /// Puts a node into this one, before another or at the end.
    pub fn insert(&self, child: &Node, before: Option<&Node>) {
        let _ = self.0.insert_before(&child.0, before.map(|before| &before.0));
    }

    /// Takes it out of the page.
    pub fn remove(&self) {
        if let Some(parent) = self.0.parent_node() {
            let _ = parent.remove_child(&self.0);
        }
    }

    /// Where its top lies below the top of the window, and how high it is, in
    /// CSS pixels; both 0 while it is not in the page.
    pub fn extent(&self) -> (f64, f64) {
        self.0.dyn_ref::<web_sys::Element>().map_or((0.0, 0.0), |element| {
            let area = element.get_bounding_client_rect();
            (area.top(), area.height())
        })
    }

    /// Whether the focus is in it.
    pub fn has_focus(&self) -> bool {
        super::document().active_element().is_some_and(|focused| self.0.contains(Some(&focused)))
    }

    /// Puts the focus on the first thing in it that takes it, and scrolls to it.
    pub fn focus(&self) {
        let element = self.0.dyn_ref::<web_sys::Element>();
        let found = element.and_then(|element| element.query_selector(FOCUSABLE).ok().flatten());
        if let Some(element) = found.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.focus();
        }
    }

    /// The node that it stands in.
    pub fn parent(&self) -> Option<Node> {
        self.0.parent_node().map(Node)
    }

    /// Whether the focus is between this node and a later one beside it.
    pub fn has_focus_until(&self, end: &Node) -> bool {
        let Some(focused) = super::document().active_element() else { return false };
        self.siblings_until(end).any(|node| node.contains(Some(&focused)))
    }

    /// Puts the focus on the first thing that takes it between this node and a
    /// later one beside it, or around them: what had it is gone, and a person at
    /// the keyboard must not start at the top. Where there is none, or a whole
    /// screen stands there, the focus goes to the heading.
    pub fn focus_until(&self, end: &Node) {
        let is_screen = |node: web_sys::Node| {
            let element = node.dyn_into::<web_sys::Element>();
            element.is_ok_and(|element| element.matches(SCREEN).unwrap_or(false))
        };
        if self.siblings_until(end).any(is_screen) {
            return super::page::focus_heading();
        }
        let within = |node: web_sys::Node| {
            let element = node.dyn_into::<web_sys::Element>().ok()?;
            if element.matches(FOCUSABLE).unwrap_or(false) {
                return Some(element);
            }
            element.query_selector(FOCUSABLE).ok().flatten()
        };
        let around = self.0.parent_element().filter(|it| !it.matches(SCREEN).unwrap_or(true));
        let first = self
            .siblings_until(end)
            .find_map(within)
            .or_else(|| around.and_then(|around| within(around.into())));
        match first.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            Some(element) => {
                let _ = element.focus();
            }
            None => super::page::focus_heading(),
        }
    }

    fn siblings_until(&self, end: &Node) -> impl Iterator<Item = web_sys::Node> {
        let end = end.0.clone();
        let next = |node: &web_sys::Node| node.next_sibling();
        std::iter::successors(next(&self.0), next).take_while(move |node| *node != end)
    }

    /// Takes away everything between this node and a later one beside it.
    pub fn clear_until(&self, end: &Node) {
        let Some(parent) = self.0.parent_node() else { return };
        while let Some(next) = self.0.next_sibling() {
            if next == end.0 || parent.remove_child(&next).is_err() {
                break;
            }
        }
    }
}

impl Event {
    /// Keeps the browser from doing what it does by itself.
    pub fn prevent(&self) {
        self.0.prevent_default();
    }

    /// What the field holds that it happened to.
    pub fn value(&self) -> String {
        self.field("value").as_string().unwrap_or_default()
    }

    /// The file that was chosen in the field that it happened to.
    pub fn file(&self) -> Option<super::files::Chosen> {
        let field = self.0.target()?.dyn_into::<web_sys::HtmlInputElement>().ok()?;
        field.files()?.get(0).map(super::files::Chosen::new)
    }

    /// Empties the field of a file that it happened to, so that the same file
    /// can be chosen again.
    pub fn empty(&self) {
        let target = self.0.target().map(JsValue::from).unwrap_or_default();
        let _ = js_sys::Reflect::set(&target, &"value".into(), &"".into());
    }

    /// Whether the box is ticked that it happened to.
    pub fn is_checked(&self) -> bool {
        self.field("checked").is_truthy()
    }

    /// The key that was pressed, as the browser names it.
    pub fn key(&self) -> String {
        let press = self.0.dyn_ref::<web_sys::KeyboardEvent>();
        press.map_or_else(String::new, web_sys::KeyboardEvent::key)
    }

    /// Whether a key was pressed with none held beside it.
    pub fn is_plain_key(&self) -> bool {
        self.0.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|press| {
            !(press.ctrl_key() || press.alt_key() || press.meta_key() || press.shift_key())
        })
    }

    /// Where a pointer is in the element that listens: from 0 to 1 across, and
    /// from 0 to 1 down.
    pub fn place(&self) -> Option<(f64, f64)> {
        let pointer = self.0.dyn_ref::<web_sys::MouseEvent>()?;
        let element = self.0.current_target()?.dyn_into::<web_sys::Element>().ok()?;
        let area = element.get_bounding_client_rect();
        if area.width() <= 0.0 || area.height() <= 0.0 {
            return None;
        }
        let across = (f64::from(pointer.client_x()) - area.left()) / area.width();
        let down = (f64::from(pointer.client_y()) - area.top()) / area.height();
        Some((across.clamp(0.0, 1.0), down.clamp(0.0, 1.0)))
    }

    fn field(&self, name: &str) -> JsValue {
        let target = self.0.target().map(JsValue::from).unwrap_or_default();
        js_sys::Reflect::get(&target, &name.into()).unwrap_or_default()
    }
}
