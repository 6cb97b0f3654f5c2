//! From a text to a value.

use super::{Json, NotJson};

impl std::str::FromStr for Json {
    type Err = NotJson;

    fn from_str(text: &str) -> Result<Self, NotJson> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(0)?;
        reader.skip_space();
        if reader.at == text.len() { Ok(value) } else { Err(NotJson) }
    }
}

impl Json {
    /// The value that a text begins with, and how many bytes it takes with the
    /// white space before it.
    pub fn first(text: &str) -> Result<(Json, usize), NotJson> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(0)?;
        Ok((value, reader.at))
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Goes past a byte if it is the next one after white space.
    fn took(&mut self, byte: u8) -> bool {
        self.skip_space();
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn take(&mut self, byte: u8) -> Result<(), NotJson> {
        if self.took(byte) { Ok(()) } else { Err(NotJson) }
    }

    fn value(&mut self, depth: usize) -> Result<Json, NotJson> {
        if depth > Json::DEEPEST {
            return Err(NotJson);
        }
        self.skip_space();
        match self.peek().ok_or(NotJson)? {
            b'{' => self.object(depth),
            b'[' => self.list(depth),
            b'"' => self.string().map(Json::Text),
            b'n' => self.word("null", Json::Null),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            _ => self.number(),
        }
    }

    fn follows(&self, word: &str) -> bool {
        self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word))
    }

    /// What was passed since a place between two letters.
    fn since(&self, from: usize) -> Result<&'a str, NotJson> {
        self.text.get(from..self.at).ok_or(NotJson)
    }

    fn word(&mut self, word: &str, value: Json) -> Result<Json, NotJson> {
        if self.follows(word) {
            self.at += word.len();
            Ok(value)
        } else {
            Err(NotJson)
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json, NotJson> {
        self.take(b'{')?;
        let mut fields = Vec::new();
        if self.took(b'}') {
            return Ok(Json::Object(fields));
        }
        loop {
            self.skip_space();
            let name = self.string()?;
            self.take(b':')?;
            fields.push((name, self.value(depth + 1)?));
            if !self.took(b',') {
                self.take(b'}')?;
                return Ok(Json::Object(fields));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<Json, NotJson> {
        self.take(b'[')?;
        let mut values = Vec::new();
        if self.took(b']') {
            return Ok(Json::List(values));
        }
        loop {
            values.push(self.value(depth + 1)?);
            if !self.took(b',') {
                self.take(b']')?;
                return Ok(Json::List(values));
            }
        }
    }

    /// A whole number: `-0` and leading zeros as the standard has them.
    fn number(&mut self) -> Result<Json, NotJson> {
        let from = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        let digits_from = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        let digits = self.since(digits_from)?;
        let fraction = matches!(self.peek(), Some(b'.' | b'e' | b'E'));
        if fraction || (digits.len() > 1 && digits.starts_with('0')) {
            return Err(NotJson);
        }
        self.since(from)?.parse().map(Json::Number).map_err(|_| NotJson)
    }

    fn string(&mut self) -> Result<String, NotJson> {
        if self.peek() != Some(b'"') {
            return Err(NotJson);
        }
        self.at += 1;
        let mut string = String::new();
        loop {
            let from = self.at;
            while !matches!(self.peek(), None | Some(b'"' | b'\\' | 0..=0x1f)) {
                self.at += 1;
            }
            // It stopped at an ASCII byte or at the end, so between letters.
            string.push_str(self.since(from)?);
            let stop = self.peek();
            self.at += 1;
            match stop {
                Some(b'"') => return Ok(string),
                Some(b'\\') => string.push(self.escaped()?),
                _ => return Err(NotJson),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, NotJson> {
        let escape = self.peek().ok_or(NotJson)?;
        self.at += 1;
        Ok(match escape {
            b'"' | b'\\' | b'/' => char::from(escape),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return Err(NotJson),
        })
    }

    /// A letter by its number in UTF-16; a pair of numbers beyond the first
    /// plane.
    fn unicode(&mut self) -> Result<char, NotJson> {
        let first = self.four_digits()?;
        let units = if (0xd800..0xdc00).contains(&first) {
            if !self.follows("\\u") {
                return Err(NotJson);
            }
            self.at += 2;
            vec![first, self.four_digits()?]
        } else {
            vec![first]
        };
        char::decode_utf16(units).next().and_then(Result::ok).ok_or(NotJson)
    }

    fn four_digits(&mut self) -> Result<u16, NotJson> {
        let digits = self.text.get(self.at..self.at + 4).ok_or(NotJson)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NotJson);
        }
        self.at += 4;
        u16::from_str_radix(digits, 16).map_err(|_| NotJson)
    }
}
