//! A chart on the screen: its picture, what the signs mean, the same as a
//! table, and the way to a file of it.

use super::frame::{Frame, LINE, WIDE};
use super::table::Table;
use crate::browser::files;
use crate::core::content::words::look_back as words;
use crate::core::insight::decimal::decimal;
use crate::state::here;
use crate::ui::parts::button::quiet_button;
use crate::ui::view::{Element, View, drawn, el};
use crate::views;
use std::rc::Rc;

/// A chart.
#[derive(Clone)]
pub struct Chart {
    /// Its name.
    pub title: String,
    /// What is seen in it, for who does not see it.
    pub said: String,
    /// What its signs mean.
    pub legend: String,
    /// How high it is, in lines of text.
    pub lines: f64,
    /// Draws it.
    pub draw: Rc<dyn Fn(Frame) -> View>,
    /// The same as a table.
    pub table: Table,
}

impl Chart {
    /// The chart with all that belongs to it.
    pub fn view(self) -> Element {
        let table = el("details")
            .class("chart__table")
            .child(
                el("summary")
                    .attr("aria-label", words::table_name(&self.title))
                    .child(words::TABLE),
            )
            .child(self.table.view(self.title.clone()));
        let (title, legend) = (self.title.clone(), self.legend.clone());
        let save_name = words::save_name(&title);
        let picture = self.picture(Frame::Screen);
        let notice = here().notice;
        let save = quiet_button(words::SAVE)
            .attr("aria-label", save_name)
            .on_click(move || notice.say(self.saved()));
        el("section")
            .class("chart")
            .child(el("h2").child(title))
            .child(picture)
            .child(el("p").class("chart__legend").child(legend))
            .child(table)
            .child(save)
    }

    /// The chart as it is printed below a heading: with its table, or without.
    pub fn printed(self, table: bool) -> View {
        let table = table.then(|| self.table.view(words::table_name(&self.title)));
        let picture = self.picture(Frame::Screen);
        let chart = el("div")
            .class("chart")
            .child(el("h3").child(self.title))
            .child(picture)
            .child(el("p").class("chart__legend").child(self.legend));
        views![chart, table]
    }

    fn picture(&self, frame: Frame) -> Element {
        let name = words::chart(&self.title, &self.said);
        let svg = drawn("svg").attr("role", "img").attr("aria-label", name);
        let svg = match frame {
            Frame::Screen => svg
                .class("chart__picture")
                .attr("width", "100%")
                .attr("height", frame.down(self.lines)),
            Frame::File => on_paper(svg, self.lines * LINE),
        };
        svg.child((self.draw)(frame))
    }

    /// Hands its file to the browser, and says how that went.
    fn saved(&self) -> &'static str {
        let text = self.picture(Frame::File).markup();
        match files::offer(words::FILE, "image/svg+xml", &text) {
            Ok(()) => words::SAVED,
            Err(files::NotOffered) => words::NOT_SAVED,
        }
    }
}

/// Black on white, and as large as it says.
fn on_paper(svg: Element, high: f64) -> Element {
    let (wide, high) = (decimal(WIDE, 0), decimal(high, 0));
    let paper = drawn("rect").attr("width", "100%").attr("height", "100%").attr("fill", "white");
    svg.attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("viewBox", format!("0 0 {wide} {high}"))
        .attr("width", wide)
        .attr("height", high)
        .attr("font-family", "system-ui, sans-serif")
        .attr("font-size", decimal(LINE - 1.0, 0))
        .attr("color", "black")
        .child(paper)
}
