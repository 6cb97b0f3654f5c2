//! Addresses within the page. They are hashes, so that any server, any path
//! and a file on a disk all work. Total in both directions: every text has a
//! route, and every route a text that leads back to it. No route holds a
//! person's words.

use super::entry::EntryId;
use super::id::Id;
use super::insight::measure::Measure;
use std::fmt;

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// How is it right now?
    Home,
    /// The introduction.
    Begin,
    /// The close.
    Close,
    /// Writing something new, perhaps from a prompt.
    Write(Option<PromptPlace>),
    /// Going on with a draft.
    Draft(Id),
    /// One entry.
    Entry(EntryId),
    /// Changing one entry.
    EditEntry(EntryId),
    /// What one entry asks on a later day.
    FollowUp(EntryId),
    /// All entries.
    Journal,
    /// Entries that were put in the bin.
    Bin,
    /// What was written on this day in earlier years.
    OnThisDay,
    /// The themes.
    Themes,
    /// The reading of one theme, at a section or at its opening.
    Theme {
        /// The theme's slug.
        slug: String,
        /// The section's slug.
        section: Option<String>,
    },
    /// Ketamine, at a section or at its opening. No section is called `companion`.
    Ketamine(Option<String>),
    /// Notes for people who are treated with it.
    Companion,
    /// The exercises.
    Exercises,
    /// One exercise.
    Exercise(String),
    /// Looking back: what there is to look at, or one of it.
    LookBack(Option<Measure>),
    /// The page for a doctor or therapist.
    Report,
    /// The guided path.
    Sit,
    /// Support lines.
    Support,
    /// Steady ground.
    Steady,
    /// Settings.
    Settings,
    /// Shortcuts.
    Keys,
    /// What is stored here, and what could not be read.
    Storage,
    /// The passphrase.
    Lock,
    /// The whole journal into a file.
    Export,
    /// A file into the journal.
    Import,
    /// What this is and is not.
    About,
    /// Every fact, and where it comes from.
    Sources,
    /// An address that leads nowhere.
    NotFound,
}

/// The last part of the companion's address, and so no section of ketamine.
const COMPANION: &str = "companion";

/// The place of a prompt: its theme or page, and its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromptPlace {
    /// The slug of the theme or the page.
    pub theme: String,
    /// The prompt's id.
    pub prompt: String,
}

impl Route {
    /// The route of a hash, with or without its `#`. Only a hash that begins
    /// with `#/` is a route, and an empty one is Home; any other is left to
    /// the browser and gives none.
    pub fn of_hash(hash: &str) -> Option<Route> {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        if hash.is_empty() {
            return Some(Route::Home);
        }
        let path = hash.strip_prefix('/')?;
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        Some(Self::of_parts(&parts))
    }

    fn of_parts(parts: &[&str]) -> Route {
        let id = |text: &str, make: fn(Id) -> Route| text.parse().map_or(Route::NotFound, make);
        match *parts {
            [] => Route::Home,
            ["begin"] => Route::Begin,
            ["close"] => Route::Close,
            ["write"] => Route::Write(None),
            ["write", theme, prompt] if is_slug(theme) && is_slug(prompt) => {
                Route::Write(Some(PromptPlace {
                    theme: theme.to_owned(),
                    prompt: prompt.to_owned(),
                }))
            }
            ["draft", text] => id(text, Route::Draft),
            ["entry", text] => id(text, Route::Entry),
            ["entry", text, "edit"] => id(text, Route::EditEntry),
            ["entry", text, "follow-up"] => id(text, Route::FollowUp),
            ["journal"] => Route::Journal,
            ["journal", "bin"] => Route::Bin,
            ["journal", "on-this-day"] => Route::OnThisDay,
            ["themes"] => Route::Themes,
            ["themes", slug] if is_slug(slug) => {
                Route::Theme { slug: slug.to_owned(), section: None }
            }
            ["themes", slug, section] if is_slug(slug) && is_slug(section) => {
                Route::Theme { slug: slug.to_owned(), section: Some(section.to_owned()) }
            }
            ["ketamine"] => Route::Ketamine(None),
            ["ketamine", COMPANION] => Route::Companion,
            ["ketamine", section] if is_slug(section) => Route::Ketamine(Some(section.to_owned())),
            ["exercises"] => Route::Exercises,
            ["exercises", slug] if is_slug(slug) => Route::Exercise(slug.to_owned()),
            ["look-back"] => Route::LookBack(None),
            ["look-back", slug] => Measure::of_slug(slug)
                .map_or(Route::NotFound, |measure| Route::LookBack(Some(measure))),
            ["report"] => Route::Report,
            ["sit"] => Route::Sit,
            ["support"] => Route::Support,
            ["steady"] => Route::Steady,
            ["settings"] => Route::Settings,
            ["settings", "keys"] => Route::Keys,
            ["settings", "storage"] => Route::Storage,
            ["settings", "lock"] => Route::Lock,
            ["settings", "export"] => Route::Export,
            ["settings", "import"] => Route::Import,
            ["about"] => Route::About,
            ["about", "sources"] => Route::Sources,
            _ => Route::NotFound,
        }
    }
}

