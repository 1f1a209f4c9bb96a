import { count, milliseconds, percent, percentile, perSecond, sum } from '../statistics.mjs';

/** Of pgbench's rate, what a client of ours should reach. */
const RATIO_AIM = 0.45;

/** Ours and pgbench take turns, so that growing tables and a passing checkpoint weigh on both. Each client: seconds → { perSecond, latencies }. */
export async function takeTurns(ours, pgbench, { warmUpSeconds, turnSeconds, turns }) {
  const clients = { ours, ...(pgbench ? { pgbench } : {}) };
  const taken = { ours: [], pgbench: [] };
  for (const post of Object.values(clients)) await post(warmUpSeconds);
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [name, post] of Object.entries(clients)) taken[name].push(await post(turnSeconds));
  }
  return { ours: joined(taken.ours), pgbench: pgbench ? joined(taken.pgbench) : null };
}

/** @param shape its name, the name of our client, and the aims that it has: p99Aim in milliseconds, rateAim per second, or null */
export function rowsOf({ name, client, p99Aim, rateAim }, { ours, pgbench }) {
  const p99 = { what: `${name}: p50 / p99`, figure: latency(ours) };
  const rate = { what: `${name}: ${client}`, figure: perSecond(ours.perSecond) };
  return [
    rateAim === null ? rate : { ...rate, aim: `≥ ${perSecond(rateAim)}`, met: ours.perSecond >= rateAim },
    p99Aim === null ? p99 : { ...p99, aim: `p99 ≤ ${p99Aim} ms`, met: ours.p99 <= p99Aim },
    ...(pgbench ? besidePgbench(name, ours, pgbench) : [{ what: `${name}: pgbench`, figure: '!! NOT MEASURED: no pgbench' }]),
  ];
}

export function auditRow(name, audited) {
  return {
    what: `${name}: ledger_discrepancies()`,
    figure: `${count(audited.problems)} in ${count(audited.postings)} postings, folded in ${milliseconds(audited.milliseconds)}`,
    aim: '0',
    met: audited.problems === 0,
  };
}

function joined(turns) {
  const latencies = turns.flatMap((turn) => turn.latencies);
  return {
    perSecond: sum(turns.map((turn) => turn.perSecond)) / turns.length,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  };
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
