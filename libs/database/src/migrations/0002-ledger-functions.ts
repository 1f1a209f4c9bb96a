/** The texts of the SQL functions of migration 0002. They never change: a new version is a new migration. */

const DEFINER = `SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp`;

/**
 * With arrays as parameters the planner takes a plan made for this very call for the cheaper one and makes it anew each time: one
 * plan for all calls is faster. It may be made while the tables are still empty, when reading a whole network looks as cheap as
 * one row, and then stays; every look-up here is by primary key, so nothing but index look-ups is allowed.
 */
const ONE_PLAN = `${DEFINER} SET plan_cache_mode = force_generic_plan
  SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off`;

export const JOURNAL_APPEND = [
  // A function that names its network may only be called in no network or in that one.
  `CREATE FUNCTION enter_network(p_network uuid) RETURNS void LANGUAGE plpgsql AS $$
   BEGIN
     IF current_network() IS NOT NULL AND current_network() <> p_network THEN
       RAISE EXCEPTION 'this transaction belongs to another network' USING ERRCODE = 'insufficient_privilege';
     END IF;
     PERFORM set_config('app.network_id', p_network::text, true);
   END $$`,

  // Each part of a hashed entry carries its length, so no two different entries have the same bytes.
  `CREATE FUNCTION journal_part(p_part text) RETURNS bytea LANGUAGE sql IMMUTABLE
   AS $$ SELECT int4send(octet_length(convert_to(p_part, 'UTF8'))) || convert_to(p_part, 'UTF8') $$`,

  // One loop: a helper function called for each part cost an eighth of a posting.
  `CREATE FUNCTION journal_hash(p_previous bytea, p_network uuid, p_seq bigint, p_entry uuid, p_kind text, p_recorded_at timestamptz, p_body text)
   RETURNS bytea LANGUAGE plpgsql STABLE AS $$
   DECLARE v_bytes bytea := p_previous; v_text text; v_part bytea;
   BEGIN
     FOREACH v_text IN ARRAY ARRAY[p_network::text, p_seq::text, p_entry::text, p_kind,
         to_char(p_recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), p_body] LOOP
       v_part := convert_to(v_text, 'UTF8');
       v_bytes := v_bytes || int4send(octet_length(v_part)) || v_part;
     END LOOP;
     RETURN sha256(v_bytes);
   END $$`,

  `CREATE FUNCTION journal_open(p_network uuid) RETURNS void LANGUAGE plpgsql ${DEFINER} AS $$
   BEGIN
     PERFORM enter_network(p_network);
     INSERT INTO journal_head (network_id, seq, hash) VALUES (p_network, 0, sha256(journal_part(p_network::text))) ON CONFLICT DO NOTHING;
   END $$`,

  // The head is the last lock that any posting takes: it is held for the shortest time, and it orders the chain.
  `CREATE FUNCTION journal_append(p_network uuid, p_entry uuid, p_kind text, p_body text, p_recorded_at timestamptz)
   RETURNS bigint LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE v_seq bigint; v_previous bytea; v_hash bytea;
   BEGIN
     PERFORM enter_network(p_network);
     SELECT seq + 1, hash INTO v_seq, v_previous FROM journal_head WHERE network_id = p_network FOR UPDATE;
     IF NOT FOUND THEN RAISE EXCEPTION 'network % has no journal', p_network USING ERRCODE = 'foreign_key_violation'; END IF;
     v_hash := journal_hash(v_previous, p_network, v_seq, p_entry, p_kind, p_recorded_at, p_body);
     INSERT INTO journal_entry (network_id, seq, entry_id, kind, body, recorded_at, previous_hash, hash)
       VALUES (p_network, v_seq, p_entry, p_kind, p_body, p_recorded_at, v_previous, v_hash);
     UPDATE journal_head SET seq = v_seq, hash = v_hash WHERE network_id = p_network;
     RETURN v_seq;
   END $$`,
];

