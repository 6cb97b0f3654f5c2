use super::*;
use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
};

struct Scene {
    server: Server,
    folder: PathBuf,
}

impl Drop for Scene {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn scene(name: &str, prefix: &str) -> Scene {
    let above = std::env::temp_dir().join(format!("xtask-server-{name}-{}", std::process::id()));
    let folder = above.join("dist");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(above.join("secret.txt"), "secret").expect("a file");
    for (name, text) in [
        ("index.html", "<p>page"),
        ("a.wasm", "0123456789"),
        ("a.wasm.br", "packed"),
        ("_headers", "/\n  X-Page: yes\n/a.wasm\n  X-Page: no\n"),
    ] {
        fs::write(folder.join(name), text).expect("a file");
    }
    let options = Options { prefix: prefix.to_owned(), ..Options::new(folder) };
    Scene { server: Server::start(options).expect("a free port"), folder: above }
}

impl Scene {
    /// Sends a request line as it stands, which no client library would.
    fn ask(&self, line: &str, headers: &str) -> String {
        let mut stream = TcpStream::connect(self.server.address).expect("it listens");
        let request = format!("{line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
    }

    #[track_caller]
    fn check(&self, path: &str, status: u16, holds: &str) {
        let answer = self.ask(&format!("GET {path}"), "");
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{path}: {answer}");
        assert!(answer.contains(holds), "{path}: {answer}");
    }
}

#[test]
fn files_come_with_their_kind_and_headers() {
    let scene = scene("files", "/");
    scene.check("/", 200, "<p>page");
    scene.check("/", 200, "x-page: yes");
    scene.check("/index.html?a=b", 200, "content-type: text/html");
    scene.check("/a.wasm", 200, "content-type: application/wasm");
    scene.check("/a.wasm", 200, "x-page: no");
    scene.check("/none", 404, "");
}

#[test]
fn nothing_outside_the_folder_is_read() {
    let scene = scene("outside", "/");
    for path in [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/./../secret.txt",
        "//../secret.txt",
        "/..\\secret.txt",
        "/_headers",
        "//etc/passwd",
    ] {
        let answer = scene.ask(&format!("GET {path}"), "");
        assert!(answer.starts_with("HTTP/1.1 4"), "{path}: {answer}");
    }
}

#[test]
fn a_prefix_is_a_folder() {
    let scene = scene("prefix", "some/where");
    scene.check("/some/where/", 200, "<p>page");
    scene.check("/some/where/a.wasm", 200, "0123456789");
    scene.check("/", 404, "");
    assert!(scene.server.url("a.wasm").ends_with("/some/where/a.wasm"));
}

#[test]
fn packed_files_go_to_whoever_takes_them() {
    let scene = scene("packed", "/");
    let answer = scene.ask("GET /a.wasm", "Accept-Encoding: gzip, br;q=1.0\r\n");
    assert!(answer.contains("content-encoding: br") && answer.ends_with("packed"), "{answer}");
    let answer = scene.ask("GET /a.wasm", "Accept-Encoding: gzip\r\n");
    assert!(answer.ends_with("0123456789"), "{answer}");
}

#[test]
fn answers_can_be_replaced_and_restored() {
    let scene = scene("instead", "/");
    scene.server.answer_instead("a.wasm", Answer::Cut(4));
    assert!(scene.ask("GET /a.wasm", "").ends_with("\r\n\r\n0123"));
    scene.server.answer_instead("a.wasm", Answer::ErrorPage(200));
    scene.check("/a.wasm", 200, "content-type: text/html");
    scene.server.answer_instead("index.html", Answer::Bytes(b"other".to_vec()));
    scene.check("/", 200, "other");
    scene.server.restore();
    scene.check("/a.wasm", 200, "0123456789");
}

#[test]
fn other_methods_are_refused() {
    let scene = scene("methods", "/");
    assert!(scene.ask("POST /", "Content-Length: 0\r\n").starts_with("HTTP/1.1 405"));
    assert!(scene.ask("HEAD /", "").ends_with("\r\n\r\n"));
}

#[test]
fn it_stops_and_starts_at_the_same_address_and_keeps_its_log() {
    let mut scene = scene("again", "/");
    scene.check("/", 200, "");
    let address = scene.server.address;
    scene.server.stop();
    assert!(TcpStream::connect(address).is_err());
    scene.server.start_again().expect("the port is free again");
    scene.check("/none?x", 404, "");
    assert_eq!(scene.server.address, address);
    let log = scene.server.log();
    let seen: Vec<_> = log.iter().map(|one| (one.address.as_str(), one.status)).collect();
    assert_eq!(seen, [("/", 200), ("/none?x", 404)]);
}

#[test]
fn a_page_that_waits_is_told_of_a_build() {
    let scene = scene("reload", "/");
    scene.check("/reload-wait?known=", 200, "\r\n\r\n0");
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| scene.ask("GET /reload-wait?known=0", ""));
        std::thread::sleep(std::time::Duration::from_millis(100));
        scene.server.tell_built();
        assert!(waiting.join().expect("it ends").ends_with("\r\n\r\n1"));
    });
}
