//! Several tabs of one browser, of which one is used at a time.

use super::Browser;
use crate::error::Error;
use fantoccini::wd::WindowHandle;

/// A tab.
#[derive(Clone, Debug)]
pub struct Tab(WindowHandle);

impl Browser {
    /// The tab that is used now.
    pub fn tab(&self) -> Result<Tab, Error> {
        self.ask(async |client| client.window().await.map(Tab))
    }

    /// Opens another tab; the one that was used stays as it is.
    pub fn open_tab(&self) -> Result<Tab, Error> {
        self.ask(async |client| {
            let new = client.new_window(true).await?.handle;
            client.switch_to_window(new.clone()).await?;
            Ok(Tab(new))
        })
    }

    /// Goes on in a tab.
    pub fn switch_to(&self, tab: &Tab) -> Result<(), Error> {
        let handle = tab.0.clone();
        self.ask(async move |client| client.switch_to_window(handle).await)
    }

    /// Closes every tab but the one that is used.
    pub fn close_other_tabs(&self) -> Result<(), Error> {
        self.ask(async |client| {
            let here = client.window().await?;
            for other in client.windows().await?.into_iter().filter(|other| *other != here) {
                client.switch_to_window(other).await?;
                client.close_window().await?;
            }
            client.switch_to_window(here).await
        })
    }
}
