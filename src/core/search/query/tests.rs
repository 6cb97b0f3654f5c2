use super::*;
use proptest::prelude::*;

fn folder() -> Folder {
    Folder::new(|letter| letter.to_string())
}

fn parse(typed: &str) -> Parsed {
    Query::parse(typed, &mut folder())
}

/// What was understood, in a line.
fn shown(query: &Query) -> String {
    let mut parts = Vec::new();
    for (sign, terms) in [("", &query.wanted), ("-", &query.unwanted)] {
        for term in terms {
            let text = String::from_utf8(term.text.clone()).unwrap();
            parts.push(match term.form {
                Form::Anywhere => format!("{sign}{text}"),
                Form::Begun => format!("{sign}[{text}.."),
                Form::Whole => format!("{sign}[{text}]"),
            });
        }
    }
    for label in &query.labels {
        let sign = if label.wanted { "" } else { "-" };
        let value = String::from_utf8(label.value.clone()).unwrap();
        parts.push(format!("{sign}{:?}={value}", label.field));
    }
    parts.extend(query.days.from.map(|day| format!("from {day}")));
    parts.extend(query.days.before.map(|day| format!("before {day}")));
    parts.join(" ")
}

#[track_caller]
fn check(typed: &str, expected: &str, misread: &[Misread]) {
    let parsed = parse(typed);
    assert_eq!(shown(&parsed.query), expected, "{typed}");
    assert_eq!(parsed.misread, misread, "{typed}");
}

#[test]
fn words_phrases_and_names_are_read() {
    check("", "", &[]);
    check("  Two  words ", "two words", &[]);
    check("\"At the End\" day", "[at the end] day", &[]);
    check("“curly quotes”", "[curly quotes]", &[]);
    check("\"still typ", "[still typ..", &[]);
    check("walk -work -\"bad day\"", "walk -[work] -[bad day]", &[]);
    check(
        "tag:Garden Feeling:\"worn out\" -kind:sit",
        "Tag=garden Feeling=worn out -Kind=sit",
        &[],
    );
    check("10:30 http://a.b well-being", "10:30 http://a.b well-being", &[]);
    check("a\"b", "a\"b", &[]);
}

#[test]
fn dates_bound_a_range() {
    check("before:2026-03-01", "before 2026-03-01", &[]);
    check("after:2025", "from 2026-01-01", &[]);
    check("on:2026-02", "from 2026-02-01 before 2026-03-01", &[]);
    check("on:2026-02-07 word", "word from 2026-02-07 before 2026-02-08", &[]);
    check(
        "after:2025 after:2024 before:2027 before:2028",
        "from 2026-01-01 before 2027-01-01",
        &[],
    );
    check("-before:2026 -after:2026", "from 2026-01-01 before 2027-01-01", &[]);
    check("on:9999-12-31", "from 9999-12-31", &[]);
}

#[test]
fn nonsense_is_listed_and_the_rest_is_kept() {
    let nothing = |text: &str| Misread::Nothing(text.into());
    let date = |text: &str| Misread::Date(text.into());
    check("\"", "", &[nothing("\"")]);
    check("\"\" a", "a", &[nothing("\"\"")]);
    check("- a", "a", &[nothing("-")]);
    check("tag: a", "a", &[nothing("tag:")]);
    check("before:soon a", "a", &[date("before:soon")]);
    check("on:2026-02-30", "", &[date("on:2026-02-30")]);
    check("after:9999", "", &[date("after:9999")]);
    check("-on:2026", "", &[date("-on:2026")]);
    check("\u{ad}", "", &[nothing("\u{ad}")]);
    let long = "x".repeat(1000);
    check(&long, &long, &[]);
    assert_eq!(parse(&"w ".repeat(1000)).misread.len(), 1000 - MOST_TERMS);
}

proptest! {
    #[test]
    fn any_text_is_a_query(typed in "([a-z\"“”:\\- ]|before:|tag:|\\PC){0,40}") {
        let parsed = parse(&typed);
        for term in parsed.query.wanted.iter().chain(&parsed.query.unwanted) {
            prop_assert!(!term.text.is_empty());
            prop_assert!(!term.text.contains(&b'\n') && !term.text.contains(&0));
        }
    }
}