fn is_slug(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

impl fmt::Display for Route {
    /// The hash, with its `#`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("#/")?;
        match self {
            Route::Home => Ok(()),
            Route::Begin => f.write_str("begin"),
            Route::Close => f.write_str("close"),
            Route::Write(None) => f.write_str("write"),
            Route::Write(Some(place)) => write!(f, "write/{}/{}", place.theme, place.prompt),
            Route::Draft(id) => write!(f, "draft/{id}"),
            Route::Entry(id) => write!(f, "entry/{id}"),
            Route::EditEntry(id) => write!(f, "entry/{id}/edit"),
            Route::FollowUp(id) => write!(f, "entry/{id}/follow-up"),
            Route::Journal => f.write_str("journal"),
            Route::Bin => f.write_str("journal/bin"),
            Route::OnThisDay => f.write_str("journal/on-this-day"),
            Route::Themes => f.write_str("themes"),
            Route::Theme { slug, section: None } => write!(f, "themes/{slug}"),
            Route::Theme { slug, section: Some(section) } => write!(f, "themes/{slug}/{section}"),
            Route::Companion => write!(f, "ketamine/{COMPANION}"),
            Route::Ketamine(None) => f.write_str("ketamine"),
            Route::Ketamine(Some(section)) => write!(f, "ketamine/{section}"),
            Route::Exercises => f.write_str("exercises"),
            Route::Exercise(slug) => write!(f, "exercises/{slug}"),
            Route::LookBack(None) => f.write_str("look-back"),
            Route::LookBack(Some(measure)) => write!(f, "look-back/{}", measure.slug()),
            Route::Report => f.write_str("report"),
            Route::Sit => f.write_str("sit"),
            Route::Support => f.write_str("support"),
            Route::Steady => f.write_str("steady"),
            Route::Settings => f.write_str("settings"),
            Route::Keys => f.write_str("settings/keys"),
            Route::Storage => f.write_str("settings/storage"),
            Route::Lock => f.write_str("settings/lock"),
            Route::Export => f.write_str("settings/export"),
            Route::Import => f.write_str("settings/import"),
            Route::About => f.write_str("about"),
            Route::Sources => f.write_str("about/sources"),
            Route::NotFound => f.write_str("not-found"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(hash: &str, expected: Option<Route>) {
        assert_eq!(Route::of_hash(hash), expected, "{hash}");
    }

    #[test]
    fn hashes_are_routes() {
        check("", Some(Route::Home));
        check("#", Some(Route::Home));
        check("#/", Some(Route::Home));
        check("#/journal/", Some(Route::Journal));
        check("#/journal/bin", Some(Route::Bin));
        check("#/journal/on-this-day", Some(Route::OnThisDay));
        check("#/settings/export", Some(Route::Export));
        check("#/settings/import/", Some(Route::Import));
        check("#main", None);
        check("#/entry/nonsense", Some(Route::NotFound));
        check("#/themes/<b>", Some(Route::NotFound));
        check(
            "#/write/body/where",
            Some(Route::Write(Some(PromptPlace { theme: "body".into(), prompt: "where".into() }))),
        );
        check("#/look-back", Some(Route::LookBack(None)));
        check("#/look-back/variety", Some(Route::LookBack(Some(Measure::Variety))));
        check("#/look-back/nothing-such", Some(Route::NotFound));
        check("#/begin", Some(Route::Begin));
        check("#/report", Some(Route::Report));
        check("#/report/words-of-mine", Some(Route::NotFound));
        check("#/sit", Some(Route::Sit));
        check("#/about/sources", Some(Route::Sources));
        check("#/ketamine", Some(Route::Ketamine(None)));
        check("#/ketamine/companion", Some(Route::Companion));
        check("#/ketamine/questions", Some(Route::Ketamine(Some("questions".into()))));
        check("#/no/such/place", Some(Route::NotFound));
    }

    fn slug() -> impl Strategy<Value = String> {
        "[a-z0-9-]{1,12}"
    }

    fn route() -> impl Strategy<Value = Route> {
        let id = any::<[u8; 8]>().prop_map(Id::from_random);
        prop_oneof![
            Just(Route::Home),
            Just(Route::Begin),
            Just(Route::Close),
            Just(Route::Companion),
            Just(Route::Write(None)),
            Just(Route::Journal),
            Just(Route::Bin),
            Just(Route::OnThisDay),
            Just(Route::Themes),
            Just(Route::Exercises),
            Just(Route::LookBack(None)),
            proptest::sample::select(&Measure::ALL[..])
                .prop_map(|measure| Route::LookBack(Some(measure))),
            Just(Route::Report),
            Just(Route::Sit),
            Just(Route::Support),
            Just(Route::Steady),
            Just(Route::Settings),
            Just(Route::Keys),
            Just(Route::Storage),
            Just(Route::Lock),
            Just(Route::Export),
            Just(Route::Import),
            Just(Route::About),
            Just(Route::Sources),
            Just(Route::NotFound),
            (slug(), slug())
                .prop_map(|(theme, prompt)| Route::Write(Some(PromptPlace { theme, prompt }))),
            id.clone().prop_map(Route::Draft),
            id.clone().prop_map(Route::Entry),
            id.clone().prop_map(Route::FollowUp),
            id.prop_map(Route::EditEntry),
            (slug(), proptest::option::of(slug()))
                .prop_map(|(slug, section)| Route::Theme { slug, section }),
            slug().prop_map(Route::Exercise),
            proptest::option::of(
                slug().prop_filter("it is a route of its own", |slug| slug != COMPANION)
            )
            .prop_map(Route::Ketamine),
        ]
    }

    proptest! {
        #[test]
        fn every_route_leads_back_to_itself(route in route()) {
            prop_assert_eq!(Route::of_hash(&route.to_string()), Some(route));
        }

        #[test]
        fn every_text_after_the_slash_has_a_route(text in "/.{0,40}") {
            prop_assert!(Route::of_hash(&text).is_some());
        }
    }
}
