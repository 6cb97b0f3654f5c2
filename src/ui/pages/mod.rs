//! The screens, a file each.

pub mod about;
pub mod bin;
pub mod cover;
pub mod entry;
pub mod exercise;
pub mod exercises;
pub mod follow_up;
pub mod home;
pub mod journal;
pub mod keys;
pub mod not_found;
pub mod settings;
pub mod steady;
pub mod storage;
pub mod support;
pub mod theme;
pub mod themes;
pub mod write;
