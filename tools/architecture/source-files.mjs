import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const FOLDERS = ['protocol/src', 'server/src', 'web/src', 'e2e', 'bench', 'drills', 'tools'];
const CODE = /\.(ts|tsx|mjs|cjs|sql)$/;

/** The hand-written source files of the house: path from the root, text, and whether it is test code. */
export function sourceFiles(root) {
  return FOLDERS.filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => below(root, folder))
    .filter((path) => CODE.test(path))
    .map((path) => ({
      path,
      folder: dirname(path),
      name: basename(path),
      isTest: /\.(test|spec)\.tsx?$/.test(path) || /(^|\/)testing\//.test(path) || path.startsWith('e2e/'),
      isScript: /\.(ts|tsx)$/.test(path),
      text: readFileSync(join(root, path), 'utf8'),
    }));
}

function below(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? below(root, path) : [path];
  });
}
