//! Freshet in real browsers.
