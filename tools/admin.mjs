// npm run admin -- …: the operator's commands; server/src/main.ts knows them.
import { become } from './ground/become.mjs';
import { ensureInstalled } from './ground/installed.mjs';

await ensureInstalled();
become(['server/src/main.ts', 'admin', ...process.argv.slice(2)]);
