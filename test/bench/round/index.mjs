import { setTimeout as sleep } from 'node:timers/promises';
import { deriveId } from '../../../dist/libs/kernel/src/index.js';
import { importOffers, withApplication } from '../application.mjs';
import { withCleanUp } from '../clean-up.mjs';
import { newNetwork, SAMPLE, sampleFiles } from '../sample.mjs';
import { withFreshDatabase } from '../server.mjs';
import { count, medianAndRange, timed } from '../statistics.mjs';
import { findRedis } from './find-redis.mjs';
import { openRound } from './open-round.mjs';

const TIMES = 5;
/** Looking reads the whole run, so looking more often would be a load of its own. */
const POLL_MILLISECONDS = 20;

/** From the request for a run to its proposal, through outbox, relay and queue, and the approval. */
export async function measureRound(server) {
  const redis = await findRedis();
  const onPostgres = await runs(server, null);
  const onRedis = redis && (await runs(server, redis.url));
  return {
    ...section(onPostgres.awarded, redis),
    rows: [
      ...rowsOf('queue on PostgreSQL', onPostgres),
      ...(onRedis ? rowsOf('queue on Redis', onRedis) : [{ what: 'queue on Redis', figure: '!! NOT MEASURED: no Redis answers' }]),
    ],
  };
}

function runs(server, redisUrl) {
  return withFreshDatabase(server, ({ url }) =>
    withApplication({ databaseUrl: url, redisUrl, prefix: `wakachi-bench-${process.pid}` }, (application) =>
      withCleanUp(
        // In a Redis that is there already nothing of ours stays behind.
        () => application.queue.obliterate({ force: true }),
        async () => {
          const files = await sampleFiles();
          const times = { proposal: [], request: [], waiting: [], computing: [], approval: [] };
          let awarded;
          for (let time = 0; time < TIMES; time += 1) {
            const network = newNetwork(`round ${time}`);
            awarded = await decide(application, network, await entered(application, network, files), times);
          }
          return { times, awarded };
        },
      ),
    ),
  );
}

async function entered(application, network, files) {
  await application.networks.open(network.asOpened);
  await importOffers(application, network, files.offers);
  await application.groups.import(network.id, files.groups, network.desk);
  const roundId = await openRound(application, network);
  await application.rounds.enter(network.id, roundId, files.entries, network.desk);
  return roundId;
}

/** Adds this round's times to `times`; returns what was awarded. */
async function decide({ runs, approvals }, network, roundId, times) {
  const started = performance.now();
  const requested = await timed(() => runs.request(network.id, roundId, network.desk));
  const run = await finished(runs, network, requested.result);
  times.proposal.push(performance.now() - started);
  times.request.push(requested.milliseconds);
  if (run.status !== 'succeeded') throw new Error(`The run ${run.status}: ${run.error}`);
  times.waiting.push(run.startedAt - run.requestedAt);
  times.computing.push(run.finishedAt - run.startedAt);
  const approved = await timed(() => approvals.approve(network.id, deriveId('proposal', run.id), network.second));
  times.approval.push(approved.milliseconds);
  return approved.result;
}

async function finished(runs, network, runId) {
  for (;;) {
    const run = await runs.find(network.id, runId);
    if (run.isOver()) return run;
    await sleep(POLL_MILLISECONDS);
  }
}

function rowsOf(queue, { times, awarded }) {
  return [
    { what: `${queue}: request → proposal`, figure: medianAndRange(times.proposal), aim: 'none set' },
    { what: `${queue}: of it the request`, figure: medianAndRange(times.request) },
    { what: `${queue}: of it until a worker begins`, figure: medianAndRange(times.waiting) },
    { what: `${queue}: of it computing`, figure: medianAndRange(times.computing) },
    { what: `${queue}: approval of ${count(awarded.awards)} awards`, figure: medianAndRange(times.approval), aim: 'none set' },
  ];
}

function section({ awards, units }, redis) {
  return {
    title: 'Round',
    meaning: [
      `The sample \`${SAMPLE}\`, ${TIMES} times, each in a fresh network: median (least – most). "Request → proposal" begins before the inputs are read and frozen and ends when the proposal can be read (looked for every ${POLL_MILLISECONDS} ms). In it: the request, which freezes and writes the inputs; the outbox, the relay (which looks every 100 ms when idle) and the queue, until a worker begins; the engine, from the frozen text to the plan; and writing the proposal's rows, which is the rest. All in one process. "Approval" is one transaction: ${count(awards)} awards and the reservation of ${count(units)} units in the ledger.`,
      redis
        ? `The queue was measured on PostgreSQL and on Redis ${redis.version}.`
        : 'No Redis answered, so the queue was measured on PostgreSQL alone.',
    ],
  };
}
