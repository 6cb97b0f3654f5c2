//! What texts are read as.

use crate::{peer, shown};
use freshet::core::markdown::{Block, Tick, parse};

/// Both read it so.
#[track_caller]
fn both(text: &str, expected: &str) {
    assert_eq!(shown::blocks(&parse(text)), expected, "{text:?}");
    assert_eq!(peer::blocks(text), expected, "as the peer reads {text:?}");
}

/// It is read so here, and in another way by the peer.
#[track_caller]
fn ours(text: &str, expected: &str) {
    assert_eq!(shown::blocks(&parse(text)), expected, "{text:?}");
    assert_ne!(peer::blocks(text), expected, "the peer reads {text:?} alike");
}

#[test]
fn paragraphs_keep_their_lines() {
    both("", "");
    both(" \n\t\n", "");
    both("one\ntwo", "p(one\ntwo)");
    both("one  \r\ntwo\\\n  three", "p(one\ntwo\nthree)");
    both("one\n\n\n two \n", "p(one) p(two)");
    both("😀😀\n\n🏳️‍🌈", "p(😀😀) p(🏳️‍🌈)");
    both("שלום *עולם*", "p(שלום <e>עולם</>)");
}

#[test]
fn headings() {
    both("# one", "h1(one)");
    both("###### six *times* ##", "h6(six <e>times</>)");
    both("#tag and ####### seven", "p(#tag and ####### seven)");
    both("#", "h1()");
    both("# c# #\n## #", "h1(c#) h2()");
    both("words\n# one\nwords", "p(words) h1(one) p(words)");
}

#[test]
fn quotes() {
    both("> one\n> two\nthree\n\nfour", "q(p(one\ntwo\nthree)) p(four)");
    both(">one\n>\n> # two", "q(p(one) h1(two))");
    both("> > deep\n> less", "q(q(p(deep\nless)))");
    both("> - one\n> - two", "q(ul(li(p(one))li(p(two))))");
    both("> one\n\n> two", "q(p(one)) q(p(two))");
}

#[test]
fn lists() {
    both("- one\n- two\n\n- three", "ul(li(p(one))li(p(two))li(p(three)))");
    both("- one\n* two\n+ three", "ul(li(p(one))) ul(li(p(two))) ul(li(p(three)))");
    both("3. one\n9. two\n4) three", "ol3(li(p(one))li(p(two))) ol4(li(p(three)))");
    both("- one\n  - two\n    - three\n- four", {
        "ul(li(p(one) ul(li(p(two) ul(li(p(three))))))li(p(four)))"
    });
    both("- > one\n\n  > two", "ul(li(q(p(one)) q(p(two))))");
    both("- one\n\n  more\n\nafter", "ul(li(p(one) p(more))) p(after)");
    both("-\tone\n\n\tmore", "ul(li(p(one) p(more)))");
    both("- one\ntwo", "ul(li(p(one\ntwo)))");
    both("words\n- one\n2. two", "p(words) ul(li(p(one))) ol2(li(p(two)))");
    both("in the year\n1986. It was", "p(in the year\n1986. It was)");
    both("-\n- one\n-", "ul(li()li(p(one))li())");
    both("-\n\n  one", "ul(li()) p(one)");
    both("-one\n1234567890. two\n-- three", "p(-one\n1234567890. two\n-- three)");
}

#[test]
fn boxes_to_tick() {
    both("- [ ] one\n- [x] two\n- [X] three\n- [y] four", {
        "ul(li([ ]p(one))li([x]p(two))li([x]p(three))li(p([y] four)))"
    });
    both("1. [ ] *one*\n   two", "ol1(li([ ]p(<e>one</>\ntwo)))");
    both("- [x] ", "ul(li([x]))");
    both("- [x] \n\n  a", "ul(li([x])) p(a)");
    both("[ ] one", "p([ ] one)");
}

#[test]
fn lines_across() {
    both("one\n\n---\ntwo\n***\n_ _ _", "p(one) hr p(two) hr hr");
    both("- one\n- - -\n- two", "ul(li(p(one))) hr ul(li(p(two)))");
    ours("one\n---", "p(one) hr");
}

