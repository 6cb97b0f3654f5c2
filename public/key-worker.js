// A worker that makes a key of a passphrase, so that the page stays free to
// draw and to be left. It runs the same program, whose `main` serves here when
// there is no page; it is ended afterwards, and its memory with it.
// The page that is one file puts its own script, which declares
// `wasm_bindgen`, before this text.
self.onmessage = function (event) {
  'use strict';
  var load = typeof wasm_bindgen === 'undefined'
    ? import(event.data.script).then(function (program) { return program.default; })
    : Promise.resolve(wasm_bindgen);
  load.then(function (init) {
    return init({ module_or_path: event.data.module });
  }).then(function (running) {
    return WebAssembly.instantiate(event.data.rest, { __wasm_split: running });
  }).then(function () {
    // The program has put itself in this function's place.
    self.onmessage(event);
  }).catch(function () {
    self.postMessage(null);
  });
};
