/** The texts of the SQL functions of migration 0008. They never change: a new version is a new migration. */

const DEFINER = `SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp`;

export const JOURNAL_APPEND_AUDIT = [
  // Kinds that are postings', and any body that says it moves something, whatever kind it gives itself.
  `CREATE FUNCTION journal_tells_of_posting(p_kind text, p_body text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
     SELECT p_kind IN ('pledge', 'reserve', 'hub-intake', 'dispatch', 'receipt', 'hand-out', 'move', 'dispose', 'adjust', 'stocktake', 'period-closed') OR p_body::jsonb ?| ARRAY['postings', 'reverses']
   $$`,

  // For what the ledger does not say. What tells of a posting is accepted as that posting's own entry only, so nobody can write
  // an entry by hand that looks like a posting that never was. The same entry again is the first one, whenever it comes.
  `CREATE OR REPLACE FUNCTION journal_append(p_network uuid, p_entry uuid, p_kind text, p_body text, p_recorded_at timestamptz)
   RETURNS bigint LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE v_known record;
   BEGIN
     PERFORM enter_network(p_network);
     PERFORM 1 FROM journal_head WHERE network_id = p_network FOR UPDATE;
     IF NOT FOUND THEN RAISE EXCEPTION 'network % has no journal', p_network USING ERRCODE = 'foreign_key_violation'; END IF;
     -- Behind the lock: a twin that was under way has been written by now.
     SELECT seq, kind, body INTO v_known FROM journal_entry WHERE network_id = p_network AND entry_id = p_entry;
     IF FOUND THEN
       IF v_known.kind = p_kind AND v_known.body = p_body THEN RETURN v_known.seq; END IF;
       RAISE EXCEPTION 'journal entry % is there already, with other contents', p_entry USING ERRCODE = 'WJ001';
     END IF;
     IF journal_tells_of_posting(p_kind, p_body)
        AND NOT EXISTS (SELECT 1 FROM ledger_transaction t
                         WHERE t.network_id = p_network AND t.command_id = p_entry AND t.body_hash = sha256(convert_to(p_body, 'UTF8'))) THEN
       RAISE EXCEPTION 'an entry "%" is written by the ledger alone', p_kind USING ERRCODE = 'insufficient_privilege';
     END IF;
     RETURN journal_write(p_network, p_entry, p_kind, p_body, p_recorded_at, NULL);
   END $$`,
];

/** Across networks, and no more than is needed to find one's own and to keep its head elsewhere. */
export const JOURNAL_HEADS = [
  `CREATE FUNCTION networks_named(p_name text) RETURNS SETOF uuid LANGUAGE sql STABLE ${DEFINER}
   AS $$ SELECT id FROM network WHERE name = p_name OR id::text = p_name ORDER BY id $$`,
  `CREATE FUNCTION journal_heads() RETURNS TABLE (network_id uuid, seq bigint, hash bytea) LANGUAGE sql STABLE ${DEFINER}
   AS $$ SELECT h.network_id, h.seq, h.hash FROM journal_head h ORDER BY h.network_id $$`,
];

/** A run's event has the run's id. */
export const RUNS_UNFINISHED = `
  CREATE FUNCTION round_runs_unfinished(p_older_than interval, p_limit integer) RETURNS TABLE (network_id uuid, run_id uuid)
  LANGUAGE sql ${DEFINER}
  AS $$ SELECT r.network_id, r.id FROM round_run r JOIN outbox_event e ON e.network_id = r.network_id AND e.id = r.id
         WHERE r.status IN ('queued', 'running') AND e.dispatched_at < clock_timestamp() - p_older_than
         ORDER BY e.dispatched_at LIMIT p_limit $$`;
