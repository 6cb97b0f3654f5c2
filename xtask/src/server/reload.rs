//! The answer that a page waits for while its source is worked on.

use axum::response::{IntoResponse, Response};
use std::time::Duration;
use tokio::sync::watch;

/// Shorter than any browser or proxy waits for an answer.
const PATIENCE: Duration = Duration::from_secs(25);

/// Answers with the number of builds: at once when the page knows another
/// one, else after the next build or when patience ends.
pub(super) async fn wait(built: &watch::Sender<u64>, query: Option<&str>) -> Response {
    let known = query.and_then(|query| query.strip_prefix("known=")).unwrap_or_default();
    let mut receiver = built.subscribe();
    let other = |now: &u64| now.to_string() != known;
    // Both outcomes end in the same answer: the number as it is then.
    let _ = tokio::time::timeout(PATIENCE, receiver.wait_for(other)).await;
    let now = built.borrow().to_string();
    ([("cache-control", "no-store")], now).into_response()
}
