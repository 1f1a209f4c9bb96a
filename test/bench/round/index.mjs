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
const POLL_MILLISECONDS = 5;

/** From the request for a run to its proposal, through outbox, relay and queue, and the approval. */
export async function measureRound(server) {
  const redis = await findRedis();
  const onPostgres = await runs(server, null);
  const onRedis = redis && (await runs(server, redis.url));
  return {
    ...section(onPostgres.awards, onPostgres.units, redis),
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
          const figures = { proposal: [], waiting: [], working: [], approval: [] };
          for (let time = 0; time < TIMES; time += 1) {
            const network = newNetwork(`round ${time}`);
            const decided = await decide(application, network, await entered(application, network, files), figures);
            Object.assign(figures, decided);
          }
          return figures;
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

async function decide({ runs, approvals }, network, roundId, { proposal, waiting, working, approval }) {
  const { milliseconds, result: run } = await timed(async () =>
    finished(runs, network, await runs.request(network.id, roundId, network.desk)),
  );
  if (run.status !== 'succeeded') throw new Error(`The run ${run.status}: ${run.error}`);
  proposal.push(milliseconds);
  waiting.push(run.startedAt - run.requestedAt);
  working.push(run.finishedAt - run.startedAt);
  const approved = await timed(() => approvals.approve(network.id, deriveId('proposal', run.id), network.second));
  approval.push(approved.milliseconds);
  return approved.result;
}

async function finished(runs, network, runId) {
  for (;;) {
    const run = await runs.find(network.id, runId);
    if (run.isOver()) return run;
    await sleep(POLL_MILLISECONDS);
  }
}

function rowsOf(queue, { proposal, waiting, working, approval, awards }) {
  return [
    { what: `${queue}: request → proposal`, figure: medianAndRange(proposal), aim: 'none set' },
    { what: `${queue}: of it until a worker begins`, figure: medianAndRange(waiting) },
    { what: `${queue}: of it computing`, figure: medianAndRange(working) },
    { what: `${queue}: approval of ${count(awards)} awards`, figure: medianAndRange(approval), aim: 'none set' },
  ];
}

function section(awards, units, redis) {
  return {
    title: 'Round',
    meaning: [
      `The sample \`${SAMPLE}\`, ${TIMES} times, each in a fresh network: median (least – most). "Request → proposal" begins before the inputs are read and frozen and ends when the proposal can be read; between them lie the outbox, the relay (which looks every 100 ms when idle), the queue and the worker, all in one process, and the proposal's rows. "Approval" is one transaction: ${count(awards)} awards and the reservation of ${count(units)} units in the ledger.`,
      redis
        ? `The queue was measured on PostgreSQL and on Redis ${redis.version}.`
        : 'No Redis answered, so the queue was measured on PostgreSQL alone.',
    ],
  };
}
