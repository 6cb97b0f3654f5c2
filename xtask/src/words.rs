//! The words of the page that stand outside the program.

use crate::{error::Error, html::escape, project::Project};
use freshet_content::{Contact, Content, Place, Problem, Service};
use std::{collections::BTreeMap, fmt::Write};

/// The content, as far as the page itself needs it.
#[derive(Debug)]
pub struct Words {
    content: Content,
    of_pages: BTreeMap<String, String>,
}

impl Words {
    /// Reads the content and holds it to its rules.
    pub fn read(project: &Project) -> Result<Words, Error> {
        let content = freshet_content::compile(&project.words()).map_err(problems)?;
        Ok(Words { of_pages: content.page_words(), content })
    }

    /// One word by its key, such as `page.title`.
    pub fn get(&self, key: &str) -> Result<String, Error> {
        let word = self.of_pages.get(key).cloned();
        word.ok_or_else(|| Error::refused(format!("content/en/words has no word `{key}`")))
    }

    /// Puts words into a JSON template, each as JSON writes it.
    pub fn fill_json(&self, name: &str, template: &str) -> Result<String, Error> {
        let escape = |(key, word): (&String, &String)| (key.clone(), json_text(word));
        let escaped = self.of_pages.iter().map(escape).collect();
        freshet_content::fill(name, template, &escaped).map_err(problems)
    }

    /// Readings, facts and sources, as the program fetches them.
    pub fn readings(&self) -> String {
        self.content.readings()
    }

    /// The support lines of every place, each in a part that opens.
    pub fn lines(&self) -> Result<String, Error> {
        let mut html = String::from("\n");
        for place in self.content.places() {
            self.place(&mut html, &place)?;
        }
        Ok(html)
    }

    fn place(&self, html: &mut String, place: &Place) -> Result<(), Error> {
        let _ = writeln!(html, "<details>\n<summary>{}</summary>", escape(&place.name));
        for one in &place.emergency {
            let line =
                self.line("page.lines_emergency_number", &[("number", call(&one.number))])?;
            let _ = writeln!(html, "<p>{line}{}</p>", note(&one.note));
        }
        for service in &place.services {
            self.service(html, service)?;
        }
        html.push_str("</details>\n");
        Ok(())
    }

    fn service(&self, html: &mut String, service: &Service) -> Result<(), Error> {
        let _ = writeln!(html, "<h3>{}</h3>", escape(&service.name));
        for remark in [&service.hours, &service.note] {
            if !remark.is_empty() {
                let _ = writeln!(html, "<p>{}</p>", escape(remark));
            }
        }
        html.push_str("<ul>\n");
        for contact in &service.contacts {
            let _ = writeln!(html, "<li>{}</li>", self.contact(contact)?);
        }
        html.push_str("</ul>\n");
        Ok(())
    }

    fn contact(&self, contact: &Contact) -> Result<String, Error> {
        match contact {
            Contact::Call { number, note: remark } => {
                let line = self.line("page.lines_call", &[("number", call(number))])?;
                Ok(line + &note(remark))
            }
            Contact::Text { number, word } if word.is_empty() => {
                self.line("page.lines_text", &[("number", link("sms:", number))])
            }
            Contact::Text { number, word } => self.line(
                "page.lines_text_word",
                &[("number", link("sms:", number)), ("word", escape(word))],
            ),
            Contact::WhatsApp { number } => {
                self.line("page.lines_whatsapp", &[("number", escape(number))])
            }
            Contact::Site { host, chat: true } => {
                self.line("page.lines_chat", &[("site", site(host))])
            }
            Contact::Site { host, chat: false } => {
                self.line("page.lines_site", &[("site", site(host))])
            }
        }
    }

    /// A sentence of the content with HTML in its places.
    fn line(&self, key: &str, places: &[(&str, String)]) -> Result<String, Error> {
        let mut line = escape(&self.get(key)?);
        for (name, html) in places {
            let place = format!("{{{name}}}");
            if !line.contains(&place) {
                return Err(Error::refused(format!("the word `{key}` does not say {place}")));
            }
            line = line.replace(&place, html);
        }
        Ok(line)
    }
}

fn problems(problems: Vec<Problem>) -> Error {
    Error::Content(problems.iter().map(Problem::to_string).collect())
}

/// Text as it stands between the quotes of JSON.
fn json_text(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

fn call(number: &str) -> String {
    link("tel:", number)
}

/// A number to dial: shown as the service writes it, dialled in digits.
fn link(scheme: &str, number: &str) -> String {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    format!("<a href=\"{scheme}{digits}\">{}</a>", escape(number))
}

fn site(host: &str) -> String {
    format!("<a href=\"https://{0}\" rel=\"noreferrer\">{0}</a>", escape(host))
}

fn note(note: &str) -> String {
    if note.is_empty() { String::new() } else { format!(" ({})", escape(note)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_dialled_in_digits() {
        assert_eq!(call("0800 111 0 111"), r#"<a href="tel:08001110111">0800 111 0 111</a>"#);
        assert_eq!(link("sms:", "+1 23"), r#"<a href="sms:+123">+1 23</a>"#);
    }
}
