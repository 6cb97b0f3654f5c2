//! What is shown. It reads state and calls its verbs: no storage, no codec,
//! and no text that a person reads, for those stand in `content/`. Screens and
//! parts are functions that give a [`view::View`].

pub mod app;
pub mod charts;
pub mod children;
pub mod pages;
pub mod parts;
pub mod rest;
pub mod view;
