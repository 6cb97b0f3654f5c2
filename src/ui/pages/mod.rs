//! The screens, a file each.

pub mod about;
pub mod begin;
pub mod bin;
pub mod close;
pub mod companion;
pub mod cover;
pub mod entry;
pub mod exercise;
pub mod exercises;
pub mod export;
pub mod home;
pub mod import;
pub mod journal;
pub mod ketamine;
pub mod keys;
pub mod lock;
pub mod not_found;
pub mod settings;
pub mod sources;
pub mod steady;
pub mod storage;
pub mod support;
pub mod theme;
pub mod themes;
pub mod unlock;
pub mod write;
