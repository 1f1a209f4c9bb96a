import { withFreshDatabase } from '../server.mjs';
import { applicationPosts } from './application-posts.mjs';
import { auditRow, rowsOf, takeTurns } from './beside-pgbench.mjs';
import { audit, CONNECTIONS, withBooks } from './books.mjs';
import { findPgbench, pgbenchPosts } from './pgbench.mjs';

const WARM_UP_SECONDS = 2;
const TURNS = 2;
const TURN_SECONDS = 5;
const CLIENT = 'StockLedger.post';
const SHAPES = [
  { name: '100 networks', client: CLIENT, size: 100, p99Aim: 35, rateAim: null },
  { name: 'one network', client: CLIENT, size: 1, p99Aim: null, rateAim: 500 },
];

/** Postings per second through `ledger_post`, beside pgbench calling the same function in the same minutes. */
export async function measureLedger(server) {
  const pgbench = await findPgbench();
  const rows = await withFreshDatabase(server, ({ url }) =>
    withBooks(url, async (books) => {
      const all = [];
      for (const shape of SHAPES) {
        const networks = books.networks.slice(0, shape.size);
        const figures = await takeTurns(
          (time) => applicationPosts(books, networks, time),
          pgbench && ((time) => pgbenchPosts(pgbench, url, networks, time)),
          { warmUpSeconds: WARM_UP_SECONDS, turnSeconds: TURN_SECONDS, turns: TURNS },
        );
        all.push(...rowsOf(shape, figures), auditRow(shape.name, await audit(books.db, networks)));
      }
      return all;
    }),
  );
  return { ...section(pgbench), rows };
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
