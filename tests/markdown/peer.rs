//! The same line of a text as `pulldown-cmark` reads it.

use crate::shown::styled;
use freshet::core::markdown::Style;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A block that is open, and what it holds.
struct Open {
    name: String,
    inside: Vec<String>,
    tick: &'static str,
}

#[derive(Default)]
struct Peer {
    open: Vec<Open>,
    /// Words that stand together, each with its style.
    words: Vec<(String, Style)>,
    line: String,
    depth: [u32; 2],
}

/// The tree of a text in one line, as [`crate::shown::blocks`] writes it.
pub(crate) fn blocks(text: &str) -> String {
    let mut peer = Peer::default();
    peer.begin(String::new());
    for event in Parser::new_ext(text, Options::ENABLE_TASKLISTS) {
        peer.take(event);
    }
    peer.end_line();
    peer.open.pop().unwrap().inside.join(" ")
}

impl Peer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::SoftBreak | Event::HardBreak => self.text("\n"),
            Event::Rule => {
                self.end_line();
                self.put("hr".to_owned());
            }
            Event::TaskListMarker(done) => {
                self.open.last_mut().unwrap().tick = if done { "[x]" } else { "[ ]" };
            }
            // What is not in the part that both read.
            _ => self.text("?"),
        }
    }

    fn text(&mut self, text: &str) {
        let style = Style { emphasis: self.depth[0] > 0, strong: self.depth[1] > 0 };
        match self.words.last_mut().filter(|(_, last)| *last == style) {
            Some((last, _)) => last.push_str(text),
            None => self.words.push((text.to_owned(), style)),
        }
    }

    fn end_words(&mut self) {
        for (text, style) in self.words.drain(..) {
            self.line.push_str(&styled(&text, style));
        }
    }

    /// Ends a paragraph, also one that has no tag of its own in a tight list.
    fn end_line(&mut self) {
        self.end_words();
        let line = std::mem::take(&mut self.line);
        if !line.is_empty() {
            self.put(format!("p({line})"));
        }
    }

    fn put(&mut self, block: String) {
        self.open.last_mut().unwrap().inside.push(block);
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let name = match tag {
            Tag::Emphasis => return self.depth[0] += 1,
            Tag::Strong => return self.depth[1] += 1,
            Tag::Link { dest_url, .. } => {
                self.end_words();
                return self.line.push_str(&format!("{{{dest_url}|"));
            }
            Tag::Paragraph => return,
            Tag::Heading { level, .. } => format!("h{}", *level as u8),
            Tag::BlockQuote(_) => "q".to_owned(),
            Tag::List(None) => "ul".to_owned(),
            Tag::List(Some(start)) => format!("ol{start}"),
            Tag::Item => "li".to_owned(),
            _ => "?".to_owned(),
        };
        self.end_line();
        self.begin(name);
    }

    fn begin(&mut self, name: String) {
        self.open.push(Open { name, inside: Vec::new(), tick: "" });
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => return self.depth[0] -= 1,
            TagEnd::Strong => return self.depth[1] -= 1,
            TagEnd::Link => {
                self.end_words();
                return self.line.push('}');
            }
            TagEnd::Paragraph => return self.end_line(),
            TagEnd::Heading(_) => {
                self.end_words();
                let line = std::mem::take(&mut self.line);
                let Open { name, .. } = self.open.pop().unwrap();
                return self.put(format!("{name}({line})"));
            }
            _ => self.end_line(),
        }
        let Open { name, inside, tick } = self.open.pop().unwrap();
        let between = if name == "ul" || name.starts_with("ol") { "" } else { " " };
        self.put(format!("{name}({tick}{})", inside.join(between)));
    }
}
