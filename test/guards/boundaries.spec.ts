import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Breach, cruise, ROOT, ruleNames } from './cruise.js';
import { plantTree } from './planted-tree.js';

/** One line per planted import: the rule that must catch it, the file, and what the file imports. */
const FORBIDDEN = `
kernel-imports-left-only               libs/kernel/src/a.ts             @wakachi/database
database-imports-left-only             libs/database/src/a.ts           @wakachi/platform
platform-imports-left-only             libs/platform/src/a.ts           @wakachi/journal
journal-imports-left-only              libs/journal/src/a.ts            @wakachi/platform
access-imports-left-only               libs/access/src/a.ts             @wakachi/catalogue
catalogue-imports-left-only            libs/catalogue/src/a.ts          @wakachi/stock-ledger
stock-ledger-imports-left-only         libs/stock-ledger/src/a.ts       @wakachi/donations
donations-imports-left-only            libs/donations/src/a.ts          @wakachi/groups
groups-imports-left-only               libs/groups/src/a.ts             @wakachi/donations
groups-imports-left-only               libs/groups/src/b.ts             type:@wakachi/rounds
rounds-imports-left-only               libs/rounds/src/a.ts             @wakachi/logistics
logistics-imports-left-only            libs/logistics/src/a.ts          @wakachi/distributions
logistics-imports-left-only            libs/logistics/src/b.ts          @wakachi/impact
distributions-imports-left-only        libs/distributions/src/a.ts      @wakachi/impact
impact-imports-left-only               libs/impact/src/a.ts             @wakachi/drawer
every-lib-has-its-place                libs/drawer/src/a.ts             @wakachi/kernel
matching-imports-kernel-only           libs/matching/src/a.ts           @wakachi/database
exchange-imports-kernel-only           libs/exchange/src/a.ts           @wakachi/catalogue
matching-has-few-importers             libs/groups/src/c.ts             @wakachi/matching
matching-has-few-importers             apps/api/src/a.ts                @wakachi/matching
exchange-has-few-importers             libs/platform/src/b.ts           @wakachi/exchange
exchange-has-few-importers             libs/journal/src/b.ts            @wakachi/exchange
checker-shares-no-code                 libs/matching/src/verify/a.ts    ../report/survey.js
checker-shares-no-code                 libs/matching/src/verify/b.ts    ../problem/problem.js
checker-shares-only-the-formats-types  libs/matching/src/verify/c.ts    type:../report/survey.js
wording-shares-no-code                 libs/matching/src/text/a.ts      ../report/survey.js
solver-does-not-know-the-checker       libs/matching/src/report/a.ts    ../verify/verify-solution.js
libs-not-to-apps                       libs/rounds/src/c.ts             ../../../apps/api/src/main.js
libs-not-to-apps                       libs/rounds/src/c.spec.ts        ../../../apps/api/src/main.js
no-cross-app                           apps/api/src/b.ts                ../../worker/src/main.js
standalone-composes-api-and-worker     apps/standalone/src/a.ts         ../../cli/src/main.js
only-public-api                        libs/rounds/src/d.ts             ../../donations/src/inner.js
only-public-api                        apps/worker/src/a.ts             ../../../libs/donations/src/inner.js
only-public-api                        libs/donations/src/d.spec.ts     ../../exchange/test/zip.js
no-inner-barrels                       libs/groups/src/d.ts             ./register/index.js
production-not-to-test                 libs/rounds/src/e.ts             ../../../test/harness/harness.js
production-not-to-test                 apps/api/src/c.ts                ../../../test/harness/harness.js
production-not-to-test                 libs/groups/src/e.ts             ./groups.spec.js
production-not-to-test                 libs/exchange/src/e.ts           ../test/zip.js
pure-libs-without-frameworks           libs/kernel/src/b.ts             typeorm
pure-libs-without-frameworks           libs/exchange/src/b.ts           pg
pure-libs-without-frameworks           libs/matching/src/b.ts           @nestjs/common
core-does-no-io                        libs/matching/src/c.ts           node:fs
everything-resolves                    libs/rounds/src/f.ts             @wakachi/roundz
no-circular                            libs/rounds/src/g.ts             ./h.js
`;

/** The way back of the planted cycle. */
const WAY_BACK = ['libs/rounds/src/h.ts', './g.js'] as const;

const ALLOWED = `
libs/impact/src/ok.ts               @wakachi/kernel
libs/rounds/src/ok.ts               @wakachi/matching
libs/groups/src/ok.ts               @wakachi/exchange
libs/rounds/src/ok.spec.ts          ../../../test/harness/harness.js
libs/database/src/ok.spec.ts        @wakachi/journal
libs/exchange/src/ok.spec.ts        ../test/zip.js
libs/matching/src/ok.ts             node:crypto
libs/matching/src/verify/ok.ts      type:../solution/solution.js
libs/matching/src/verify/words.ts   ../text/reason-text.js
libs/matching/src/verify/kernel.ts  @wakachi/kernel
apps/cli/src/ok.ts                  @wakachi/matching
apps/api/src/ok.ts                  @wakachi/impact
apps/standalone/src/ok.ts           ../../api/src/main.js
`;

const cells = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(/\s+/));
const statement = (target: string) =>
  target.startsWith('type:') ? `import type { Thing } from '${target.slice(5)}';` : `import { thing } from '${target}';`;
const forbidden = cells(FORBIDDEN) as [string, string, string][];
const allowed = cells(ALLOWED) as [string, string][];

let breaches: Breach[];
const rulesBrokenBy = (file: string) => breaches.filter((breach) => breach.from === file).map((breach) => breach.rule);

beforeAll(async () => {
  const imports = [...forbidden.map(([, file, target]) => [file, target] as const), ...allowed, WAY_BACK];
  const tree = await plantTree(new Map(imports.map(([file, target]) => [file, statement(target)])));
  try {
    breaches = await cruise(tree.folder);
  } finally {
    await tree.remove();
  }
}, 30_000);

describe('each import rule is proved by a planted violation', () => {
  it.each(forbidden)('%s catches %s → %s', (rule, file) => {
    expect(rulesBrokenBy(file)).toEqual([rule]);
  });

  it.each(allowed)('%s may import %s', (file) => {
    expect(rulesBrokenBy(file)).toEqual([]);
  });

  it('no rule of the configuration goes without a planted violation', () => {
    expect(new Set(forbidden.map(([rule]) => rule))).toEqual(new Set(ruleNames()));
  });

  it('each file has one import only', () => {
    const files = [...forbidden.map(([, file]) => file), ...allowed.map(([file]) => file)];
    expect(new Set(files).size).toBe(files.length);
  });
});

describe('the real tree', () => {
  it('breaks no import rule', async () => {
    const broken = (await cruise(ROOT)).filter((breach) => breach.severity === 'error');
    expect(broken.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`)).toEqual([]);
  }, 30_000);

  it('has a rule about the imports of every lib', () => {
    const libs = readdirSync(join(ROOT, 'libs'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const ruled = new Set(ruleNames().map((rule) => rule.replace(/-imports-(?:left|kernel)-only$/, '')));
    expect(libs.map((lib) => lib.name).filter((lib) => !ruled.has(lib))).toEqual([]);
  });
});
