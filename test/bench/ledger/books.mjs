import { createDataSource, Database } from '../../../dist/libs/database/src/index.js';
import { Journal } from '../../../dist/libs/journal/src/index.js';
import { deriveId, systemClock } from '../../../dist/libs/kernel/src/index.js';
import { accounts, discrepancies, move, StockLedger } from '../../../dist/libs/stock-ledger/src/index.js';
import { withCleanUp } from '../clean-up.mjs';

export const CONNECTIONS = 16;
const NETWORKS = 100;
/** In each network: enough that a posting seldom waits for another's lot, so that what it waits for is the network's journal. */
const LOTS = 100;

/** A hundred networks with a donor each, opened through the functions that the application opens them with. */
export async function withBooks(url, work) {
  const db = new Database(createDataSource({ url, entities: [], poolSize: CONNECTIONS }));
  await db.dataSource.initialize();
  return withCleanUp(
    () => db.close(),
    async () => {
      const ledger = new StockLedger(systemClock);
      const networks = Array.from({ length: NETWORKS }, (_, index) => newNetwork(index));
      for (const network of networks) await open(db, ledger, network);
      await db.refreshStatistics();
      return work({ db, ledger, networks });
    },
  );
}

/** Both clients send this and nothing else; only ids differ, so all bodies are of one size. */
export function postingOf(network, lotId) {
  const { id, donorId } = network;
  return move(id, lotId, accounts.donorSource(donorId), accounts.donorPledged(donorId), 1);
}

/** How many ways the networks' balances disagree with their postings, and how long folding every posting again took. */
export async function audit(db, networks) {
  const started = performance.now();
  let problems = 0;
  let postings = 0;
  for (const { id } of networks) {
    await db.inNetwork(id, async (tx) => {
      problems += (await discrepancies(tx)).length;
      const [row] = await tx.query('SELECT count(*) AS postings FROM ledger_posting');
      postings += Number(row.postings);
    });
  }
  return { problems, postings, milliseconds: performance.now() - started };
}

function newNetwork(index) {
  const id = deriveId('bench-network', index);
  return { id, donorId: deriveId('bench-donor', index), lotIds: Array.from({ length: LOTS }, (_, lot) => deriveId('bench-lot', lot)) };
}

function open(db, ledger, { id, donorId, lotIds }) {
  return db.inNetwork(id, async (tx) => {
    await tx.query('INSERT INTO network (id, name, created_at) VALUES ($1, $2, now())', [id, 'bench']);
    await new Journal(systemClock).open(tx, id);
    await ledger.openAccounts(tx, id, [
      { ...accounts.donorSource(donorId), label: '帳外' },
      { ...accounts.donorPledged(donorId), label: '申出' },
    ]);
    await ledger.openLots(
      tx,
      id,
      lotIds.map((lotId, index) => ({ id: lotId, label: `No.${index + 1}` })),
    );
  });
}
