//! `cargo xtask icons`: the icons in pixels, from the drawn one.

use crate::{
    browsers::{self, Engine},
    command,
    error::Error,
    folder,
    project::Project,
    site::{ICON, ICONS, TOUCH_ICON},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use std::{fs, path::Path, process::Command};

/// An icon to draw: its name, its size, and how much of it the drawing takes.
/// Systems cut a maskable icon to a shape of theirs, and only the middle four
/// fifths are sure to be seen; phones show no transparent corner.
const PLANS: [(&str, u32, Option<f32>); 4] = [
    (ICONS[0], 192, None),
    (ICONS[1], 512, None),
    (ICONS[2], 512, Some(0.8)),
    (TOUCH_ICON, 180, Some(1.0)),
];

/// Draws every icon anew.
pub fn run(project: &Project) -> Result<(), Error> {
    browsers::set_up(Engine::Chromium)?;
    let source = project.path(Path::new("public").join(ICON));
    let drawing = fs::read(&source).map_err(Error::file("read", source))?;
    for (name, size, full) in PLANS {
        let path = project.path(Path::new("public").join(name));
        let png = draw(project, &drawing, size, full)?;
        fs::write(&path, png).map_err(Error::file("write", path))?;
    }
    println!("Drew {} icons into public/. Look at them, then commit them.", PLANS.len());
    Ok(())
}

/// Has Chromium draw onto a canvas and write its bytes into the page.
fn draw(project: &Project, svg: &[u8], size: u32, full: Option<f32>) -> Result<Vec<u8>, Error> {
    let page = project.target("icon.html");
    fs::write(&page, canvas_page(svg, size, full)).map_err(Error::file("write", &page))?;
    let profile = project.target("icon-profile");
    folder::remove(&profile)?;
    let mut chromium = Command::new("chromium");
    chromium.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]);
    chromium.args(["--disable-background-networking", "--virtual-time-budget=5000", "--dump-dom"]);
    chromium.arg(format!("--user-data-dir={}", profile.display()));
    let dom = command::output(chromium.arg(format!("file://{}", page.display())))?;
    let failed = || Error::refused("Chromium did not draw the icon");
    let (_, data) = dom.split_once("data:image/png;base64,").ok_or_else(failed)?;
    let (data, _) = data.split_once('<').ok_or_else(failed)?;
    STANDARD.decode(data).map_err(|_| failed())
}

fn canvas_page(svg: &[u8], size: u32, full: Option<f32>) -> String {
    let svg = STANDARD.encode(svg);
    let (fill, part) = (full.is_some(), full.unwrap_or(1.0));
    format!(
        "<!doctype html><pre></pre><script>
const image = new Image();
image.onload = () => {{
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = {size};
  const pen = canvas.getContext('2d', {{ willReadFrequently: true }});
  pen.drawImage(image, 0, 0, {size}, {size});
  if ({fill}) {{
    // The drawing's own ground, found just inside the middle of its upper edge.
    const [red, green, blue] = pen.getImageData({size} / 2, 2, 1, 1).data;
    pen.fillStyle = `rgb(${{red}} ${{green}} ${{blue}})`;
    pen.fillRect(0, 0, {size}, {size});
    const side = {size} * {part}, edge = ({size} - side) / 2;
    pen.drawImage(image, edge, edge, side, side);
  }}
  document.querySelector('pre').textContent = canvas.toDataURL('image/png');
}};
image.src = 'data:image/svg+xml;base64,{svg}';
</script>"
    )
}
