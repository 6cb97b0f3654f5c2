// Puts a text into the editor and has each key measured: from the press, as the
// browser dates it, to the frame that shows what it changed.
const [text, done] = arguments;
location.hash = '#/write';
const begin = () => {
  const field = document.getElementById('words');
  if (location.hash !== '#/write' || !field) {
    setTimeout(begin, 5);
    return;
  }
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
