import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { count, milliseconds } from '../statistics.mjs';

const CASE = fileURLToPath(new URL('deliveries-case.mjs', import.meta.url));
/** Seconds that HiGHS gets for each instance; a whole run gives it 100. */
const LIMIT = Number(process.env.BENCH_HIGHS_SECONDS ?? 100);
/** The slack that is judged; the plan without any stands beside it. */
const SLACK = '0.02';
const INSTANCES = [
  { groups: 20, lots: 15, seed: 1 },
  { groups: 30, lots: 20, seed: 1 },
  { groups: 30, lots: 20, seed: 2 },
];
const MOST_ABOVE_HIGHS = 0.02;
const MOST_GAP = 0.1;
const digits = new Intl.NumberFormat('en-GB', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Plans whose deliveries cost something and whose lots have minima, beside what HiGHS finds and what it proves. */
export async function measureDeliveries() {
  const rows = [];
  for (const instance of INSTANCES) rows.push(...rowsOf(instance, await run(instance)));
  return { ...section(), rows };
}

async function run({ groups, lots, seed }) {
  const { stdout } = await promisify(execFile)(process.execPath, [CASE, ...[groups, lots, seed, LIMIT].map(String), '0', SLACK]);
  return JSON.parse(stdout);
}

function rowsOf({ groups, lots, seed }, { ours, highs }) {
  const name = `${groups} × ${lots}, seed ${seed}`;
  if (ours.some(({ holds }) => !holds)) throw new Error(`${name}: the checker refuses a plan`);
  const judged = ours.find(({ slack }) => slack === SLACK);
  const above = judged.cost / highs.cost - 1;
  const gap = 1 - highs.bound / judged.cost;
  return [
    ...ours.map((plan) => ({ what: `${name}: slack ${plan.slack}`, figure: `${described(plan)}; ${milliseconds(plan.milliseconds)}` })),
    { what: `${name}: HiGHS, ${count(highs.seconds)} s`, figure: `${described(highs)}; proved: at least ${count(highs.bound)}` },
    { what: `${name}: slack ${SLACK} above HiGHS`, figure: digits.format(above), aim: '≤ 2 %', met: above <= MOST_ABOVE_HIGHS },
    { what: `${name}: slack ${SLACK}, gap to what HiGHS proved`, figure: digits.format(gap), aim: '≤ 10 %', met: gap <= MOST_GAP },
  ];
}

function described({ cost, unplaced, shortfall, deliveries }) {
  return `${count(cost)} (${count(deliveries)} deliveries, ${count(shortfall)} cases short, ${count(unplaced)} not placed)`;
}

function section() {
  return {
    title: 'Minimum lots and deliveries',
    meaning: [
      'Groups × lots; all goods stand at four hubs, every lot has a minimum of 2 to 5 cases for each group, and a delivery costs what its lane says. A plan is priced as 2,000 for a case that is not placed, 300 for a case below a relaxed level of the contract, and its deliveries. Lots have no category: nothing here prices an assortment, which the engine would put before deliveries.',
      `HiGHS (npm \`highs\`, WebAssembly) minimises exactly that as a mixed-integer programme, for ${LIMIT} s. The engine knows none of these prices: it puts fair levels first and lets them fall by the slack for deliveries, with \`effort: "thorough"\`. The gap is to the bound that HiGHS has proved of the same programme, as a part of our price; we compute none of our own for it. The checker has accepted every plan.`,
    ],
  };
}
