import pg from 'pg';

/** Ids that need choosing: the shipments are those that need no hub, the sites are those of the group that has stock, the parked commands those that wait. */
const CHOSEN: Readonly<Record<string, string>> = {
  siteId: `SELECT id FROM site WHERE network_id = $1
            AND group_id = (SELECT id FROM recipient_group WHERE network_id = $1 ORDER BY code LIMIT 1) ORDER BY main DESC, id LIMIT $2::int / 5`,
  shipmentId: 'SELECT id FROM shipment WHERE network_id = $1 ORDER BY hub_id NULLS FIRST, id LIMIT $2',
  postedId: 'SELECT command_id AS id FROM ledger_transaction WHERE network_id = $1 ORDER BY xmin::text::bigint DESC LIMIT $2',
  parkedId: `SELECT id FROM parked_command WHERE network_id = $1 AND problem = 'time-implausible' ORDER BY outcome NULLS FIRST, id LIMIT $2`,
};

/** What each network's rows look like from outside: how many there are in each table, and who wrote last. */
export class Fingerprints {
  private last: { readonly next: string; readonly prints: ReadonlyMap<string, string> } | null = null;

  private constructor(
    private readonly client: pg.Client,
    private readonly sql: string,
    private readonly idTables: readonly string[],
  ) {}

  static async open(ownerUrl: string): Promise<Fingerprints> {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string; has_id: boolean }>(`
      SELECT c.table_name AS name, bool_or(c.column_name = 'id' AND c.udt_name = 'uuid') AS has_id
        FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
       GROUP BY 1 HAVING bool_or(c.column_name = 'network_id') ORDER BY 1`);
    // A row that was changed is a new version with a later xmin; one that was merely locked is not.
    const tables = rows.map(
      ({ name }) => `SELECT network_id, '${name}' AS name, count(*) AS rows, max(xmin::text::bigint) AS last FROM ${name} GROUP BY 1`,
    );
    const idTables = rows.filter((row) => row.has_id).map((row) => row.name);
    return new Fingerprints(client, tables.join(' UNION ALL '), idTables);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  async take(networkId: string): Promise<string> {
    return (await this.takeAll()).get(networkId) ?? '';
  }

  async takeAll(): Promise<ReadonlyMap<string, string>> {
    const next = await this.nextTransaction();
    if (this.last?.next !== next) this.last = { next, prints: await this.read() };
    return this.last.prints;
  }

  /** Whoever writes or locks takes a transaction number: while none was taken, nothing can have changed. */
  private async nextTransaction(): Promise<string> {
    const { rows } = await this.client.query<{ next: string }>('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next');
    return rows[0]?.next as string;
  }

  private async read(): Promise<Map<string, string>> {
    const { rows } = await this.client.query<{ network_id: string; name: string; rows: string; last: string }>({
      name: 'fingerprint',
      text: this.sql,
    });
    const prints = new Map<string, string>();
    for (const row of rows) prints.set(row.network_id, `${prints.get(row.network_id) ?? ''}${row.name} ${row.rows} ${row.last}\n`);
    return prints;
  }

  /** Ids of records that a field such as `runId` names: of the table `run`, or of one whose name ends so (`round_run`). */
  async ids(networkId: string, field: string, most = 20): Promise<string[]> {
    const noun = field.replace(/Ids?$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const chosen = CHOSEN[field];
    if (chosen) return (await this.client.query(chosen, [networkId, most])).rows.map((row: { id: string }) => row.id);
    const table = this.idTables.find((name) => name === noun) ?? this.idTables.find((name) => name.endsWith(`_${noun}`));
    if (!table) return [];
    const { rows } = await this.client.query(`SELECT id FROM ${table} WHERE network_id = $1 ORDER BY xmin::text::bigint DESC LIMIT $2`, [
      networkId,
      most,
    ]);
    return rows.map((row: { id: string }) => row.id);
  }
}

/** The tables that are not as they were. */
export function difference(before: string, after: string): string[] {
  const known = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !known.has(line));
}
