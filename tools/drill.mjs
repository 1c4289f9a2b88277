// npm run drill -- NAME …: one fault drill of drills/.
import { runNamed } from './ground/run-named.mjs';

await runNamed('drills');
