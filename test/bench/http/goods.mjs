import { ACCESS_ENTITIES, Networks, personId } from '../../../dist/libs/access/src/index.js';
import { createDataSource, Database } from '../../../dist/libs/database/src/index.js';
import { Journal } from '../../../dist/libs/journal/src/index.js';
import { deriveId, systemClock } from '../../../dist/libs/kernel/src/index.js';
import { accounts, move, StockLedger } from '../../../dist/libs/stock-ledger/src/index.js';
import { withCleanUp } from '../clean-up.mjs';

/** Of each lot in each place: more than any run takes. */
const UNITS = 120_000_000;
export const UNITS_PER_CASE = 12;

/** The domain's own services for setting things up, as the ordinary run-time role. */
export async function withDomain(url, work) {
  const db = new Database(createDataSource({ url, entities: ACCESS_ENTITIES, poolSize: 4 }));
  await db.dataSource.initialize();
  return withCleanUp(
    () => db.close(),
    () => work({ db, ledger: new StockLedger(systemClock), networks: new Networks(db, new Journal(systemClock), systemClock) }),
  );
}

/**
 * A network with two people, a hub, groups with a site each, and lots of one donor, every second one by way of the hub.
 * @param stockedAt the accounts that get some of every lot
 */
export async function openNetwork({ db, ledger, networks }, index, { groups, lots, stockedAt }) {
  const network = newNetwork(index, groups, lots);
  const { id, lotIds, desk, second } = network;
  const people = [desk, second].map(({ email, role }) => ({ email, role, displayName: email }));
  await networks.open({ id, name: `bench ${index}`, settings: {}, people });
  await db.inNetwork(id, async (tx) => {
    await ledger.openAccounts(tx, id, accountsOf(network));
    await ledger.openLots(
      tx,
      id,
      lotIds.map((lot, n) => ({ id: lot, label: `No.${n + 1}` })),
    );
    await insertGroups(tx, network);
    await insertLots(tx, network);
    const source = accounts.donorSource(network.donorId);
    const postings = stockedAt(network).flatMap((account) => lotIds.map((lotId) => move(id, lotId, source, account, UNITS)));
    const supply = { commandId: deriveId('bench-supply', id), kind: 'supply', effectiveAt: new Date(), actorId: null, reason: null };
    await ledger.post(tx, id, { ...supply, postings });
  });
  return network;
}

function newNetwork(index, groups, lots) {
  const id = deriveId('bench-network', index);
  const person = (name, role) => {
    const email = `${name}-${index}@bench.example`;
    return { id: personId(id, email), email, role };
  };
  const ids = (kind, count) => Array.from({ length: count }, (_, n) => deriveId(kind, n));
  return {
    id,
    donorId: deriveId('bench-donor', index),
    hubId: deriveId('bench-hub', index),
    desk: person('desk', 'coordinator'),
    second: person('second', 'approver'),
    groupIds: ids('bench-group', groups),
    /** The same in every network, so that one script of pgbench fits them all. */
    lotIds: ids('bench-lot', lots),
  };
}

function accountsOf({ donorId, hubId, groupIds }) {
  const atGroup = (group) => [accounts.groupOnHand(group), accounts.distributed(group), accounts.disposed(group)];
  const keys = [accounts.donorSource(donorId), accounts.donorPledged(donorId), accounts.hubOnHand(hubId), ...groupIds.flatMap(atGroup)];
  return keys.map((key) => ({ ...key, label: key.kind }));
}

/** A group's only site has the group's id. */
async function insertGroups(tx, { id, groupIds }) {
  await tx.query(
    `INSERT INTO recipient_group (network_id, id, code, name, prefecture, households, refuses_categories, refuses_temperatures, attention)
     SELECT $1, id, 'G' || n, '団体' || n, '13', 50, '{}', '{}', '[]' FROM unnest($2::uuid[]) WITH ORDINALITY AS g (id, n)`,
    [id, groupIds],
  );
  await tx.query(
    `INSERT INTO site (network_id, id, group_id, receiving_weekdays) SELECT $1, id, id, '{}' FROM unnest($2::uuid[]) AS g (id)`,
    [id, groupIds],
  );
}

async function insertLots(tx, { id, donorId, hubId, lotIds }) {
  await tx.query(`INSERT INTO donor (network_id, id, name) VALUES ($1, $2, '寄贈企業')`, [id, donorId]);
  await tx.query(`INSERT INTO hub (network_id, id, name) VALUES ($1, $2, '拠点')`, [id, hubId]);
  await tx.query(`INSERT INTO item (network_id, id, name, category, food) VALUES ($1, $2, '品目', 'unknown:bench', false)`, [id, donorId]);
  await tx.query(
    `INSERT INTO offer (network_id, id, donor_id, line_number, status, condition_text, submitted_at)
     SELECT $1, id, $2, n, 'lotted', '', now() FROM unnest($3::uuid[]) WITH ORDINALITY AS l (id, n)`,
    [id, donorId, lotIds],
  );
  await tx.query(
    `INSERT INTO lot (network_id, id, offer_id, donor_id, item_id, hub_id, line_number, name, category, food, temperature, cases, units_per_case,
                      requires, terms, report_due, title, recognition)
     SELECT $1, id, id, $2, $2, CASE WHEN n % 2 = 0 THEN $3::uuid END, n, '品目' || n, 'unknown:bench', false, 'ambient', ${UNITS / UNITS_PER_CASE},
            ${UNITS_PER_CASE}, '{}', '{}', false, 'through-us', 'notes-only'
       FROM unnest($4::uuid[]) WITH ORDINALITY AS l (id, n)`,
    [id, donorId, hubId, lotIds],
  );
}
