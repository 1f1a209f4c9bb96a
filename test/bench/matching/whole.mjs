import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { count, milliseconds } from '../statistics.mjs';

const CASE = fileURLToPath(new URL('whole-case.mjs', import.meta.url));
const SIZED = ['units', 'scarce storage in units', 'millilitres', 'minima', 'all limits'];
const SIZES = [
  { family: 'dense', groups: 100, lots: 500, seeds: 5, aim: 1_000 },
  { family: 'dense', groups: 1_000, lots: 5_000, seeds: 2, aim: 10_000 },
  ...['dense', 'scarce storage', 'ring', 'lopsided ring', 'nested', 'power law'].map((family) => {
    return { family, groups: 10_000, lots: 10_000, seeds: 1, aim: 60_000 };
  }),
  ...SIZED.flatMap((family) => [
    { family, groups: 100, lots: 50, seeds: 5, aim: 1_000 },
    { family, groups: 1_000, lots: 500, seeds: 2, aim: 10_000 },
  ]),
];
const LEAST_PLACED = 0.995;
const MOST_SHORTFALL = 0.01;
const digits = new Intl.NumberFormat('en-GB', { style: 'percent', minimumFractionDigits: 2 });

/** From the problem to the bytes of the solution, with bound, report and reasons; and how far sized plans are from their bounds. */
export async function measureWhole() {
  const rows = [];
  for (const size of SIZES) rows.push(...rowsOf(size, await run(size)));
  return { ...section(), rows };
}

async function run({ family, groups, lots, seeds }) {
  const args = [family, groups, lots, seeds].map(String);
  const { stdout } = await promisify(execFile)(process.execPath, [CASE, ...args]);
  return JSON.parse(stdout);
}

function rowsOf({ family, groups, lots, aim }, plans) {
  const name = `${family}, ${count(groups)} × ${count(lots)}`;
  if (plans.some(({ holds }) => !holds)) throw new Error(`${name}: the checker refuses a plan`);
  const slowest = Math.max(...plans.map((plan) => plan.milliseconds));
  const time = {
    what: `${name}: slowest of ${plans.length}`,
    figure: milliseconds(slowest),
    aim: `≤ ${milliseconds(aim)}`,
    met: slowest <= aim,
  };
  const checked = { what: `${name}: checking it, slowest`, figure: milliseconds(Math.max(...plans.map(({ checking }) => checking))) };
  if (!SIZED.includes(family)) return [time, checked];
  const placed = plans.map((plan) => (plan.placedBound === 0 ? 1 : plan.placed / plan.placedBound));
  const shortfall = plans.map((plan) => plan.shortfall);
  return [
    time,
    checked,
    {
      what: `${name}: placed of the bound`,
      ...each(placed),
      aim: `each ≥ ${digits.format(LEAST_PLACED)}`,
      met: placed.every((share) => share >= LEAST_PLACED),
    },
    {
      what: `${name}: shortfall`,
      ...each(shortfall),
      aim: `each ≤ ${digits.format(MOST_SHORTFALL)}`,
      met: shortfall.every((share) => share <= MOST_SHORTFALL),
    },
  ];
}

function each(shares) {
  return { figure: shares.map((share) => digits.format(share)).join(', ') };
}

function section() {
  return {
    title: 'From the problem to the solution',
    meaning: [
      'Validation, plan, certificate, reasons, report and bytes, cold: the first call of a process is among them. The independent checker has accepted every plan, whose time stands beside it.',
      'Sized rounds have cases of 1 to 48 units; "all limits" adds minima, numbers of destinations, one per household and millilitres. The bounds are those of the contract ("What bounds a plan that is not exact"), each seed by itself.',
    ],
  };
}
