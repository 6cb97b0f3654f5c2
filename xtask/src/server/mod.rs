//! A small server of one folder, for work and for tests.
//!
//! It listens on the loopback address only, on a thread of its own, so that
//! it serves blocking and asynchronous callers alike. Its headers are those
//! of the folder's `_headers`, so that the policy in force is the release's.

mod answer;
mod reload;

pub use answer::Answer;

use crate::error::Error;
use answer::{Folder, Wanted};
use axum::{
    Router,
    extract::{Request, State},
    http::request::Parts,
    response::Response,
};
use std::{
    collections::BTreeMap,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::JoinHandle,
};
use tokio::sync::{oneshot, watch};

/// What to serve, and where.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder.
    pub folder: PathBuf,
    /// Where it stands below the root: `/` or such as `/some/where/`.
    pub prefix: String,
    /// The port, or 0 for any that is free.
    pub port: u16,
}

impl Options {
    /// The folder at the root, on any free port.
    pub fn new(folder: impl Into<PathBuf>) -> Options {
        Options { folder: folder.into(), prefix: "/".to_owned(), port: 0 }
    }
}

/// One request that was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// Such as `GET`.
    pub method: String,
    /// The path as it was asked for, with what stands after a `?`.
    pub address: String,
    /// The status of the answer.
    pub status: u16,
}

/// A server that runs until it is stopped or dropped.
#[derive(Debug)]
pub struct Server {
    shared: Arc<Shared>,
    address: SocketAddr,
    running: Option<Running>,
}

#[derive(Debug)]
struct Running {
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

/// What the server and its answers know together.
#[derive(Debug)]
struct Shared {
    folder: Folder,
    prefix: String,
    log: Mutex<Vec<Logged>>,
    instead: Mutex<BTreeMap<String, Answer>>,
    built: watch::Sender<u64>,
}

impl Server {
    /// Starts to serve.
    pub fn start(options: Options) -> Result<Server, Error> {
        let prefix = format!("/{}/", options.prefix.trim_matches('/')).replace("//", "/");
        let shared = Arc::new(Shared {
            folder: Folder::new(options.folder),
            prefix,
            log: Mutex::default(),
            instead: Mutex::default(),
            built: watch::Sender::new(0),
        });
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
        let mut server = Server { shared, address, running: None };
        server.start_again()?;
        Ok(server)
    }

    /// Starts to serve after [`Server::stop`], at the same address.
    pub fn start_again(&mut self) -> Result<(), Error> {
        if self.running.is_some() {
            return Ok(());
        }
        let refused = |source| Error::Address { address: self.address.to_string(), source };
        let listener = TcpListener::bind(self.address).map_err(refused)?;
        listener.set_nonblocking(true).map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(refused)?;
        let (stop, stopped) = oneshot::channel();
        let shared = Arc::clone(&self.shared);
        let thread = std::thread::spawn(move || {
            // Dropping the runtime closes every connection there is, as a
            // server that goes away does.
            runtime.block_on(serve(listener, shared, stopped));
        });
        self.address = address;
        self.running = Some(Running { stop, thread });
        Ok(())
    }

    /// Closes the port and every connection at once.
    pub fn stop(&mut self) {
        if let Some(Running { stop, thread }) = self.running.take() {
            // Either may be gone already, which is what is wanted.
            let _ = stop.send(());
            let _ = thread.join();
        }
    }

    /// Scheme, host and port, without a stroke at the end.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The full address of a file of the folder; `""` is the page itself.
    pub fn url(&self, name: &str) -> String {
        format!("{}{}{name}", self.origin(), self.shared.prefix)
    }

    /// Every request so far.
    pub fn log(&self) -> Vec<Logged> {
        lock(&self.shared.log).clone()
    }

    /// Forgets the requests so far.
    pub fn clear_log(&self) {
        lock(&self.shared.log).clear();
    }

    /// Answers for one file with something else, until [`Server::restore`].
    pub fn answer_instead(&self, name: &str, answer: Answer) {
        lock(&self.shared.instead).insert(name.to_owned(), answer);
    }

    /// Answers from the folder alone again.
    pub fn restore(&self) {
        lock(&self.shared.instead).clear();
    }

    /// Names of the files in the folder, in order.
    pub fn names(&self) -> Vec<String> {
        self.shared.folder.names()
    }

    /// Tells every page that waits for it that the folder was built anew.
    pub fn tell_built(&self) {
        self.shared.built.send_modify(|built| *built += 1);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn serve(listener: TcpListener, shared: Arc<Shared>, stopped: oneshot::Receiver<()>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
        return;
    };
    let app = Router::new().fallback(respond).with_state(shared);
    tokio::spawn(async move {
        // It only ends with the runtime.
        let _ = axum::serve(listener, app).await;
    });
    let _ = stopped.await;
}

async fn respond(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let (request, _) = request.into_parts();
    let response = find(&shared, &request).await;
    lock(&shared.log).push(Logged {
        method: request.method.to_string(),
        address: request.uri.to_string(),
        status: response.status().as_u16(),
    });
    response
}

async fn find(shared: &Shared, request: &Parts) -> Response {
    let Some(name) = request.uri.path().strip_prefix(&shared.prefix) else {
        return answer::not_found();
    };
    if name == "reload-wait" {
        return reload::wait(&shared.built, request.uri.query()).await;
    }
    let wanted = Wanted::new(name, request);
    match lock(&shared.instead).get(wanted.file()) {
        Some(answer) => answer.respond(&shared.folder, &wanted),
        None => shared.folder.respond(&wanted),
    }
}

/// A panic elsewhere leaves the lists usable: each change to them is whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
