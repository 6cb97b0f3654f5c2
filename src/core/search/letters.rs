//! What single letters are folded to where no table of Unicode is needed:
//! accents and other marks, punctuation, and letters that are one with a plain
//! one for a person who searches, though Unicode keeps them apart (ø, ł, ß).

/// Letters from U+00A0 to U+00FF. `*` marks those that [`plain`] knows; the
/// rest of the block is folded to itself.
const LATIN: &[u8; 96] =
    b" **********\x22***************\x22****aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y";

/// What a letter of the Latin-1 block above ASCII is folded to.
pub(super) fn latin(letter: char, out: &mut Vec<u8>) {
    let at = (letter as usize).checked_sub(0xa0);
    match at.and_then(|at| LATIN.get(at)) {
        // The control characters before the block, which no text should hold.
        None => super::fold::space(out),
        Some(b'*') => plain(letter, out),
        Some(b' ') => super::fold::space(out),
        Some(byte) => out.push(*byte),
    }
}

/// A small letter without marks, as people type it on a plain keyboard.
pub(super) fn plain(letter: char, out: &mut Vec<u8>) {
    let text = match letter {
        '\u{ad}' => "",
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' => "d",
        'þ' | 'Þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ł' => "l",
        // The form that sigma takes at the end of a word.
        'ς' => "σ",
        _ => return out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()),
    };
    out.extend_from_slice(text.as_bytes());
}

/// What a character of the block of general punctuation, and a few of its kind
/// elsewhere, is folded to; none if it is not one of these.
pub(super) fn punctuation(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\u{2000}'..='\u{200a}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}' => " ",
        // Marks of direction and joining, which nobody sees or types.
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => "",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '\u{2018}'..='\u{201b}' | '\u{2032}' => "'",
        '\u{201c}'..='\u{201f}' | '\u{2033}' => "\"",
        '\u{2026}' => "...",
        _ => return None,
    })
}

/// Whether it is a mark on the letter before it: an accent, a vowel point of
/// Hebrew or Arabic, or the stroke that only makes an Arabic word longer.
pub(super) fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}'
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}')
}

/// Whether no form of Unicode takes it apart and it has no small letter:
/// ideographs and pictures, of which a text may hold thousands.
pub(super) fn is_whole(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{1f000}'..='\u{1faff}' | '\u{20000}'..='\u{2f7ff}')
}