#[test]
fn emphasis() {
    both("*one* _two_ **three** __four__", "p(<e>one</> <e>two</> <s>three</> <s>four</>)");
    both("***one***", "p(<es>one</>)");
    both("**one *two* three**", "p(<s>one </><es>two</><s> three</>)");
    both("a*b*c a_b_c 2 * 3 * 4 **", "p(a<e>b</>c a_b_c 2 * 3 * 4 **)");
    both("*one\ntwo* three*", "p(<e>one\ntwo</> three*)");
    both("***one** two", "p(*<s>one</> two)");
    both(r"\*one\* \_ \a \\", r"p(*one* _ \a \)");
    both("“*one*”, *«two»*", "p(“<e>one</>”, <e>«two»</>)");
}

#[test]
fn links() {
    both("[one](http://a.b/c_d_e)", "p({http://a.b/c_d_e|one})");
    both("[*one* **two**](mailto:a@b) *[three](https://c)*", {
        "p({mailto:a@b|<e>one</> <s>two</>} {https://c|<e>three</>})"
    });
    both(
        "*one [two* three](https://c) four*",
        "p(<e>one </>{https://c|<e>two* three</>}<e> four</>)",
    );
    both("[[one](mailto:a)](mailto:b)", "p([{mailto:a|one}](mailto:b))");
    both("[](http://a(b)c\\)) [a]( https://b )", "p({http://a(b)c)|} {https://b|a})");
    both("[a] (mailto:b) [d](mailto:e f)", "p([a] (mailto:b) [d](mailto:e f))");
}

#[test]
fn links_lead_out_by_three_ways_alone() {
    ours("[a](javascript:b)", "p([a](javascript:b))");
    ours("[a](#/settings)", "p([a](#/settings))");
    ours("[a](//b)", "p([a](//b))");
    ours("[a](data:text/html,b)", "p([a](data:text/html,b))");
    ours("[a](http://)", "p([a](http://))");
    both("[a](HTTPS://B)", "p({HTTPS://B|a})");
}

#[test]
fn an_address_by_itself_is_a_link() {
    ours("see https://a.b/c_d_e.", "p(see {https://a.b/c_d_e|https://a.b/c_d_e}.)");
    ours(
        "(http://a(b)c), *http://d*",
        "p(({http://a(b)c|http://a(b)c}), {http://d|<e>http://d</>})",
    );
    both("xhttp://a http:// https:/a h", "p(xhttp://a http:// https:/a h)");
}

#[test]
fn what_is_none_of_these_is_text() {
    ours("`code` <b>bold</b> &amp;", "p(`code` <b>bold</b> &amp;)");
    ours("    indented\n\n```\nfenced\n```", "p(indented) p(```\nfenced\n```)");
    ours("![a](http://b)", "p(!{http://b|a})");
    ours("one\n===", "p(one\n===)");
    ours("[a]: http://b", "p([a]: {http://b|http://b})");
}

/// All boxes of a text, in their order.
fn ticks(blocks: &[Block]) -> Vec<Tick> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Quote(inner) => found.extend(ticks(inner)),
            Block::List(list) => {
                for item in &list.items {
                    found.extend(item.tick);
                    found.extend(ticks(&item.blocks));
                }
            }
            Block::Heading(..) | Block::Paragraph(_) | Block::Rule => {}
        }
    }
    found
}

#[test]
fn a_box_is_ticked_where_it_stands() {
    let text = "é\r\n> -\t[ ] one\n\n1. [X] two\n   - [\t] three";
    let boxes = ticks(&parse(text));
    let changed = |tick: Tick| tick.set(text, !tick.done).unwrap();
    assert_eq!(changed(boxes[0]), text.replace("[ ] one", "[x] one"));
    assert_eq!(changed(boxes[1]), text.replace("[X] two", "[ ] two"));
    assert_eq!(changed(boxes[2]), text.replace("[\t] three", "[x] three"));
    // A box stays where it is when another is ticked.
    let once = changed(boxes[0]);
    assert_eq!(boxes[0].set(&once, false).as_deref(), Some(text));
    assert_eq!(ticks(&parse(&once))[2], boxes[2]);
}

#[test]
fn a_text_without_the_box_is_left_alone() {
    let tick = ticks(&parse("- [ ] one"))[0];
    for text in ["", "- one", "- (x) one", "- [] one", "- [ ) one", "é- [ ] one", "\u{1f600}"] {
        assert_eq!(tick.set(text, true), None, "{text}");
    }
}
