// npm start: installs, builds and serves. Plain JavaScript that Node 20 runs, because it brings Node 24 itself.
import { become } from './ground/become.mjs';
import { ensureInstalled } from './ground/installed.mjs';
import { ensureWebBuilt } from './ground/web-build.mjs';

await ensureInstalled();
ensureWebBuilt();
become(['server/src/main.ts', 'all', ...process.argv.slice(2)]);