export const LEDGER_OPEN = [
  // Opening is idempotent: an account's id is derived from its kind, place and reference.
  `CREATE FUNCTION ledger_open_accounts(p_network uuid, p_accounts jsonb) RETURNS void LANGUAGE plpgsql ${DEFINER} AS $$
   BEGIN
     PERFORM enter_network(p_network);
     INSERT INTO ledger_account (network_id, id, kind, place_id, reference_id, label)
       SELECT p_network, a.id, a.kind, a.place, a.reference, a.label
         FROM jsonb_to_recordset(p_accounts) AS a (id uuid, kind text, place uuid, reference uuid, label text)
        ORDER BY a.id
       ON CONFLICT (network_id, id) DO NOTHING;
   END $$`,

  `CREATE FUNCTION ledger_open_lots(p_network uuid, p_lots jsonb) RETURNS void LANGUAGE plpgsql ${DEFINER} AS $$
   BEGIN
     PERFORM enter_network(p_network);
     INSERT INTO ledger_lot (network_id, id, label)
       SELECT p_network, l.id, l.label FROM jsonb_to_recordset(p_lots) AS l (id uuid, label text) ORDER BY l.id
       ON CONFLICT (network_id, id) DO NOTHING;
   END $$`,
];

/**
 * One round trip for a batch of postings. Returns a closed set of outcomes and changes nothing unless it returns `applied`:
 * applied, already-applied, idempotency-conflict, malformed-posting, unknown-account, unknown-lot, insufficient,
 * unknown-transaction, already-reversed.
 */
