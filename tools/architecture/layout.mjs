const BANNED = [
  'utils',
  'helpers',
  'common',
  'misc',
  'shared',
  'types',
  'constants',
  'service',
  'manager',
  'processor',
  'data',
];
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|config|d))?\.[a-z]+$/;
const LINES = 300;
const TEST_LINES = 500;
const FILES_PER_FOLDER = 20;

/** Sizes and names: a file one can read aloud, a folder one can survey, a name that says what is inside. */
export function layoutViolations(files) {
  return [...files.flatMap((file) => [...longFile(file), ...badName(file)]), ...crowdedFolders(files)];
}

function longFile({ path, text, isTest }) {
  const lines = text.trimEnd().split('\n').length;
  const limit = isTest ? TEST_LINES : LINES;
  return lines > limit ? [{ rule: 'file-size', path, message: `${lines} lines; at most ${limit}` }] : [];
}

function badName({ path, name }) {
  const words = path
    .split('/')
    .flatMap((part) => part.split(/[.-]/))
    .filter((word) => BANNED.includes(word));
  const violations = words.map((word) => ({ rule: 'banned-name', path, message: `"${word}" says nothing` }));
  if (!KEBAB.test(name)) violations.push({ rule: 'kebab-case', path, message: `"${name}" is not kebab-case` });
  return violations;
}

function crowdedFolders(files) {
  const counts = new Map();
  for (const { folder, isTest, isScript } of files) {
    if (isScript && !isTest) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > FILES_PER_FOLDER)
    .map(([path, count]) => ({
      rule: 'folder-size',
      path,
      message: `${count} files; at most ${FILES_PER_FOLDER}: group them by family`,
    }));
}
