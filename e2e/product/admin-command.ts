import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './product-process.ts';

/** Runs one operator command against a data directory; returns what it printed as JSON. */
export async function admin(directory: string, args: readonly string[], input = ''): Promise<Record<string, unknown>> {
  const child = spawn(process.execPath, [join(root, 'server/src/main.ts'), 'admin', ...args], {
    cwd: root,
    env: {
      ...process.env,
      DEALTRAIL_DATA: directory,
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node-compile'),
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(input);
  let printed = '';
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  for await (const chunk of child.stdout) printed += String(chunk);
  const code = await ended;
  if (code !== 0) throw new Error(`admin ${args[0]} ended with ${code}: ${printed}`);
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '{}') as Record<string, unknown>;
}
