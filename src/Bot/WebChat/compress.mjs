// usage: node compress.mjs FROM TO: copies Web Chat's bundle, and writes it compressed beside, once at build instead of at each request.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const [from, to] = process.argv.slice(2);
const bundle = fs.readFileSync(path.join(from, 'webchat.js'));
const brotli = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9, [zlib.constants.BROTLI_PARAM_LGWIN]: 22 } };
fs.mkdirSync(to, { recursive: true });
fs.copyFileSync(path.join(from, 'webchat.js.LICENSE.txt'), path.join(to, 'webchat.js.LICENSE.txt'));
fs.writeFileSync(path.join(to, 'webchat.js.br'), zlib.brotliCompressSync(bundle, brotli));
fs.writeFileSync(path.join(to, 'webchat.js.gz'), zlib.gzipSync(bundle, { level: 9 }));
fs.writeFileSync(path.join(to, 'webchat.js'), bundle); // last: the build looks at it to know whether all of this is done