export const LEDGER_POST = [
  `CREATE FUNCTION ledger_known(p_network uuid, p_command uuid, p_hash bytea) RETURNS jsonb LANGUAGE plpgsql AS $$
   DECLARE v_hash bytea; v_seq bigint;
   BEGIN
     SELECT body_hash INTO v_hash FROM ledger_transaction WHERE network_id = p_network AND command_id = p_command;
     IF NOT FOUND THEN RETURN NULL; END IF;
     IF v_hash <> p_hash THEN RETURN jsonb_build_object('outcome', 'idempotency-conflict'); END IF;
     SELECT seq INTO v_seq FROM journal_entry WHERE network_id = p_network AND entry_id = p_command;
     RETURN jsonb_build_object('outcome', 'already-applied', 'seq', v_seq);
   END $$`,

  `CREATE FUNCTION ledger_post(p_network uuid, p_command uuid, p_body text, p_recorded_at timestamptz)
   RETURNS jsonb LANGUAGE plpgsql ${ONE_PLAN} AS $$
   DECLARE
     v_body jsonb;
     v_hash bytea := sha256(convert_to(p_body, 'UTF8'));
     v_reverses uuid; v_effective timestamptz;
     v_lots uuid[]; v_sources uuid[]; v_destinations uuid[]; v_quantities bigint[];
     v_known jsonb; v_missing uuid; v_short record; v_seq bigint;
   BEGIN
     PERFORM enter_network(p_network);
     v_known := ledger_known(p_network, p_command, v_hash);
     IF v_known IS NOT NULL THEN RETURN v_known; END IF;

     -- Whatever cannot be read is one outcome, never a raw error of the database.
     BEGIN
       v_body := p_body::jsonb;
       v_reverses := (v_body->>'reverses')::uuid;
       v_effective := (v_body->>'effectiveAt')::timestamptz;
       IF v_reverses IS NULL THEN
         SELECT array_agg((p->>0)::uuid ORDER BY n), array_agg((p->>1)::uuid ORDER BY n), array_agg((p->>2)::uuid ORDER BY n), array_agg((p->>3)::bigint ORDER BY n)
           INTO v_lots, v_sources, v_destinations, v_quantities
           FROM jsonb_array_elements(v_body->'postings') WITH ORDINALITY AS e (p, n);
       END IF;
       PERFORM (v_body->>'actor')::uuid;
     EXCEPTION WHEN data_exception THEN
       RETURN jsonb_build_object('outcome', 'malformed-posting');
     END;
     IF p_command IS NULL OR p_recorded_at IS NULL OR v_body->>'kind' IS NULL
        OR coalesce(v_body->>'effectiveAt', '') !~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' THEN
       RETURN jsonb_build_object('outcome', 'malformed-posting');
     END IF;

     IF v_reverses IS NOT NULL THEN
       SELECT array_agg(lot_id ORDER BY ordinal), array_agg(destination_id ORDER BY ordinal), array_agg(source_id ORDER BY ordinal), array_agg(quantity ORDER BY ordinal)
         INTO v_lots, v_sources, v_destinations, v_quantities
         FROM ledger_posting WHERE network_id = p_network AND command_id = v_reverses;
       IF v_lots IS NULL THEN RETURN jsonb_build_object('outcome', 'unknown-transaction', 'transaction', v_reverses); END IF;
       -- Nothing can be taken back before it happened.
       IF v_effective < (SELECT effective_at FROM ledger_transaction WHERE network_id = p_network AND command_id = v_reverses) THEN
         RETURN jsonb_build_object('outcome', 'malformed-posting');
       END IF;
     END IF;

     IF v_lots IS NULL OR EXISTS (SELECT 1 FROM unnest(v_sources, v_destinations, v_quantities) AS p (s, d, q)
                                   WHERE s IS NULL OR d IS NULL OR q IS NULL OR q <= 0 OR s = d) THEN
       RETURN jsonb_build_object('outcome', 'malformed-posting');
     END IF;
     SELECT a INTO v_missing FROM unnest(v_sources || v_destinations) AS a
      WHERE NOT EXISTS (SELECT 1 FROM ledger_account WHERE network_id = p_network AND id = a) ORDER BY a LIMIT 1;
     IF FOUND THEN RETURN jsonb_build_object('outcome', 'unknown-account', 'account', v_missing); END IF;
     SELECT l INTO v_missing FROM unnest(v_lots) AS l
      WHERE l IS NULL OR NOT EXISTS (SELECT 1 FROM ledger_lot WHERE network_id = p_network AND id = l) ORDER BY l LIMIT 1;
     IF FOUND THEN RETURN jsonb_build_object('outcome', 'unknown-lot', 'lot', v_missing); END IF;

     -- Rows are made and locked in one order by everybody: no deadlock between batches.
     INSERT INTO ledger_balance (network_id, account_id, lot_id, quantity, overdraft)
       SELECT p_network, x.account, x.lot, 0, a.kind = 'donor-source'
         FROM (SELECT DISTINCT s AS account, l AS lot FROM unnest(v_sources, v_lots) AS p (s, l)
               UNION SELECT d, l FROM unnest(v_destinations, v_lots) AS p (d, l)) x
         JOIN ledger_account a ON a.network_id = p_network AND a.id = x.account
        WHERE NOT EXISTS (SELECT 1 FROM ledger_balance b WHERE b.network_id = p_network AND b.account_id = x.account AND b.lot_id = x.lot)
        ORDER BY x.account, x.lot
       ON CONFLICT DO NOTHING;
     PERFORM 1 FROM ledger_balance b
      WHERE b.network_id = p_network
        AND (b.account_id, b.lot_id) IN (SELECT s, l FROM unnest(v_sources, v_lots) AS p (s, l) UNION SELECT d, l FROM unnest(v_destinations, v_lots) AS p (d, l))
      ORDER BY b.account_id, b.lot_id FOR UPDATE;

     SELECT b.account_id, b.lot_id, b.quantity AS available, m.taken INTO v_short
       FROM (SELECT account, lot, sum(given) - sum(received) AS taken
               FROM (SELECT s AS account, l AS lot, q AS given, 0 AS received FROM unnest(v_sources, v_lots, v_quantities) AS p (s, l, q)
                     UNION ALL SELECT d, l, 0, q FROM unnest(v_destinations, v_lots, v_quantities) AS p (d, l, q)) moves
              GROUP BY account, lot) m
       JOIN ledger_balance b ON b.network_id = p_network AND b.account_id = m.account AND b.lot_id = m.lot
      WHERE NOT b.overdraft AND b.quantity < m.taken
      ORDER BY b.account_id, b.lot_id LIMIT 1;

     -- Waits for a twin of this command that is under way, then answers as the twin did.
     IF v_short.account_id IS NULL THEN
       IF v_reverses IS NOT NULL AND EXISTS (SELECT 1 FROM ledger_transaction WHERE network_id = p_network AND reverses = v_reverses AND command_id <> p_command) THEN
         RETURN jsonb_build_object('outcome', 'already-reversed', 'transaction', v_reverses);
       END IF;
       INSERT INTO ledger_transaction (network_id, command_id, kind, body_hash, effective_at, recorded_at, actor_id, reason, reverses)
         VALUES (p_network, p_command, v_body->>'kind', v_hash, v_effective, p_recorded_at, (v_body->>'actor')::uuid, v_body->>'reason', v_reverses)
         ON CONFLICT (network_id, command_id) DO NOTHING;
       IF NOT FOUND THEN RETURN ledger_known(p_network, p_command, v_hash); END IF;
     ELSE
       v_known := ledger_known(p_network, p_command, v_hash);
       IF v_known IS NOT NULL THEN RETURN v_known; END IF;
       IF v_reverses IS NOT NULL AND EXISTS (SELECT 1 FROM ledger_transaction WHERE network_id = p_network AND reverses = v_reverses) THEN
         RETURN jsonb_build_object('outcome', 'already-reversed', 'transaction', v_reverses);
       END IF;
       RETURN jsonb_build_object('outcome', 'insufficient', 'available', v_short.available, 'wanted', v_short.taken,
         'account', (SELECT label FROM ledger_account WHERE network_id = p_network AND id = v_short.account_id),
         'lot', (SELECT label FROM ledger_lot WHERE network_id = p_network AND id = v_short.lot_id));
     END IF;

     UPDATE ledger_balance b SET quantity = b.quantity + m.change
       FROM (SELECT account, lot, sum(q) AS change
               FROM (SELECT d AS account, l AS lot, q FROM unnest(v_destinations, v_lots, v_quantities) AS p (d, l, q)
                     UNION ALL SELECT s, l, -q FROM unnest(v_sources, v_lots, v_quantities) AS p (s, l, q)) moves
              GROUP BY account, lot) m
      WHERE b.network_id = p_network AND b.account_id = m.account AND b.lot_id = m.lot;
     INSERT INTO ledger_posting (network_id, command_id, ordinal, lot_id, source_id, destination_id, quantity)
       SELECT p_network, p_command, n, l, s, d, q FROM unnest(v_lots, v_sources, v_destinations, v_quantities) WITH ORDINALITY AS p (l, s, d, q, n);
     INSERT INTO outbox_event (network_id, id, topic, payload)
       VALUES (p_network, p_command, 'ledger.posted', jsonb_build_object('command', p_command));
     v_seq := journal_append(p_network, p_command, v_body->>'kind', p_body, p_recorded_at);
     RETURN jsonb_build_object('outcome', 'applied', 'seq', v_seq);
   END $$`,
];

