//! A door from the part of the program that starts to the rest, which comes
//! after it as a file of its own (`browser::rest`). What only a door reaches,
//! words and verbs alike, goes with the rest when the program is split (`parts`
//! of the build tool).

/// Makes a function that leads to another one in the rest. Each has a number.
/// The splitter knows both sides by their names, and leads the calls through.
///
/// A call before the rest is there stops the program: so who calls asks
/// [`RestState`](crate::state::rest::RestState) first.
macro_rules! door {
    ($(#[$said:meta])* $number:literal
     $seen:vis fn $name:ident($($given:ident: $type:ty),*) -> $back:ty => $behind:path) => {
        $(#[$said])*
        $seen fn $name($($given: $type),*) -> $back {
            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            #[allow(unsafe_code, improper_ctypes, reason = "both sides are compiled together")]
            unsafe extern "C" {
                #[link_name = concat!(
                    "__wasm_split_00rest00_import_0000000000000000000000000000000", $number, "_",
                    stringify!($name)
                )]
                safe fn import($($given: $type),*) -> $back;
            }

            #[allow(unsafe_code, improper_ctypes_definitions, reason = "as above")]
            #[unsafe(export_name = concat!(
                "__wasm_split_00rest00_export_0000000000000000000000000000000", $number, "_",
                stringify!($name)
            ))]
            extern "C" fn export($($given: $type),*) -> $back {
                $behind($($given),*)
            }

            import($($given),*)
        }
    };
}

pub(crate) use door;
