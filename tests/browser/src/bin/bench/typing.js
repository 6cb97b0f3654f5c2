// Puts a text into a field and has each key measured: from the press, as the
// browser dates it, to the frame that shows what it changed. The field is the
// editor's, or a bare one over it.
const [text, name, done] = arguments;
location.hash = '#/write';
const bare = (field) => {
  const made = document.createElement('textarea');
  const { top, left, width, height } = field.getBoundingClientRect();
  Object.assign(made.style, {
    position: 'fixed',
    top: `${top}px`,
    left: `${left}px`,
    width: `${width}px`,
    height: `${height}px`,
    font: getComputedStyle(field).font,
  });
  document.body.append(made);
  return made;
};
const begin = () => {
  let field = document.getElementById('words');
  if (location.hash !== '#/write' || !field) {
    setTimeout(begin, 5);
    return;
  }
  if (name === 'bare') field = bare(field);
  window.freshetKeys = [];
  let pressed = 0;
  addEventListener('keydown', (event) => { pressed = event.timeStamp; }, true);
  field.addEventListener('input', () => {
    const since = pressed;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.freshetKeys.push(performance.now() - since);
      port2.postMessage(0);
    });
  });
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  // What the text itself costs is none of a key's.
  setTimeout(() => {
    field.focus();
    const middle = text.length / 2;
    field.setSelectionRange(middle, middle);
    window.freshetKeys = [];
    done(true);
  }, 3000);
};
begin();
