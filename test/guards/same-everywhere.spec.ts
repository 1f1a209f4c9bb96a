import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './cruise.js';

/** What gives another answer tomorrow, elsewhere, or the second time. (`Date.parse` of a full date is arithmetic.) */
const DIFFERS = [
  /\bDate\.now\b/,
  /\bDate\(\s*\)/,
  /\bperformance\b/,
  /\bhrtime\b/,
  /\bMath\.random\b/,
  /\brandom(?:UUID|Bytes|Int|FillSync)\b/,
  /\bgetRandomValues\b/,
  /\bsystemClock\b/,
  /\bnewId\b/,
  /\blocaleCompare\b/,
  /\btoLocale\w*\b/,
  /\bIntl\b/,
  /\bprocess\b/,
  /\bset(?:Timeout|Interval|Immediate)\b/,
  /\bget(?:FullYear|Month|Date|Day|Hours|TimezoneOffset)\b/,
];

const differing = (source: string) => {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  return DIFFERS.flatMap((pattern) => pattern.exec(code)?.[0] ?? []);
};

describe('the matching engine', () => {
  const files = readdirSync(join(ROOT, 'libs/matching/src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.spec)\.ts$/.test(file),
  );

  it('is where this guard looks', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  it.each(files)('%s knows no clock, chance, locale, time zone or environment', (file) => {
    expect(differing(readFileSync(join(ROOT, 'libs/matching/src', file), 'utf8'))).toEqual([]);
  });

  it.each([
    'const at = Date.now();',
    'const at = new Date();',
    'const started = performance.now();',
    'const pick = Math.random();',
    'const id = randomUUID();',
    'names.sort((a, b) => a.localeCompare(b));',
    'const shown = level.toLocaleString();',
    "new Intl.Collator('ja');",
    'const zone = process.env.TZ;',
    'const day = arrival.getDate();',
  ])('would be caught at %j', (planted) => {
    expect(differing(planted)).toHaveLength(1);
  });
});
