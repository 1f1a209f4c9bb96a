import { auditRow, rowsOf, takeTurns } from '../ledger/beside-pgbench.mjs';
import { audit, CONNECTIONS } from '../ledger/books.mjs';
import { findPgbench, pgbenchPosts } from '../ledger/pgbench.mjs';
import { count } from '../statistics.mjs';
import { load, postRequest } from './load.mjs';
import { TURN_SECONDS, TURNS, WARM_UP_SECONDS } from './scale.mjs';
import { anyOf, disposal, disposalInLedger, NETWORKS, withStock } from './stock.mjs';

const CLIENT = 'POST stock/disposals';
const SHAPES = [
  { name: `${NETWORKS} networks`, client: CLIENT, size: NETWORKS, p99Aim: 35, rateAim: null },
  { name: 'one network', client: CLIENT, size: 1, p99Aim: null, rateAim: 500 },
];

/** Commands per second over HTTP, beside pgbench posting the same on the same tables in the same minutes. */
export async function measureCommands(server) {
  const pgbench = await findPgbench();
  const rows = await withStock(server, NETWORKS, async (stock) => {
    const all = [];
    for (const shape of SHAPES) all.push(...(await measureShape(stock, shape, pgbench)));
    return all;
  });
  return { ...section(pgbench), rows };
}

async function measureShape({ url, db, api, networks: everyone }, shape, pgbench) {
  const networks = everyone.slice(0, shape.size);
  let refused = 0;
  const ours = async (seconds) => {
    const turn = await load(api, () => nextDisposal(networks), seconds);
    refused += turn.refused;
    return turn;
  };
  const peer = (seconds) => pgbenchPosts(pgbench, url, networks, seconds, disposalInLedger(networks[0]));
  const pace = { warmUpSeconds: WARM_UP_SECONDS, turnSeconds: TURN_SECONDS, turns: TURNS };
  const figures = await takeTurns(ours, pgbench && peer, pace);
  return [
    ...rowsOf(shape, figures),
    { what: `${shape.name}: answers other than 2xx`, figure: count(refused), aim: '0', met: refused === 0 },
    auditRow(shape.name, await audit(db, networks)),
  ];
}

function nextDisposal(networks) {
  const network = anyOf(networks);
  return postRequest(network, 'stock/disposals', disposal(network));
}

function section(pgbench) {
  return {
    title: 'Stock commands',
    meaning: [
      `\`POST /api/v1/stock/disposals\` over ${CONNECTIONS} connections, each command one unit of a random lot under an id of its own: sign-in checked, body checked, the site's and the person's facts read, then posted — idempotency, double entry, hash chain and outbox event included, each commit on disk. The API is one process with its usual pool and log; autocannon is the client. "pgbench" calls \`ledger_post\` alone, as many connections, with a body of the same shape on the same tables${pgbench ? ` (${pgbench.version})` : ''}. They take turns of ${TURN_SECONDS} s, ${TURNS} each, after ${WARM_UP_SECONDS} s to warm up; latencies are of all turns together.`,
      'On one network all commands wait for the same head of the journal, from its lock until the commit is on disk. No relay is running: events stay in the outbox.',
    ],
  };
}
