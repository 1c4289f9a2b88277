import { join } from 'node:path';
import { ROOT } from '../ground/installed.mjs';
import { runCommand } from './run-command.mjs';

const PROJECTS = ['protocol', 'server', 'web', 'e2e', 'tools'];
const TSC = join(ROOT, 'node_modules', 'typescript-7', 'bin', 'tsc');

/** Types of every workspace, by the compiler that was meant: under `.bin/tsc` lies another one. */
export async function typeCheck() {
  const version = await runCommand([process.execPath, TSC, '--version']);
  if (!version.said.startsWith('Version 7.')) {
    return { passed: 0, failed: 1, said: `TypeScript 7 was expected: ${version.said}` };
  }
  const said = [];
  for (const project of PROJECTS) {
    const result = await runCommand([process.execPath, TSC, '-p', project]);
    if (!result.ok) said.push(result.said);
  }
  return said.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, said: said.join('\n') };
}
