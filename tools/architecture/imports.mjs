import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import rules from '../../.dependency-cruiser.cjs';

const ROOTS = ['protocol/src', 'server/src', 'web/src', 'e2e', 'bench', 'drills'];

/** Who imports whom, judged by .dependency-cruiser.cjs; refuses to call a tree clean of which it saw only a part. */
export async function importViolations(root, files) {
  const roots = ROOTS.filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(
    roots,
    { ...rules.options, validate: true, ruleSet: { forbidden: rules.forbidden }, baseDir: root },
    rules.options.enhancedResolveOptions,
  );
  const seen = new Set(output.modules.map(({ source }) => source));
  return {
    modules: seen.size,
    violations: [
      ...output.summary.violations.map(({ rule, from, to, cycle }) => ({
        rule: rule.name,
        path: from,
        message: `→ ${cycle?.map(({ name }) => name).join(' → ') ?? to}. ${commentOf(rule.name, from)}`,
      })),
      ...unseenFiles(files, seen),
    ],
  };
}

/** Files the import check did not read: with the wrong TypeScript it reads none and finds nothing wrong. */
export function unseenFiles(files, seen) {
  return files
    .filter(({ path, isScript }) => isScript && !path.startsWith('tools/') && !seen.has(path))
    .map(({ path }) => ({ rule: 'every-file-seen', path, message: 'was not read by dependency-cruiser' }));
}

function commentOf(name, from) {
  const rule = rules.forbidden.find((one) => one.name === name && new RegExp(one.from.path ?? '').test(from));
  return rule?.comment ?? '';
}
