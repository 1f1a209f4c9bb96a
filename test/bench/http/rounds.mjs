import { randomUUID } from 'node:crypto';
import { accounts } from '../../../dist/libs/stock-ledger/src/index.js';
import { auditRow } from '../ledger/beside-pgbench.mjs';
import { audit } from '../ledger/books.mjs';
import { withFreshDatabase } from '../server.mjs';
import { count, milliseconds, percentile, timed } from '../statistics.mjs';
import { withApi } from './api.mjs';
import { openNetwork, UNITS_PER_CASE, withDomain } from './goods.mjs';
import { ROUNDS } from './scale.mjs';

const GROUPS = 100;
const LOTS = 50;
const LINES = GROUPS * LOTS;
const WARM_UP_ROUNDS = 1;
const AIM_MILLISECONDS = 500;

/** Every group gets some of every lot: a proposal committed in one transaction. */
export function measureRounds(server) {
  return withFreshDatabase(server, ({ url }) =>
    withDomain(url, async (domain) => {
      const { db } = domain;
      const network = await openNetwork(domain, 0, {
        groups: GROUPS,
        lots: LOTS,
        stockedAt: ({ donorId }) => [accounts.donorPledged(donorId)],
      });
      await db.refreshStatistics();
      const times = await withApi(url, (api) => approveAll(api, db, network));
      return { ...section(), rows: [...rowsOf(times), auditRow('rounds', await audit(db, [network]))] };
    }),
  );
}

async function approveAll(api, db, network) {
  const token = await api.signIn(network.second.email);
  const times = [];
  for (let time = -WARM_UP_ROUNDS; time < ROUNDS; time += 1) {
    const proposalId = await propose(db, network, `bench ${time}`);
    const approved = await timed(() => api.post(`proposals/${proposalId}/approval`, { token }));
    const { awards, units } = approved.result;
    if (awards !== LINES || units !== LINES * UNITS_PER_CASE) throw new Error(`Awarded ${awards} lines, ${units} units.`);
    if (time >= 0) times.push(approved.milliseconds);
  }
  return times;
}

/** A round as it is after its run: what the engine would have proposed is put there by hand. */
function propose(db, { id, desk, groupIds, lotIds }, name) {
  const [roundId, runId, proposalId] = [randomUUID(), randomUUID(), randomUUID()];
  return db.inNetwork(id, async (tx) => {
    await tx.query(
      `INSERT INTO round (network_id, id, name, arrival_date, measure, policy, seed, status, created_by, created_at)
       VALUES ($1, $2, $3, current_date + 14, 'units', 'lot-by-lot', 'bench', 'open', $4, now())`,
      [id, roundId, name, desk.id],
    );
    await tx.query(
      `INSERT INTO round_run (network_id, id, round_id, status, requested_by, requested_at, attempts, progress, input, input_sha256, solution)
       VALUES ($1, $2, $3, 'succeeded', $4, now(), 1, 100, '{}', '', '{}')`,
      [id, runId, roundId, desk.id],
    );
    await tx.query(
      `INSERT INTO proposal (network_id, id, run_id, round_id, status, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, 'proposed', $5, now())`,
      [id, proposalId, runId, roundId, desk.id],
    );
    await tx.query(
      `INSERT INTO proposal_line (network_id, proposal_id, lot_id, group_id, cases)
       SELECT $1, $2, lot, recipient, 1 FROM unnest($3::uuid[]) AS lot, unnest($4::uuid[]) AS recipient`,
      [id, proposalId, lotIds, groupIds],
    );
    return proposalId;
  });
}

function rowsOf(times) {
  const p95 = percentile(times, 0.95);
  return [
    {
      what: `approval of ${count(LINES)} lines: p50 / p95`,
      figure: `${milliseconds(percentile(times, 0.5))} / ${milliseconds(p95)}`,
      aim: `p95 ≤ ${AIM_MILLISECONDS} ms`,
      met: p95 <= AIM_MILLISECONDS,
    },
  ];
}

function section() {
  return {
    title: 'Rounds committed',
    meaning: [
      `\`POST /api/v1/proposals/{id}/approval\` of a proposal with ${count(LINES)} lines — ${GROUPS} groups, each some of all ${LOTS} lots, every second lot by way of a hub —, ${count(ROUNDS)} fresh rounds one after another in one network, after ${WARM_UP_ROUNDS} to warm up. One transaction: the awards, their accounts, the reservations in the ledger, journal and outbox. Rounds, runs and proposals are put there by hand; the approval is the application's.`,
    ],
  };
}
