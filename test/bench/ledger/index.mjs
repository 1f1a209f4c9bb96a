import { withFreshDatabase } from '../server.mjs';
import { count, milliseconds, percent, percentile, perSecond, sum } from '../statistics.mjs';
import { applicationPosts } from './application-posts.mjs';
import { audit, CONNECTIONS, withBooks } from './books.mjs';
import { findPgbench, pgbenchPosts } from './pgbench.mjs';

const WARM_UP_SECONDS = 2;
/** Ours and pgbench take turns, so that growing tables and a passing checkpoint weigh on both. */
const TURNS = 2;
const TURN_SECONDS = 5;
const SHAPES = [
  { name: '100 networks', size: 100, p99Aim: 35, rateAim: null },
  { name: 'one network', size: 1, p99Aim: null, rateAim: 500 },
];
const RATIO_AIM = 0.45;

/** Postings per second through `ledger_post`, beside pgbench calling the same function in the same minutes. */
export async function measureLedger(server) {
  const pgbench = await findPgbench();
  const rows = await withFreshDatabase(server, ({ url }) =>
    withBooks(url, async (books) => {
      const all = [];
      for (const shape of SHAPES) {
        const networks = books.networks.slice(0, shape.size);
        const figures = await takeTurns(books, networks, pgbench && ((time) => pgbenchPosts(pgbench, url, networks, time)));
        all.push(...rowsOf(shape, figures, await audit(books.db, networks)));
      }
      return all;
    }),
  );
  return { ...section(pgbench), rows };
}

async function takeTurns(books, networks, peer) {
  const clients = { ours: (time) => applicationPosts(books, networks, time), ...(peer ? { pgbench: peer } : {}) };
  const turns = { ours: [], pgbench: [] };
  for (const post of Object.values(clients)) await post(WARM_UP_SECONDS);
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [name, post] of Object.entries(clients)) turns[name].push(await post(TURN_SECONDS));
  }
  return { ours: joined(turns.ours), pgbench: peer ? joined(turns.pgbench) : null };
}

function joined(turns) {
  const latencies = turns.flatMap((turn) => turn.latencies);
  return {
    perSecond: sum(turns.map((turn) => turn.perSecond)) / turns.length,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  };
}

function rowsOf({ name, p99Aim, rateAim }, { ours, pgbench }, audited) {
  const p99 = { what: `${name}: p50 / p99`, figure: latency(ours) };
  const rate = { what: `${name}: StockLedger.post`, figure: perSecond(ours.perSecond) };
  return [
    rateAim === null ? rate : { ...rate, aim: `≥ ${perSecond(rateAim)}`, met: ours.perSecond >= rateAim },
    p99Aim === null ? p99 : { ...p99, aim: `p99 ≤ ${p99Aim} ms`, met: ours.p99 <= p99Aim },
    ...(pgbench ? besidePgbench(name, ours, pgbench) : [{ what: `${name}: pgbench`, figure: '!! NOT MEASURED: no pgbench' }]),
    {
      what: `${name}: ledger_discrepancies()`,
      figure: `${count(audited.problems)} in ${count(audited.postings)} postings, folded in ${milliseconds(audited.milliseconds)}`,
      aim: '0',
      met: audited.problems === 0,
    },
  ];
}

function besidePgbench(name, ours, pgbench) {
  const ratio = ours.perSecond / pgbench.perSecond;
  return [
    { what: `${name}: pgbench`, figure: perSecond(pgbench.perSecond) },
    { what: `${name}: pgbench p50 / p99`, figure: latency(pgbench) },
    { what: `${name}: ours ÷ pgbench`, figure: percent(ratio), aim: `≥ ${percent(RATIO_AIM)}`, met: ratio >= RATIO_AIM },
  ];
}

function latency({ p50, p99 }) {
  return `${milliseconds(p50)} / ${milliseconds(p99)}`;
}

function section(pgbench) {
  return {
    title: 'Postings',
    meaning: [
      `${CONNECTIONS} connections as the ordinary run-time role, each posting one unit of a random lot from the donor's own stock to its pledges: idempotency, double entry, hash chain and outbox event included, each commit on disk. "StockLedger.post" is the application's own code over its own pool, in one Node process; "pgbench" calls the same function with a body of the same size through a prepared statement${pgbench ? ` (${pgbench.version})` : ''}. They take turns of ${TURN_SECONDS} s, ${TURNS} each, after ${WARM_UP_SECONDS} s to warm up; latencies are of all turns together. A ratio near 100 % says that the function itself costs nearly all there is, and the client little.`,
      'On one network all postings wait for the same head of the journal, from its lock until the commit is on disk: that is the price of one chain per network. No relay is running: events stay in the outbox.',
    ],
  };
}
