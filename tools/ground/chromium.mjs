import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { refuse } from './installed.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The path of the machine's Chromium: CHROMIUM_PATH when set, else the first on PATH; undefined when there is none. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, MAC].find(isProgram);
}

/** Makes sure that the browser stories have a Chromium and letters for Chinese. */
export function ensureBrowser() {
  const missing = missingPackages();
  if (missing.length > 0) installPackages(missing);
}

function missingPackages() {
  return [...(findChromium() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fontconfig', 'fonts-noto-cjk'])];
}

function hasChineseFont() {
  if (process.platform === 'darwin') return true;
  return (spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';
}

function installPackages(missing) {
  const asked = `The browser stories need ${missing.join(', ')}.`;
  if (process.getuid?.() !== 0 || !isDebian()) {
    refuse(
      `${asked} Install Chromium (or Chrome; CHROMIUM_PATH may name it) and a Chinese font such as Noto Sans CJK; ` +
        `on Debian or Ubuntu: sudo apt-get install ${missing.join(' ')}`,
    );
  }
  process.stderr.write(`${asked} Installing them with apt-get.\n`);
  apt('update');
  apt('install', '--yes', '--no-install-recommends', ...missing);
  const still = missingPackages();
  if (still.length > 0)
    refuse(`apt-get installed no usable ${still.join(', ')}. Install a Chromium and set CHROMIUM_PATH.`);
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync('apt-get', ['--quiet', ...args], { stdio: ['ignore', 2, 2], env });
  if (status !== 0) refuse(`"apt-get ${args.join(' ')}" failed; its words are above.`);
}

function isDebian() {
  return (
    existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
