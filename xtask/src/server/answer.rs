//! From a name to the file's bytes, with the right headers.

use crate::headers;
use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use std::{
    fs,
    path::{Component, Path, PathBuf},
};

/// What to answer in place of a file.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Only the first so many bytes of it.
    Cut(usize),
    /// An error page of HTML, with this status.
    ErrorPage(u16),
    /// These bytes, as if they were the file.
    Bytes(Vec<u8>),
}

/// The folder that is served.
#[derive(Debug)]
pub(super) struct Folder(PathBuf);

/// What a request is for.
#[derive(Debug)]
pub(super) struct Wanted<'a> {
    name: &'a str,
    encodings: Vec<String>,
    head_only: bool,
    allowed: bool,
}

impl<'a> Wanted<'a> {
    pub(super) fn new(name: &'a str, request: &Parts) -> Wanted<'a> {
        let accepted = request.headers.get(header::ACCEPT_ENCODING);
        let accepted = accepted.and_then(|value| value.to_str().ok()).unwrap_or_default();
        let encoding = |part: &str| part.split(';').next().unwrap_or_default().trim().to_owned();
        let method = request.method.as_str();
        Wanted {
            name,
            encodings: accepted.split(',').map(encoding).collect(),
            head_only: method == "HEAD",
            allowed: matches!(method, "GET" | "HEAD"),
        }
    }

    /// The file's name: a folder is answered with its page.
    pub(super) fn file(&self) -> &str {
        if self.name.is_empty() { "index.html" } else { self.name }
    }
}

impl Folder {
    pub(super) fn new(path: PathBuf) -> Folder {
        Folder(path)
    }

    pub(super) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).into_iter().flatten().flatten();
        let mut names: Vec<_> =
            entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.sort();
        names
    }

    /// Answers with the file, compressed when the browser takes it so.
    pub(super) fn respond(&self, wanted: &Wanted<'_>) -> Response {
        if !wanted.allowed {
            return StatusCode::METHOD_NOT_ALLOWED.into_response();
        }
        let Some(path) = self.path(wanted.file()) else {
            return not_found();
        };
        for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
            let packed = path.with_added_extension(ending);
            if !wanted.encodings.iter().any(|accepted| accepted == encoding) {
                continue;
            }
            if let Ok(bytes) = fs::read(packed) {
                let mut response = self.with_headers(wanted, bytes);
                let value = HeaderValue::from_static(encoding);
                response.headers_mut().insert(header::CONTENT_ENCODING, value);
                return response;
            }
        }
        match fs::read(&path) {
            Ok(bytes) => self.with_headers(wanted, bytes),
            Err(_) => not_found(),
        }
    }

    /// The path of a name, unless it would leave the folder.
    fn path(&self, name: &str) -> Option<PathBuf> {
        let plain = |part| matches!(part, Component::Normal(_));
        let suspect = name.contains(['%', '\\', ':', '\0']) || name == "_headers";
        let inside = !suspect && Path::new(name).components().all(plain);
        let path = self.0.join(name);
        (inside && path.is_file()).then_some(path)
    }

    fn with_headers(&self, wanted: &Wanted<'_>, bytes: Vec<u8>) -> Response {
        let body = if wanted.head_only { Body::empty() } else { Body::from(bytes) };
        let mut response = Response::new(body);
        let kind = HeaderValue::from_static(kind(wanted.file()));
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        let file = fs::read_to_string(self.0.join("_headers")).unwrap_or_default();
        for (name, value) in headers::read(&file, &format!("/{}", wanted.name)) {
            if let (Ok(name), Ok(value)) =
                (HeaderName::try_from(name), HeaderValue::try_from(value))
            {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

impl Answer {
    pub(super) fn respond(&self, folder: &Folder, wanted: &Wanted<'_>) -> Response {
        match self {
            Answer::Cut(length) => {
                let path = folder.path(wanted.file());
                let mut bytes = path.and_then(|path| fs::read(path).ok()).unwrap_or_default();
                bytes.truncate(*length);
                folder.with_headers(wanted, bytes)
            }
            Answer::Bytes(bytes) => folder.with_headers(wanted, bytes.clone()),
            Answer::ErrorPage(status) => {
                let status = StatusCode::from_u16(*status).unwrap_or(StatusCode::NOT_FOUND);
                let page = "<!doctype html><title>Error</title><p>Something went wrong.";
                (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
            }
        }
    }
}

pub(super) fn not_found() -> Response {
    (StatusCode::NOT_FOUND, "There is nothing at this address.\n").into_response()
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
