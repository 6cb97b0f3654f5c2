//! Blocks, line by line: which of the open quotes and items go on, which new
//! ones begin, and what is left of the line then.

use super::inline::inlines;
use super::{Block, DEEPEST, Item, List, Tick};

/// What is indented by so much is no sign of anything.
const INDENTED: usize = 4;

/// Reads blocks.
pub(super) fn parse(text: &str) -> Vec<Block> {
    let mut reader = Reader { frames: vec![Frame::new(Kind::Page)] };
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        reader.line(line.strip_suffix('\r').unwrap_or(line), start);
        start = end + 1;
    }
    reader.close_to(1);
    reader.frames.pop().map(Frame::end).unwrap_or_default()
}

/// What is left of a line: `rest` begins with no white space, and `indent`
/// columns of it stand before. Tabs reach to the next multiple of four.
struct Line<'a> {
    rest: &'a str,
    indent: usize,
    column: usize,
}

impl<'a> Line<'a> {
    fn new(text: &'a str) -> Self {
        let mut line = Line { rest: text, indent: 0, column: 0 };
        line.take_white_space();
        line
    }

    fn take_white_space(&mut self) {
        loop {
            let (rest, wide) = match self.rest.as_bytes().first() {
                Some(b' ') => (self.rest.strip_prefix(' '), 1),
                Some(b'\t') => (self.rest.strip_prefix('\t'), 4 - self.column % 4),
                _ => return,
            };
            self.rest = rest.unwrap_or_default();
            self.indent += wide;
            self.column += wide;
        }
    }

    /// Goes on after a sign of so many letters of one byte, which has been
    /// looked at.
    fn take_sign(&mut self, long: usize) {
        self.rest = self.rest.get(long..).unwrap_or_default();
        self.column += long;
        self.indent = 0;
        self.take_white_space();
    }

    fn is_blank(&self) -> bool {
        self.rest.is_empty()
    }

    /// Takes the sign of a quote, and a blank behind it.
    fn take_quote(&mut self) -> bool {
        let quotes = self.indent < INDENTED && self.rest.starts_with('>');
        if quotes {
            self.take_sign(1);
            self.indent = self.indent.saturating_sub(1);
        }
        quotes
    }

    /// The sign of an item: its kind, the number it says, its length in letters.
    fn marker(&self) -> Option<Marker> {
        let bytes = self.rest.as_bytes();
        let first = *bytes.first()?;
        let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (sign, number, long) = match (first, digits) {
            (b'-' | b'+' | b'*', _) => (first, None, 1),
            (_, 1..=9) => {
                let sign = *bytes.get(digits).filter(|sign| matches!(sign, b'.' | b')'))?;
                (sign, Some(self.rest.get(..digits)?.parse().ok()?), digits + 1)
            }
            _ => return None,
        };
        let ends = bytes.get(long).is_none_or(|next| matches!(next, b' ' | b'\t'));
        ends.then_some(Marker { sign, number, long })
    }

    /// Whether it is a line across.
    fn is_rule(&self) -> bool {
        let Some(sign) = self.rest.bytes().next().filter(|sign| b"-*_".contains(sign)) else {
            return false;
        };
        let mut count = 0;
        let alike = self.rest.bytes().all(|byte| {
            count += usize::from(byte == sign);
            byte == sign || byte == b' ' || byte == b'\t'
        });
        self.indent < INDENTED && alike && count >= 3
    }

    /// The level of a heading and what stands in it.
    fn heading(&self) -> Option<(u8, &'a str)> {
        let after = self.rest.trim_start_matches('#');
        let level = self.rest.len() - after.len();
        let ends = after.is_empty() || after.starts_with([' ', '\t']);
        if self.indent >= INDENTED || !(1..=6).contains(&level) || !ends {
            return None;
        }
        let text = after.trim_matches([' ', '\t']);
        // Signs at its end are no part of it, if a blank stands before them.
        let closed = text.trim_end_matches('#');
        let text = if closed.is_empty() || closed.ends_with([' ', '\t']) { closed } else { text };
        Some((level as u8, text.trim_end_matches([' ', '\t'])))
    }
}

struct Marker {
    sign: u8,
    number: Option<u32>,
    long: usize,
}

/// What holds blocks.
enum Kind {
    Page,
    Quote,
    /// An item, and how far its lines are indented.
    Item(usize),
}

/// An open quote or item, or the page.
struct Frame {
    kind: Kind,
    blocks: Vec<Block>,
    /// The sign of the list that stands last in it and can go on.
    list: Option<u8>,
    /// The lines of the paragraph that stands last in it and can go on.
    paragraph: String,
    tick: Option<Tick>,
}

impl Frame {
    fn new(kind: Kind) -> Self {
        Self { kind, blocks: Vec::new(), list: None, paragraph: String::new(), tick: None }
    }

    fn push(&mut self, block: Block) {
        self.end_paragraph();
        self.list = None;
        self.blocks.push(block);
    }

    fn end_paragraph(&mut self) {
        if !self.paragraph.is_empty() {
            self.list = None;
            self.blocks.push(Block::Paragraph(inlines(&self.paragraph)));
            self.paragraph.clear();
        }
    }

    fn end(mut self) -> Vec<Block> {
        self.end_paragraph();
        self.blocks
    }

    fn is_empty(&self) -> bool {
        self.blocks.is_empty() && self.paragraph.is_empty()
    }

