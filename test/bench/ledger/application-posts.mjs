import { randomUUID } from 'node:crypto';
import { CONNECTIONS, postingOf } from './books.mjs';

/** Posts through StockLedger over the application's own pool for so many seconds. Latencies in milliseconds. */
export async function applicationPosts({ db, ledger }, networks, durationSeconds) {
  const latencies = [];
  const started = performance.now();
  const end = started + durationSeconds * 1000;
  const client = async () => {
    while (performance.now() < end) {
      const network = anyOf(networks);
      const sent = performance.now();
      const posted = await ledger.post(db.dataSource, network.id, command(network));
      latencies.push(performance.now() - sent);
      if (!posted.applied) throw new Error('A new command was taken for a known one.');
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  return { perSecond: latencies.length / ((performance.now() - started) / 1000), latencies };
}

function command(network) {
  const postings = [postingOf(network, anyOf(network.lotIds))];
  return { commandId: randomUUID(), kind: 'bench', effectiveAt: new Date(), actorId: null, reason: null, postings };
}

function anyOf(list) {
  return list[Math.floor(Math.random() * list.length)];
}
