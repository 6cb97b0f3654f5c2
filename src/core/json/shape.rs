//! What our own types look like in JSON, each told once, for both ways.

use super::Json;

/// A type that is written as JSON and read from it. Reading is strict about
/// what it knows, and passes over names that it does not know: those of a newer
/// program are kept in the store, as they are, until an entry is changed.
pub trait Shape: Sized {
    /// As JSON.
    fn to_json(&self) -> Json;

    /// From JSON; none where it has another shape.
    fn of_json(json: &Json) -> Option<Self>;
}

impl Shape for String {
    fn to_json(&self) -> Json {
        Json::Text(self.clone())
    }

    fn of_json(json: &Json) -> Option<Self> {
        json.text().map(str::to_owned)
    }
}

impl Shape for bool {
    fn to_json(&self) -> Json {
        Json::Bool(*self)
    }

    fn of_json(json: &Json) -> Option<Self> {
        match json {
            Json::Bool(value) => Some(*value),
            _ => None,
        }
    }
}

macro_rules! whole_numbers {
    ($($type:ty)*) => {$(
        impl Shape for $type {
            fn to_json(&self) -> Json {
                // No number of ours is near the end of 64 bits.
                Json::Number(i64::try_from(*self).unwrap_or(i64::MAX))
            }

            fn of_json(json: &Json) -> Option<Self> {
                match json {
                    Json::Number(number) => (*number).try_into().ok(),
                    _ => None,
                }
            }
        }
    )*};
}

whole_numbers!(u8 u16 u32 i8 usize);

impl<T: Shape> Shape for Option<T> {
    fn to_json(&self) -> Json {
        self.as_ref().map_or(Json::Null, T::to_json)
    }

    fn of_json(json: &Json) -> Option<Self> {
        match json {
            Json::Null => Some(None),
            json => T::of_json(json).map(Some),
        }
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn to_json(&self) -> Json {
        Json::List(self.iter().map(T::to_json).collect())
    }

    fn of_json(json: &Json) -> Option<Self> {
        match json {
            Json::List(values) => {
                // A loop is less code for each type than collecting is.
                let mut all = Vec::with_capacity(values.len());
                for value in values {
                    all.push(T::of_json(value)?);
                }
                Some(all)
            }
            _ => None,
        }
    }
}

impl<T: Shape> Shape for Box<T> {
    fn to_json(&self) -> Json {
        T::to_json(self)
    }

    fn of_json(json: &Json) -> Option<Self> {
        T::of_json(json).map(Box::new)
    }
}

/// Two values as a list of two.
impl<A: Shape, B: Shape> Shape for (A, B) {
    fn to_json(&self) -> Json {
        Json::List(vec![self.0.to_json(), self.1.to_json()])
    }

    fn of_json(json: &Json) -> Option<Self> {
        match json {
            Json::List(values) => match values.as_slice() {
                [one, other] => Some((A::of_json(one)?, B::of_json(other)?)),
                _ => None,
            },
            _ => None,
        }
    }
}

/// How the fields of an object are read and written; see the macro `object`.
pub mod field {
    use super::{Json, Shape};

    type Fields = Vec<(String, Json)>;

    /// It must be there.
    pub mod must {
        use super::*;

        /// Reads it.
        pub fn read<T: Shape>(json: &Json, name: &str) -> Option<T> {
            T::of_json(json.get(name)?)
        }

        /// Writes it.
        pub fn write<T: Shape>(fields: &mut Fields, name: &str, value: &T) {
            fields.push((name.to_owned(), value.to_json()));
        }
    }

    /// It is left out where it has its type's usual value.
    pub mod may {
        use super::*;

        /// Reads it.
        pub fn read<T: Shape + Default>(json: &Json, name: &str) -> Option<T> {
            json.get(name).map_or_else(|| Some(T::default()), T::of_json)
        }

        /// Writes it.
        pub fn write<T: Shape + Default + PartialEq>(fields: &mut Fields, name: &str, value: &T) {
            if *value != T::default() {
                super::must::write(fields, name, value);
            }
        }
    }

    /// It has a value of its own where it is missing, and is always written.
    pub mod else_is {
        use super::*;

        /// Reads it.
        pub fn read<T: Shape>(json: &Json, name: &str, usual: T) -> Option<T> {
            json.get(name).map_or(Some(usual), T::of_json)
        }

        pub use super::must::write;
    }
}

/// A struct as an object. Each field says how it is read and written:
/// `must name`, `may name`, or `else_is name = value`.
macro_rules! object {
    ($type:ident { $($mode:ident $field:ident $(= $usual:expr)?),* $(,)? }) => {
        impl $crate::core::json::Shape for $type {
            fn to_json(&self) -> $crate::core::json::Json {
                let mut fields = Vec::new();
                $($crate::core::json::field::$mode::write(
                    &mut fields, stringify!($field), &self.$field,
                );)*
                $crate::core::json::Json::Object(fields)
            }

            fn of_json(json: &$crate::core::json::Json) -> Option<Self> {
                let $crate::core::json::Json::Object(_) = json else { return None };
                Some(Self { $($field: $crate::core::json::field::$mode::read(
                    json, stringify!($field) $(, $usual)?
                )?),* })
            }
        }
    };
}

/// An enum: a variant with nothing in it as its name, one with something in it
/// as an object with that one name. Those with nothing in them stand first,
/// before the semicolon. `else Variant` at the end names one that holds, as it
/// is, what none of the others can read: what a newer program wrote is kept.
macro_rules! choice {
    ($type:ident {
        $($unit:ident = $unit_name:literal),*;
        $($variant:ident($inner:ty) = $name:literal),* $(,)?
        $(; else $unknown:ident)?
    }) => {
        impl $crate::core::json::Shape for $type {
            fn to_json(&self) -> $crate::core::json::Json {
                match self {
                    $($type::$unit => $crate::core::json::Json::of_text($unit_name),)*
                    $($type::$variant(inner) => $crate::core::json::Json::tagged(
                        $name, <$inner as $crate::core::json::Shape>::to_json(inner),
                    ),)*
                    $($type::$unknown(json) => json.clone(),)?
                }
            }

            fn of_json(json: &$crate::core::json::Json) -> Option<Self> {
                let known = || {
                    if let Some(text) = json.text() {
                        return match text {
                            $($unit_name => Some($type::$unit),)*
                            _ => None,
                        };
                    }
                    #[allow(unused_variables, reason = "a choice may have nothing in any variant")]
                    let (name, inner) = json.only()?;
                    match name {
                        $($name => {
                            <$inner as $crate::core::json::Shape>::of_json(inner).map($type::$variant)
                        })*
                        _ => None,
                    }
                };
                known()$(.or_else(|| Some($type::$unknown(json.clone()))))?
            }
        }
    };
}

/// A type that is written as a text, by its `Display` and `FromStr`.
macro_rules! as_text {
    ($type:ty) => {
        impl $crate::core::json::Shape for $type {
            fn to_json(&self) -> $crate::core::json::Json {
                $crate::core::json::Json::Text(self.to_string())
            }

            fn of_json(json: &$crate::core::json::Json) -> Option<Self> {
                json.text()?.parse().ok()
            }
        }
    };
}

pub(crate) use {as_text, choice, object};