    /// Adds a line of text, which stands at this offset.
    fn text(&mut self, text: &str, at: usize) {
        let text = text.trim_end_matches([' ', '\t']);
        if !self.paragraph.is_empty() {
            self.paragraph.push('\n');
        } else if matches!(self.kind, Kind::Item(_))
            && self.tick.is_none()
            && self.is_empty()
            && let Some((done, rest)) = ticked(text)
        {
            self.tick = Some(Tick { done, at: at + 1 });
            self.paragraph.push_str(rest);
            return;
        }
        self.paragraph.push_str(text);
    }
}

/// Whether the box that a text begins with is ticked, and what follows it.
fn ticked(text: &str) -> Option<(bool, &str)> {
    let inside = text.strip_prefix('[')?;
    let (done, after) = match inside.strip_prefix([' ', '\t']) {
        Some(after) => (false, after),
        None => (true, inside.strip_prefix(['x', 'X'])?),
    };
    let rest = after.strip_prefix(']')?;
    let ends = rest.is_empty() || rest.starts_with([' ', '\t']);
    ends.then(|| (done, rest.trim_start_matches([' ', '\t'])))
}

struct Reader {
    /// The page, and what is open in it, each in the one before.
    frames: Vec<Frame>,
}

impl Reader {
    /// Reads a line that begins at this offset.
    fn line(&mut self, text: &str, start: usize) {
        let mut line = Line::new(text);
        let open = self.go_on(&mut line);
        let begun = self.begin(&mut line, open);
        let at = start + text.len() - line.rest.len();
        let (heading, rule) = (line.heading(), line.is_rule());
        let goes_on = !begun && open < self.frames.len() && !self.last().paragraph.is_empty();
        if goes_on && !line.is_blank() && heading.is_none() && !rule {
            // A paragraph goes on without the signs of what it stands in.
            return self.last().text(line.rest, at);
        }
        if !begun {
            self.close_to(open);
        }
        if line.is_blank() {
            self.last().end_paragraph();
        } else if let Some((level, text)) = heading {
            self.last().push(Block::Heading(level, inlines(text)));
        } else if rule {
            self.last().push(Block::Rule);
        } else {
            self.last().text(line.rest, at);
        }
    }

    /// How many frames go on in a line.
    fn go_on(&self, line: &mut Line<'_>) -> usize {
        let inner = self.frames.iter().enumerate().skip(1);
        let going = inner.take_while(|&(at, frame)| match frame.kind {
            Kind::Page => true,
            Kind::Quote => line.take_quote(),
            // An item that begins with a blank line ends at the next.
            Kind::Item(_) if line.is_blank() => at + 1 < self.frames.len() || !frame.is_empty(),
            Kind::Item(indent) => {
                let within = line.indent >= indent;
                line.indent -= if within { indent } else { 0 };
                within
            }
        });
        1 + going.count()
    }

    /// Opens what begins in a line, behind the frames that go on; whether
    /// anything did.
    fn begin(&mut self, line: &mut Line<'_>, open: usize) -> bool {
        let mut kept = open;
        while kept <= DEEPEST {
            if line.take_quote() {
                self.open(kept, Kind::Quote);
            } else if let Some(marker) = self.item_begins(line, kept) {
                self.open_item(kept, line, &marker);
            } else {
                break;
            }
            kept = self.frames.len();
        }
        kept > open
    }

    /// The sign of an item that can begin here.
    fn item_begins(&self, line: &Line<'_>, open: usize) -> Option<Marker> {
        if line.indent >= INDENTED || line.is_rule() {
            return None;
        }
        let marker = line.marker()?;
        let last = self.frames.get(open - 1)?;
        if open < self.frames.len() || last.paragraph.is_empty() {
            return Some(marker);
        }
        // A paragraph is cut short by an item only if it is sure to be one: a
        // line may begin with the number of a year.
        let blank = line.rest.get(marker.long..)?.trim_matches([' ', '\t']).is_empty();
        (!blank && marker.number.is_none_or(|number| number == 1)).then_some(marker)
    }

    fn open_item(&mut self, kept: usize, line: &mut Line<'_>, marker: &Marker) {
        let before = line.indent + marker.long;
        line.take_sign(marker.long);
        // Much white space is part of what follows, but for one blank.
        let after = match line.indent {
            _ if line.is_blank() => 1,
            1..=INDENTED => line.indent,
            _ => 1,
        };
        line.indent = line.indent.saturating_sub(after);
        self.close_to(kept);
        let parent = self.last();
        if parent.list != Some(marker.sign) || !parent.paragraph.is_empty() {
            parent.push(Block::List(List { start: marker.number, items: Vec::new() }));
            parent.list = Some(marker.sign);
        }
        self.frames.push(Frame::new(Kind::Item(before + after)));
    }

    fn open(&mut self, kept: usize, kind: Kind) {
        self.close_to(kept);
        self.last().end_paragraph();
        self.frames.push(Frame::new(kind));
    }

    /// Closes all frames but so many.
    fn close_to(&mut self, kept: usize) {
        while self.frames.len() > kept.max(1) {
            let Some(frame) = self.frames.pop() else { return };
            let (tick, is_quote) = (frame.tick, matches!(frame.kind, Kind::Quote));
            let blocks = frame.end();
            let parent = self.last();
            if is_quote {
                parent.push(Block::Quote(blocks));
            } else if let Some(Block::List(list)) = parent.blocks.last_mut() {
                list.items.push(Item { tick, blocks });
            }
        }
    }

    fn last(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the page is always open")
    }
}
