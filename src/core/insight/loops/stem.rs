//! What stays of a word when its ending changes.
//!
//! The cutting is light and blunt: a few endings that English and its
//! neighbours share go, and no stem is longer than six letters, which serves
//! any language that changes the ends of its words.

/// The stem of a folded word.
pub(super) fn cut(word: &[u8]) -> &[u8] {
    let Ok(text) = std::str::from_utf8(word) else { return word };
    let mut stem = text;
    for (ending, least) in [("ies", 2), ("es", 3), ("s", 3), ("ing", 3), ("ed", 3), ("ly", 4)] {
        if let Some(rest) = stem.strip_suffix(ending)
            && rest.len() >= least
            && !(ending.ends_with('s') && rest.ends_with(['s', 'u']))
        {
            stem = rest;
            // A consonant that was doubled before the ending.
            let doubled = |byte: u8| stem.as_bytes().ends_with(&[byte, byte]);
            if ["ing", "ed"].contains(&ending)
                && stem.len() > 3
                && b"bdgmnprt".iter().any(|byte| doubled(*byte))
            {
                stem = stem.get(..stem.len() - 1).unwrap_or_default();
            }
            break;
        }
    }
    while stem.len() > 3 && stem.ends_with(['e', 'i', 'y']) {
        stem = stem.get(..stem.len() - 1).unwrap_or_default();
    }
    let end = stem.char_indices().nth(6).map_or(stem.len(), |(at, _)| at);
    &stem.as_bytes()[..end]
}
