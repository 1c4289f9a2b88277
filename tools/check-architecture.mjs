// The rules of the house that no type checker knows; prints what breaks them and how many modules were read.
import { pathToFileURL } from 'node:url';
import { exemptionViolations } from './architecture/exemptions.mjs';
import { houseListViolations } from './architecture/house-list.mjs';
import { importViolations } from './architecture/imports.mjs';
import { layoutViolations } from './architecture/layout.mjs';
import { machineTimeViolations } from './architecture/machine-time.mjs';
import { sourceFiles } from './architecture/source-files.mjs';
import { writeViolations } from './architecture/writes.mjs';
import { ROOT } from './ground/installed.mjs';

/** Everything in the tree at `root` that breaks a rule of the house, and how many modules and files were judged. */
export async function checkArchitecture(root) {
  const files = sourceFiles(root);
  const imports = await importViolations(root, files);
  const violations = [
    ...imports.violations,
    ...houseListViolations(root),
    ...layoutViolations(files),
    ...machineTimeViolations(files),
    ...writeViolations(files),
    ...exemptionViolations(files),
  ];
  return { violations, modules: imports.modules, files: files.length };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { violations, modules, files } = await checkArchitecture(ROOT);
  for (const { rule, path, message } of violations) console.error(`${rule}  ${path}  ${message}`);
  console.log(`${files} files, ${modules} modules, ${violations.length} violations`);
  if (violations.length > 0 || modules === 0) process.exitCode = 1;
}
