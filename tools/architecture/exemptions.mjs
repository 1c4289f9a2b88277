const MARKS = [
  'oxlint-disable',
  'eslint-disable',
  'biome-ignore',
  '@ts-ignore',
  '@ts-nocheck',
  'dependency-cruiser-disable',
];
const EXPECTED_ERROR = '@ts-expect-error';
const UNFINISHED = /\b(TODO|FIXME|XXX)\b/;
const SWITCHED_OFF = /\b(test|it|describe)\.(skip|only|todo|fails|skipIf|runIf)\b/;

/** The rules hold for every line: none is switched off, no test either, and nothing is left for later. */
export function exemptionViolations(files) {
  return files
    .filter(({ path }) => !path.startsWith('tools/architecture/') && path !== 'tools/check-architecture.test.ts')
    .flatMap((file) => file.text.split('\n').flatMap((line, index) => inLine(file, line, index + 1)));
}

function inLine({ path, isTest }, line, number) {
  const marks = isTest ? MARKS : [...MARKS, EXPECTED_ERROR];
  const found = [
    ...marks.filter((mark) => line.includes(mark)),
    ...[UNFINISHED, SWITCHED_OFF].map((pattern) => pattern.exec(line)?.[0]).filter(Boolean),
  ];
  return found.map((mark) => ({ rule: 'no-exemption', path: `${path}:${number}`, message: `"${mark}" must go` }));
}
