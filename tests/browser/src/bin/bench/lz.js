// Reads {bytes, texts}; says what lz-string makes of each text and of all in one.
const lz = require('lz-string');
const { bytes, texts } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const size = (text) => (bytes ? lz.compressToUint8Array(text).length : lz.compressToUTF16(text).length);
const each = texts.reduce((sum, text) => sum + size(text), 0);
process.stdout.write(JSON.stringify({ each, whole: size(`[${texts.join(',')}]`) }));
