//! The generated tables. The package `freshet-content` writes them from
//! `content/en/`; see its documentation for the shapes of those files.

use super::exercises::{
    Choice, Count, Exercise, Exit, FollowUp, Form, Limit, OnlyIf, Sense, Step, StepKind,
};
use super::pages::Page;
use super::sit::{Offer, Row, Sit};
use super::support::{Contact, Emergency, Place, Service};
use super::themes::{Prompt, Theme};
use crate::core::feeling::{Family, Feeling, Point};

include!(concat!(env!("OUT_DIR"), "/tables.rs"));
