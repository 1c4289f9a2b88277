// Who may import whom. tools/check-architecture.mjs runs these rules and counts that every file was seen.
const { HOUSE_ORDER, UPPER_FLOORS } = require('./tools/house-order.mjs');

const TESTS = '(\\.test\\.tsx?$|/testing/)';
const CHAPTERS = '^(server|web)/src/modules/';

/** One rule a chapter: it may not reach a later one. */
const order = HOUSE_ORDER.slice(0, -1).map((chapter, place) => {
  const later = HOUSE_ORDER.slice(place + 1).join('|');
  return {
    name: 'no-later-chapter',
    comment: `${chapter} may import earlier chapters only: publish an event, or let the later chapter call your face.`,
    from: { path: `${CHAPTERS}${chapter}/` },
    to: { path: `${CHAPTERS}(${later})/` },
  };
});

const chapters = [
  {
    name: 'no-upper-floor',
    comment: 'Upper floors read what is below; nobody imports them, not even another upper floor.',
    from: { path: `${CHAPTERS}([^/]+)/` },
    to: { path: `${CHAPTERS}(${UPPER_FLOORS.join('|')})/`, pathNot: `${CHAPTERS}$2/` },
  },
  {
    name: 'only-through-the-face',
    comment: "Import another chapter's index.ts, nothing behind it.",
    from: { path: `${CHAPTERS}([^/]+)/` },
    to: { path: CHAPTERS, pathNot: [`${CHAPTERS}$2/`, '/index\\.tsx?$', TESTS] },
  },
  {
    name: 'only-through-the-face',
    comment: 'Outside the chapters the same holds; only house.ts reads the module.ts of each.',
    from: { path: '^(server|web|bench|drills|e2e)/', pathNot: CHAPTERS },
    to: { path: CHAPTERS, pathNot: ['/index\\.tsx?$', '/module\\.ts$', TESTS] },
  },
  {
    name: 'only-the-house-knows-all',
    comment: 'A chapter registers in module.ts, which house.ts alone reads.',
    from: { pathNot: ['^server/src/house\\.ts$', TESTS] },
    to: { path: '^server/src/modules/[^/]+/module\\.ts$' },
  },
  {
    name: 'kernel-knows-no-chapter',
    comment: 'The kernel imports no chapter, house or page; chapters register what they bring.',
    from: { path: '^(server|web)/src/kernel/' },
    to: { path: '^(server/src/(modules|house\\.ts|main\\.ts)|web/src/(modules|pages|app))' },
  },
];

const workspaces = [
  {
    name: 'protocol-stands-alone',
    comment: 'The protocol imports zod and itself.',
    from: { path: '^protocol/src/', pathNot: TESTS },
    to: { pathNot: ['^protocol/src/', '(^|/)node_modules/zod/'] },
  },
  {
    name: 'protocol-stands-alone',
    comment: 'Tests of the protocol may also use the test tools.',
    from: { path: `^protocol/src/.*${TESTS}` },
    to: { pathNot: ['^protocol/src/', '(^|/)node_modules/(zod|vitest|fast-check)/'] },
  },
  {
    name: 'web-never-imports-server',
    comment: 'Browser and server meet in the protocol.',
    from: { path: '^web/' },
    to: { path: '^server/' },
  },
  {
    name: 'server-never-imports-web',
    comment: 'The server serves web/dist; it imports nothing of it.',
    from: { path: '^server/' },
    to: { path: '^web/' },
  },
  {
    name: 'kit-knows-nothing-of-ours',
    comment: 'The design system has no business word: pass values in.',
    from: { path: '^web/src/kit/' },
    to: { path: '^(server|protocol|web)/', pathNot: '^web/src/kit/' },
  },
  {
    name: 'chapters-know-no-page',
    comment: 'Pages compose chapters; chapters do not know where they are shown.',
    from: { path: '^web/src/modules/' },
    to: { path: '^web/src/(pages|app)/' },
  },
];

const purity = [
  {
    name: 'rules-are-pure',
    comment: 'A rule gets everything as a parameter: no clock, database, store, randomness or file.',
    from: { path: '^(server|web)/src/.*/rules/', pathNot: TESTS },
    to: { path: ['^server/src/kernel/(db|time)/', '/store/', '(^|/)node_modules/(pg|kysely|pg-boss|fastify)/'] },
  },
  {
    name: 'rules-are-pure',
    comment: 'Nothing of the machine either.',
    from: { path: '^(server|web)/src/.*/rules/', pathNot: TESTS },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-test-in-the-product',
    comment: 'What the product runs imports no test and no builder.',
    from: { path: '^(server|web|protocol)/src/', pathNot: TESTS },
    to: { path: '^(server|web|protocol)/src/.*(\\.test\\.tsx?$|/testing/)|^server/src/testing/' },
  },
  {
    name: 'no-circle',
    comment: 'Two files that need each other are one thing or three.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'nothing-missing',
    comment: 'An import that resolves to nothing.',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...order, ...chapters, ...workspaces, ...purity].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    // Type-only imports count: a circle of types is a circle of thought.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
    },
  },
};