/** Every way in which the caller's network could disagree with its own postings; no row means conserved. */
export const LEDGER_DISCREPANCIES = [
  `CREATE FUNCTION ledger_discrepancies() RETURNS TABLE (problem text, account_id uuid, lot_id uuid, expected numeric, found numeric)
   LANGUAGE sql STABLE AS $$
     WITH fold AS (
       SELECT account, lot, sum(q) AS quantity
         FROM (SELECT destination_id AS account, ledger_posting.lot_id AS lot, quantity AS q FROM ledger_posting
               UNION ALL SELECT source_id, ledger_posting.lot_id, -quantity FROM ledger_posting) moves
        GROUP BY account, lot)
     SELECT 'balance-differs-from-postings', coalesce(f.account, b.account_id), coalesce(f.lot, b.lot_id), coalesce(f.quantity, 0), coalesce(b.quantity, 0)::numeric
       FROM fold f FULL JOIN ledger_balance b ON b.account_id = f.account AND b.lot_id = f.lot
      WHERE coalesce(f.quantity, 0) <> coalesce(b.quantity, 0)
     UNION ALL
     SELECT 'lot-does-not-sum-to-zero', NULL, b.lot_id, 0, sum(b.quantity) FROM ledger_balance b GROUP BY b.lot_id HAVING sum(b.quantity) <> 0
     UNION ALL
     SELECT 'below-zero', b.account_id, b.lot_id, 0, b.quantity FROM ledger_balance b JOIN ledger_account a ON a.id = b.account_id
      WHERE b.quantity < 0 AND a.kind <> 'donor-source'
     UNION ALL
     SELECT 'posting-without-journal-entry', NULL, p.lot_id, NULL, p.quantity FROM ledger_posting p
      WHERE NOT EXISTS (SELECT 1 FROM journal_entry j WHERE j.entry_id = p.command_id)
   $$`,
];
