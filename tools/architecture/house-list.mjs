import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOUSE_ORDER } from '../house-order.mjs';

const IMPORT = /import\s*\{\s*(?:\w+\s+as\s+)?(\w+)\s*\}\s*from\s*'\.\/modules\/([a-z-]+)\/module\.ts'/g;

/** house.ts lists every chapter that has a module.ts, in the order of the house; every folder is a known chapter. */
export function houseListViolations(root) {
  const chapters = folders(join(root, 'server/src/modules'));
  const strangers = [...new Set([...chapters, ...folders(join(root, 'web/src/modules'))])].filter(
    (chapter) => !HOUSE_ORDER.includes(chapter),
  );
  const house = 'server/src/house.ts';
  const violations = strangers.map((chapter) => ({
    rule: 'house-list',
    path: chapter,
    message: 'is no chapter of tools/house-order.mjs',
  }));
  if (!existsSync(join(root, house))) return violations;
  const listed = listedChapters(readFileSync(join(root, house), 'utf8'));
  const expected = HOUSE_ORDER.filter((chapter) => existsSync(join(root, 'server/src/modules', chapter, 'module.ts')));
  if (listed.join() !== expected.join()) {
    const message = `lists [${listed.join(', ')}]; the order of the house is [${expected.join(', ')}]`;
    violations.push({ rule: 'house-list', path: house, message });
  }
  return violations;
}

/** The chapters in the order in which house.ts names them after importing them. */
function listedChapters(text) {
  const imports = [...text.matchAll(IMPORT)].map(([, name, chapter]) => ({ name, chapter }));
  const body = text.slice(text.indexOf('\n', text.lastIndexOf(" from '")));
  return imports
    .map(({ name, chapter }) => ({ chapter, at: body.search(new RegExp(`\\b${name}\\b`)) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)
    .map(({ chapter }) => chapter);
}

function folders(path) {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
