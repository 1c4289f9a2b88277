// npm run bench -- NAME …: one measurement of bench/.
import { runNamed } from './ground/run-named.mjs';

await runNamed('bench');
