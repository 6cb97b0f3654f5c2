//! Which letters make words, and which end sentences.

/// Letters, figures, and the marks of letters.
pub(super) fn is_word(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}')
}

/// Ideographs and kana, which are written without blanks: each is a word.
pub(super) fn is_whole_word(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30fa}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{2ffff}')
}

pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}

pub(super) fn ends_sentence(letter: char) -> bool {
    matches!(
        letter,
        '.' | '!'
            | '?'
            | ';'
            | ':'
            | '\n'
            | '('
            | ')'
            | '…'
            | '—'
            | '–'
            | '"'
            | '“'
            | '”'
            | '„'
            | '«'
            | '»'
            | '。'
            | '！'
            | '？'
            | '؟'
            | '؛'
            | '۔'
            | '।'
    )
}
