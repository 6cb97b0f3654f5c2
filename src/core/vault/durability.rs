//! Our own account of what a browser has written to disk. *Saved* means read
//! back equal from the browser; *on disk* is what is said here, from what is
//! known of each engine, and never a promise.
//!
//! Chromium writes the first change after 5 s; then the n-th batch not before n
//! minutes from the page's start, and not before all bytes written so far fit
//! a rate of 10 MiB an hour (its `StorageAreaImpl`, seen to hold with a killed
//! browser). Firefox writes within 8 s, WebKit within one.

/// The engines whose ways are known. Times are seconds from the page's start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge and their like.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari, and all browsers on iPhones and iPads.
    WebKit,
}

/// What was written, and when it reaches the disk.
#[derive(Debug, Clone)]
pub struct Account {
    engine: Engine,
    batches: u32,
    bytes: u64,
    /// When the batch under way is written.
    due: Option<f64>,
    /// Bytes of the batch under way.
    waiting: u64,
    /// When something was rewritten in the background, and how many bytes.
    background: Vec<(f64, u64)>,
}

const FIRST: f64 = 5.0;
const BATCH: f64 = 60.0;
/// A save that waits longer waits for more than the next batch.
const LONG: f64 = 2.0 * BATCH;
const HOUR: f64 = 3_600.0;
const BYTES_AN_HOUR: u64 = 10 << 20;

impl Account {
    /// Nothing is written yet.
    pub fn new(engine: Engine) -> Self {
        Self { engine, batches: 0, bytes: 0, due: None, waiting: 0, background: Vec::new() }
    }

    /// Notes that so many UTF-16 units of names and values were written.
    pub fn wrote(&mut self, now: f64, units: u64) {
        if units == 0 {
            return;
        }
        self.settle(now);
        self.waiting += units * 2;
        if self.due.is_none() {
            self.due = Some(now + self.delay(now));
        }
    }

    /// Notes that so many of the units written were rewritten in the
    /// background.
    pub fn rewrote(&mut self, now: f64, units: u64) {
        if units > 0 {
            self.background.push((now, units * 2));
        }
    }

    /// Whether the background may write: it takes at most half of what the
    /// browser writes in an hour.
    pub fn may_rewrite(&self, now: f64) -> bool {
        let recent = self.background.iter().filter(|(at, _)| now - at < HOUR);
        self.engine != Engine::Chromium
            || recent.map(|(_, bytes)| bytes).sum::<u64>() < BYTES_AN_HOUR / 2
    }

    /// Seconds until everything is on disk; 0 where it is.
    pub fn until_on_disk(&mut self, now: f64) -> f64 {
        self.settle(now);
        self.due.map_or(0.0, |due| due + self.margin() - now)
    }

    /// For about how many minutes the browser is better left open: where much was
    /// rewritten, so that what is saved waits longer than it does otherwise.
    pub fn leave_open(&mut self, now: f64) -> Option<u32> {
        let until = self.until_on_disk(now);
        (until > LONG).then(|| (until / 60.0).ceil() as u32)
    }

    /// Takes note of a batch that was written meanwhile.
    fn settle(&mut self, now: f64) {
        if self.due.is_some_and(|due| due + self.margin() <= now) {
            self.batches += 1;
            self.bytes += std::mem::take(&mut self.waiting);
            self.due = None;
        }
    }

    /// Timers come late, and writing takes a moment.
    fn margin(&self) -> f64 {
        match self.engine {
            Engine::WebKit => 1.0,
            Engine::Chromium | Engine::Firefox => 3.0,
        }
    }

    fn delay(&self, now: f64) -> f64 {
        match self.engine {
            Engine::WebKit => 0.5,
            Engine::Firefox => 6.0,
            Engine::Chromium => {
                let by_count = f64::from(self.batches) * BATCH - now;
                let by_rate = self.bytes as f64 / BYTES_AN_HOUR as f64 * HOUR - now;
                FIRST.max(by_count).max(by_rate)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(account: &mut Account, now: f64, expected: f64) {
        let until = account.until_on_disk(now);
        assert!((until - expected).abs() < 0.01, "{until}");
    }

    #[test]
    fn chromium_writes_first_after_five_seconds_and_then_by_the_minute() {
        let mut account = Account::new(Engine::Chromium);
        check(&mut account, 0.0, 0.0);
        account.wrote(1.0, 300);
        check(&mut account, 1.0, 8.0);
        check(&mut account, 9.5, 0.0);
        // The second batch waits for the first minute.
        account.wrote(10.0, 300);
        check(&mut account, 10.0, 53.0);
        account.wrote(40.0, 300);
        check(&mut account, 40.0, 23.0);
        check(&mut account, 64.0, 0.0);
    }

    #[test]
    fn a_lone_save_after_a_while_is_quick() {
        let mut account = Account::new(Engine::Chromium);
        account.wrote(1.0, 300);
        account.wrote(500.0, 300);
        check(&mut account, 500.0, 8.0);
    }

    #[test]
    fn a_rewritten_vault_makes_the_next_save_wait() {
        let mut account = Account::new(Engine::Chromium);
        account.wrote(0.0, 944_000);
        account.wrote(20.0, 300);
        assert!(account.until_on_disk(20.0) > 600.0);
    }

    #[test]
    fn after_a_bulk_rewrite_the_browser_is_to_be_left_open() {
        let mut account = Account::new(Engine::Chromium);
        for minute in 0..20 {
            account.wrote(f64::from(minute) * 60.0, 3_000);
            assert_eq!(account.leave_open(f64::from(minute) * 60.0), None);
        }
        account.wrote(1_300.0, 944_000);
        account.wrote(1_320.0, 944_000);
        assert_eq!(account.leave_open(1_321.0), None);
        account.wrote(1_340.0, 300);
        assert_eq!(account.leave_open(1_340.0), None);
        // From the start of a page there is nothing in reserve.
        let mut account = Account::new(Engine::Chromium);
        account.wrote(1.0, 944_000);
        assert_eq!(account.leave_open(2.0), None);
        account.wrote(20.0, 300);
        assert_eq!(account.leave_open(20.0), Some(11));
        assert_eq!(account.leave_open(320.0), Some(6));
        assert_eq!(account.leave_open(700.0), None);
        let mut account = Account::new(Engine::Firefox);
        account.wrote(1.0, 5_000_000);
        account.wrote(20.0, 5_000_000);
        assert_eq!(account.leave_open(20.0), None);
    }

    #[test]
    fn other_engines_are_quick() {
        let mut account = Account::new(Engine::Firefox);
        account.wrote(0.0, 5_000_000);
        check(&mut account, 0.0, 9.0);
        let mut account = Account::new(Engine::WebKit);
        account.wrote(0.0, 5_000_000);
        check(&mut account, 0.0, 1.5);
    }

    #[test]
    fn the_background_takes_half_of_the_hour() {
        let mut account = Account::new(Engine::Chromium);
        account.rewrote(0.0, 2 << 20);
        assert!(account.may_rewrite(10.0));
        account.rewrote(10.0, 1 << 20);
        assert!(!account.may_rewrite(20.0));
        assert!(account.may_rewrite(3_700.0));
        let mut account = Account::new(Engine::Firefox);
        account.rewrote(0.0, 50 << 20);
        assert!(account.may_rewrite(1.0));
    }
}
