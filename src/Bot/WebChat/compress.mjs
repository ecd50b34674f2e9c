// usage: node compress.mjs MODULES CHAT TAB: copies the bundles of the pages, and writes them compressed beside, once at build instead of at each request.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const [modules, chat, tab] = process.argv.slice(2);
const brotli = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9, [zlib.constants.BROTLI_PARAM_LGWIN]: 22 } };

const place = (from, license, folder, name) => {
  const bundle = fs.readFileSync(path.join(modules, from));
  fs.mkdirSync(folder, { recursive: true });
  fs.copyFileSync(path.join(modules, license), path.join(folder, `${name}.LICENSE.txt`));
  fs.writeFileSync(path.join(folder, `${name}.br`), zlib.brotliCompressSync(bundle, brotli));
  fs.writeFileSync(path.join(folder, `${name}.gz`), zlib.gzipSync(bundle, { level: 9 }));
  fs.writeFileSync(path.join(folder, name), bundle);
};

const teams = '@microsoft/teams-js';
place(`${teams}/dist/umd/MicrosoftTeams.min.js`, `${teams}/LICENSE`, tab, 'teams.js');
// Last: the build looks at it to know whether all of this is done.
place('botframework-webchat/dist/webchat.js', 'botframework-webchat/dist/webchat.js.LICENSE.txt', chat, 'webchat.js');
