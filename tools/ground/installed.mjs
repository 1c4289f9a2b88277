import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The Node 24 that npm installs with the packages; the product runs on it whatever Node the machine has. */
export const NODE = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const NODE_MAJOR = 24;
const OLDEST_NODE = 20;

/** Brings node_modules in line with package-lock.json when it is not, with visible progress on standard error. */
export async function ensureInstalled() {
  const running = Number.parseInt(process.versions.node, 10);
  if (running < OLDEST_NODE) {
    refuse(`Node ${process.versions.node} is too old to install Dealtrail; Node ${OLDEST_NODE} or newer is needed.`);
  }
  const locked = readPackages(join(ROOT, 'package-lock.json'));
  const matches = () => isInstalled(locked, readPackages(join(ROOT, 'node_modules', '.package-lock.json')));
  if (!matches()) {
    await install();
    if (!matches())
      refuse('npm installed other versions than package-lock.json names. Run "npm ci", then start again.');
  }
  const got = spawnSync(NODE, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  if (Number.parseInt(got.slice(1), 10) !== NODE_MAJOR) {
    refuse(
      `npm did not install Node ${NODE_MAJOR} (found ${got || 'none'} at ${NODE}). ` +
        'Its install script must be allowed to run: "npm config delete ignore-scripts", then "npm ci".',
    );
  }
}

/** True when every package of the lock file is installed in its version; optional ones of other platforms may lack. */
export function isInstalled(locked, found) {
  return Object.entries(locked).every(([path, { version, optional, link }]) => {
    if (!path.includes('node_modules/') || link) return true;
    const installed = found[path];
    return installed === undefined ? optional === true : installed.version === version;
  });
}

/** Ends with a message that says what to do. */
export function refuse(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return {};
  }
}

async function install() {
  process.stderr.write('Installing packages; this happens once and takes a minute or two.\n');
  // Not `npm ci`: it throws away what is already there, and refuses a lock whose registry lacks a foreign platform's part.
  const args = ['install', '--no-save', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const [file, fileArgs] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args];
  const child = spawn(file, [...fileArgs, '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  let seconds = 0;
  const progress = setInterval(() => {
    seconds += 5;
    process.stderr.write(`  still installing, ${seconds} s\n`);
  }, 5_000);
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', resolve);
  });
  clearInterval(progress);
  if (code !== 0) refuse(`"npm install" failed (exit code ${code}); its words are above.`);
}
