import { firstBrokenEntry, type JournalRow } from '@wakachi/journal';
import type { Bilingual } from '@wakachi/kernel';
import type pg from 'pg';
import type { Manifest, NetworkHead } from './manifest.js';
import { messages } from './messages.js';
import { isolation, rowCounts } from './survey.js';

/** All that a restored copy does not keep of what the manifest promises; empty when it holds. */
export async function whatDoesNotHold(client: pg.Client, manifest: Manifest, expectedIsolation: readonly string[]): Promise<Bilingual[]> {
  const faults = [...rowFaults(manifest, await rowCounts(client)), ...isolationFaults(expectedIsolation, await isolation(client))];
  for (const network of manifest.networks) faults.push(...(await networkFaults(client, network)));
  return faults;
}

function rowFaults({ rows }: Manifest, found: Readonly<Record<string, number>>): Bilingual[] {
  const tables = [...new Set([...Object.keys(rows), ...Object.keys(found)])];
  return tables
    .filter((table) => rows[table] !== found[table])
    .map((table) => messages('rows-differ', { table, found: found[table] ?? 0, expected: rows[table] ?? 0 }));
}

function isolationFaults(expected: readonly string[], found: readonly string[]): Bilingual[] {
  const lost = expected.filter((line) => !found.includes(line)).map((line) => `− ${line}`);
  const added = found.filter((line) => !expected.includes(line)).map((line) => `+ ${line}`);
  return [...lost, ...added].map((line) => messages('isolation-differs', { line }));
}

/** As the application sees it: in its role, in one network, bound by row-level security. */
async function networkFaults(client: pg.Client, network: NetworkHead): Promise<Bilingual[]> {
  await client.query('BEGIN READ ONLY');
  try {
    await client.query('SET LOCAL ROLE wakachi_app');
    await client.query(`SELECT set_config('app.network_id', $1, true), set_config('search_path', 'public', true)`, [network.id]);
    return [...(await journalFaults(client, network)), ...(await ledgerFaults(client, network.id))];
  } finally {
    await client.query('ROLLBACK');
  }
}

async function journalFaults(client: pg.Client, { id, entries, head }: NetworkHead): Promise<Bilingual[]> {
  const { rows } = await client.query<Omit<JournalRow, 'seq'> & { seq: string }>(
    `SELECT seq, entry_id AS "entryId", kind, body, to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt",
            encode(hash, 'hex') AS hash FROM journal_entry ORDER BY seq`,
  );
  const journal = rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  const broken = firstBrokenEntry(id, journal);
  if (broken !== null) return [messages('chain-broken', { network: id, seq: broken })];
  const stored = (await client.query<{ hash: string }>(`SELECT encode(hash, 'hex') AS hash FROM journal_head`)).rows[0]?.hash ?? '';
  const last = journal.at(-1)?.hash ?? stored;
  const isTheSame = journal.length === entries && last === head && stored === head;
  return isTheSame ? [] : [messages('head-differs', { network: id, found: journal.length, expected: entries })];
}

async function ledgerFaults(client: pg.Client, network: string): Promise<Bilingual[]> {
  const { rowCount } = await client.query('SELECT 1 FROM ledger_discrepancies()');
  return rowCount === 0 ? [] : [messages('ledger-off', { network, count: rowCount ?? 0 })];
}
