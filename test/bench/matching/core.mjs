import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isMemoryReadable } from '../once/memory.mjs';
import { count, median, megabytes, milliseconds, percent, percentile } from '../statistics.mjs';

const CASE = fileURLToPath(new URL('core-case.mjs', import.meta.url));
const WARM_UP = 5;
/** Small problems are over before the compiler has seen enough of them. */
const WARM_UP_OF_SMALL = 60;
const SMALL = 1_000_000;
const MEBIBYTE = 1024 * 1024;
const SIZES = [
  { family: 'dense', groups: 100, lots: 500, repetitions: 200, aim: 5, memory: 60, highs: { repetitions: 3, ratio: 30 } },
  { family: 'dense', groups: 1_000, lots: 500, repetitions: 100, aim: null, memory: null, highs: { repetitions: 1, ratio: 300 } },
  { family: 'dense', groups: 1_000, lots: 5_000, repetitions: 60, aim: 50, memory: 130, highs: null },
  { family: 'dense', groups: 10_000, lots: 10_000, repetitions: 20, aim: 1_000, memory: 256, highs: null },
  { family: 'scarce storage', groups: 1_000, lots: 5_000, repetitions: 60, aim: 50, memory: 130, highs: null },
  { family: 'scarce storage', groups: 10_000, lots: 10_000, repetitions: 15, aim: 1_000, memory: 256, highs: null },
  ...['ring', 'lopsided ring', 'nested', 'power law'].map((family) => ({
    family,
    groups: 10_000,
    lots: 10_000,
    repetitions: 15,
    aim: 2_000,
    memory: 256,
    highs: null,
  })),
];

/** The exact core by size and family, beside HiGHS on the same objective where that comes to an end. */
export async function measureCore() {
  const rows = [];
  for (const size of SIZES) rows.push(...rowsOf(size, await run(size)));
  return { ...section(), rows };
}

async function run({ family, groups, lots, repetitions, highs }) {
  const args = [family, groups, lots, repetitions + warmUp(groups, lots), highs?.repetitions ?? 0].map(String);
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', CASE, ...args]);
  return JSON.parse(stdout);
}

const warmUp = (groups, lots) => (groups * lots < SMALL ? WARM_UP_OF_SMALL : WARM_UP);

function rowsOf({ family, groups, lots, aim, memory, highs }, measured) {
  const name = `${family}, ${count(groups)} × ${count(lots)}`;
  const warm = measured.solved.slice(warmUp(groups, lots));
  const p95 = percentile(warm, 0.95);
  return [
    {
      what: `${name}: median / p95`,
      figure: `${milliseconds(median(warm))} / ${milliseconds(p95)}`,
      ...(aim === null ? {} : { aim: `p95 ≤ ${milliseconds(aim)}`, met: p95 <= aim }),
    },
    { what: `${name}: eligible pairs; placed; numbering it`, figure: described(groups * lots, measured) },
    ...memoryRows(name, memory, measured.memory),
    ...(highs === null ? [] : highsRows(name, highs, median(warm), measured.highs)),
  ];
}

function described(pairs, { eligible, cases, placed, preparing }) {
  return `${count(eligible)} (${percent(eligible / pairs)}); ${count(placed)} of ${count(cases)}; ${milliseconds(preparing)}`;
}

function memoryRows(name, aim, bytes) {
  if (!isMemoryReadable) return [{ what: `${name}: memory`, figure: 'not measured: needs /proc' }];
  const judged = aim === null ? {} : { aim: `≤ ${aim} MiB`, met: bytes <= aim * MEBIBYTE };
  return [{ what: `${name}: peak memory`, figure: megabytes(bytes), ...judged }];
}

function highsRows(name, { ratio }, own, { times, isSame }) {
  if (!isSame) throw new Error(`${name}: HiGHS comes to other totals`);
  const quotient = median(times) / own;
  return [
    { what: `${name}: HiGHS, same totals`, figure: milliseconds(median(times)) },
    { what: `${name}: HiGHS ÷ ours`, figure: `${count(quotient)} ×`, aim: `≥ ${ratio} ×`, met: quotient >= ratio },
  ];
}

function section() {
  return {
    title: 'Exact core',
    meaning: [
      'From lots, groups and eligible pairs in numbers to a finished flow: the most cases, the smallest keys, the earliest dates. "Numbering" is what comes before: hard rules to rows of bits, once, cold. Peak memory is the kernel\'s (VmHWM) above what the process held with its code and the problem loaded; numbering is inside it.',
      'HiGHS (npm `highs`, WebAssembly) solves the same placement and levels as one linear programme — a column for each pair and each unit, units worth less as their keys grow — in the same process, right after; its totals must be ours. Building its model is inside its time; dates are not asked of it.',
    ],
  };
}
