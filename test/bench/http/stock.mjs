import { newId, systemClock } from '../../../dist/libs/kernel/src/index.js';
import { accounts, move } from '../../../dist/libs/stock-ledger/src/index.js';
import { withFreshDatabase } from '../server.mjs';
import { withApi } from './api.mjs';
import { openNetwork, withDomain } from './goods.mjs';

export const NETWORKS = 100;
/** In each network: enough that a command seldom waits for another's lot. */
const LOTS = 100;
const REASON = '水ぬれ';

/** The API over networks of which the first group has stock, and somebody signed in to each. */
export function withStock(server, size, work) {
  return withFreshDatabase(server, ({ url }) =>
    withDomain(url, async (domain) => {
      const networks = [];
      for (let index = 0; index < size; index += 1) networks.push(await openNetwork(domain, index, { groups: 1, lots: LOTS, stockedAt }));
      await domain.db.refreshStatistics();
      return withApi(url, async (api) => {
        for (const network of networks) network.token = await api.signIn(network.desk.email);
        return work({ url, db: domain.db, api, networks });
      });
    }),
  );
}

/** One unit of a random lot, thrown away. */
export function disposal(network) {
  return { ...head(network), reason: REASON };
}

/** One unit of a random lot, to one household. */
export function handOut(network) {
  return { ...head(network), households: 1, children: 0 };
}

/** What a disposal is in the ledger, for pgbench to post the same; who did it is only as long as in ours. */
export function disposalInLedger({ desk }) {
  const postingOf = ({ id, groupIds: [group] }, lotId) => move(id, lotId, accounts.groupOnHand(group), accounts.disposed(group), 1);
  return { kind: 'dispose', actorId: desk.id, reason: REASON, postingOf };
}

export function anyOf(list) {
  return list[Math.floor(Math.random() * list.length)];
}

function stockedAt({ groupIds: [group] }) {
  return [accounts.groupOnHand(group)];
}

function head({ groupIds: [siteId], lotIds }) {
  return { id: newId(systemClock), occurredAt: new Date().toISOString(), siteId, lines: [{ lotId: anyOf(lotIds), units: 1 }] };
}
