//! Builds, serves and tests Freshet.
