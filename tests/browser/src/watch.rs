//! What must never happen, whatever a person does: a request to another host,
//! one for what is no file of the page, a broken policy, an error in the page.

use crate::{browser::Browser, error::Error, profile::Profile, site::Site};
use serde_json::Value;
use std::{collections::BTreeSet, fs};
use url::Url;

const BEGIN: &str = r"
if (window.freshetSeen) return;
const seen = window.freshetSeen = [];
addEventListener('securitypolicyviolation', (e) =>
  seen.push(`the policy was broken: ${e.effectiveDirective} by ${e.blockedURI} ${e.sample}`));
addEventListener('error', (e) => seen.push(`an error: ${e.message}`));
addEventListener('unhandledrejection', (e) => seen.push(`an unhandled rejection: ${e.reason}`));
";

const END: &str = r"
const foreign = performance.getEntriesByType('resource').map((entry) => entry.name)
  .filter((name) => !name.startsWith(location.origin) && !/^(data|blob|file):/.test(name));
return [...(window.freshetSeen || []), ...foreign.map((name) => `it fetched ${name}`)];
";

/// Begins to watch the page that is open, until it is left.
pub fn begin(browser: &Browser) -> Result<(), Error> {
    browser.script(BEGIN, vec![]).map(|_| ())
}

/// What was seen in the page that is open.
pub fn seen(browser: &Browser) -> Result<Vec<String>, Error> {
    let seen = browser.script(END, vec![])?;
    let mut all: Vec<String> = texts(&seen).collect();
    all.extend(browser.console()?);
    Ok(all)
}

fn texts(list: &Value) -> impl Iterator<Item = String> {
    list.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned))
}

/// Requests that the page had no reason for.
pub fn requests(site: &Site) -> Vec<String> {
    let said = |request: xtask::server::Logged| {
        format!("{} {} was answered {}", request.method, request.address, request.status)
    };
    site.strange_requests().into_iter().map(said).collect()
}

/// Hosts that a page in Chromium asked for anything, but this machine. They
/// are written down when it is closed. What the browser asks for by itself has
/// no page that began it.
pub fn foreign_hosts(profile: &Profile) -> Result<BTreeSet<String>, Error> {
    let log = fs::read_to_string(profile.network_log())
        .map_err(Error::system("read Chromium's network log"))?;
    // An event a line, with a comma at its end. A line that was cut is none.
    let events = log
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line.trim_end_matches(',')).ok());
    let address = |event: Value| {
        let initiator = event["params"]["initiator"].as_str()?;
        if initiator == "not an origin" {
            return None;
        }
        let address = event["params"]["url"].as_str()?;
        let address = Url::parse(address).ok()?;
        let host = address.host_str()?.to_owned();
        let fetched = matches!(address.scheme(), "http" | "https" | "ws" | "wss");
        (fetched && host != "127.0.0.1").then_some(host)
    };
    Ok(events.filter_map(address).collect())
}
