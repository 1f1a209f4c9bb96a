/** The texts of the SQL functions of migration 0007. They never change: a new version is a new migration. */

const DEFINER = `SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp`;

/** One plan for all calls, and by key only, whatever the planner thinks of a table that is still empty. */
const ONE_PLAN = `${DEFINER} SET plan_cache_mode = force_generic_plan
  SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off`;

export const JOURNAL_WRITE = [
  // The same bytes as before, in one expression instead of a loop.
  `CREATE OR REPLACE FUNCTION journal_hash(p_previous bytea, p_network uuid, p_seq bigint, p_entry uuid, p_kind text, p_recorded_at timestamptz, p_body text)
   RETURNS bytea LANGUAGE plpgsql STABLE AS $$
   DECLARE
     v_seq bytea := convert_to(p_seq::text, 'UTF8');
     v_kind bytea := convert_to(p_kind, 'UTF8');
     v_body bytea := convert_to(p_body, 'UTF8');
   BEGIN
     RETURN sha256(p_previous || int4send(36) || convert_to(p_network::text, 'UTF8') || int4send(octet_length(v_seq)) || v_seq
       || int4send(36) || convert_to(p_entry::text, 'UTF8') || int4send(octet_length(v_kind)) || v_kind
       || int4send(27) || convert_to(to_char(p_recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'UTF8')
       || int4send(octet_length(v_body)) || v_body);
   END $$`,

  // The head is the last lock that any posting takes: it is held for the shortest time; it orders the chain, numbers the vouchers
  // without a gap, and is where a closed period stands, so that nothing slips into a month that is being closed.
  `CREATE FUNCTION journal_write(p_network uuid, p_entry uuid, p_kind text, p_body text, p_recorded_at timestamptz, p_effective timestamptz)
   RETURNS bigint LANGUAGE plpgsql AS $$
   DECLARE v_head record; v_hash bytea;
   BEGIN
     SELECT seq + 1 AS seq, hash, vouchers + 1 AS voucher, closed_before INTO v_head FROM journal_head WHERE network_id = p_network FOR UPDATE;
     IF NOT FOUND THEN RAISE EXCEPTION 'network % has no journal', p_network USING ERRCODE = 'foreign_key_violation'; END IF;
     IF p_effective < v_head.closed_before THEN RAISE EXCEPTION 'the period is closed' USING ERRCODE = 'WK001'; END IF;
     v_hash := journal_hash(v_head.hash, p_network, v_head.seq, p_entry, p_kind, p_recorded_at, p_body);
     INSERT INTO journal_entry (network_id, seq, entry_id, kind, body, recorded_at, previous_hash, hash, voucher)
       VALUES (p_network, v_head.seq, p_entry, p_kind, p_body, p_recorded_at, v_head.hash, v_hash, CASE WHEN p_effective IS NOT NULL THEN v_head.voucher END);
     UPDATE journal_head SET seq = v_head.seq, hash = v_hash, vouchers = CASE WHEN p_effective IS NULL THEN vouchers ELSE v_head.voucher END
      WHERE network_id = p_network;
     RETURN v_head.seq;
   END $$`,

  `CREATE OR REPLACE FUNCTION journal_append(p_network uuid, p_entry uuid, p_kind text, p_body text, p_recorded_at timestamptz)
   RETURNS bigint LANGUAGE plpgsql ${DEFINER} AS $$
   BEGIN
     PERFORM enter_network(p_network);
     RETURN journal_write(p_network, p_entry, p_kind, p_body, p_recorded_at, NULL);
   END $$`,
];

export const LEDGER_POST = [
  // Accounts that may go below zero: outside our books, and the counter-account of what a count found to differ.
  `CREATE FUNCTION ledger_has_no_floor(p_kind text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT p_kind IN ('donor-source', 'stock-difference') $$`,

  // Why postings could not be made, looked up after everything was undone; null when nothing is wrong with them any more.
  `CREATE FUNCTION ledger_refusal(p_network uuid, p_body jsonb, p_reverses uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
   DECLARE v_lots uuid[]; v_sources uuid[]; v_destinations uuid[]; v_quantities bigint[]; v_missing uuid; v_short record;
   BEGIN
     IF p_reverses IS NULL THEN
       SELECT array_agg((p->>0)::uuid ORDER BY n), array_agg((p->>1)::uuid ORDER BY n), array_agg((p->>2)::uuid ORDER BY n), array_agg((p->>3)::bigint ORDER BY n)
         INTO v_lots, v_sources, v_destinations, v_quantities FROM jsonb_array_elements(p_body->'postings') WITH ORDINALITY AS e (p, n);
     ELSE
       SELECT array_agg(lot_id ORDER BY ordinal), array_agg(destination_id ORDER BY ordinal), array_agg(source_id ORDER BY ordinal), array_agg(quantity ORDER BY ordinal)
         INTO v_lots, v_sources, v_destinations, v_quantities FROM ledger_posting WHERE network_id = p_network AND command_id = p_reverses;
       IF v_lots IS NULL THEN RETURN jsonb_build_object('outcome', 'unknown-transaction', 'transaction', p_reverses); END IF;
     END IF;
     IF EXISTS (SELECT 1 FROM unnest(v_sources, v_destinations, v_quantities) AS p (s, d, q) WHERE q <= 0 OR s = d) THEN
       RETURN jsonb_build_object('outcome', 'malformed-posting');
     END IF;
     SELECT a INTO v_missing FROM unnest(v_sources || v_destinations) AS a
      WHERE NOT EXISTS (SELECT 1 FROM ledger_account WHERE network_id = p_network AND id = a) ORDER BY a LIMIT 1;
     IF FOUND THEN RETURN jsonb_build_object('outcome', 'unknown-account', 'account', v_missing); END IF;
     SELECT l INTO v_missing FROM unnest(v_lots) AS l
      WHERE NOT EXISTS (SELECT 1 FROM ledger_lot WHERE network_id = p_network AND id = l) ORDER BY l LIMIT 1;
     IF FOUND THEN RETURN jsonb_build_object('outcome', 'unknown-lot', 'lot', v_missing); END IF;
     SELECT a.label AS account, l.label AS lot, coalesce(b.quantity, 0) AS available, m.taken INTO v_short
       FROM (SELECT account, lot, sum(given) AS taken
               FROM (SELECT s AS account, l AS lot, q AS given FROM unnest(v_sources, v_lots, v_quantities) AS p (s, l, q)
                     UNION ALL SELECT d, l, -q FROM unnest(v_destinations, v_lots, v_quantities) AS p (d, l, q)) moves
              GROUP BY account, lot) m
       JOIN ledger_account a ON a.network_id = p_network AND a.id = m.account
       JOIN ledger_lot l ON l.network_id = p_network AND l.id = m.lot
       LEFT JOIN ledger_balance b ON b.network_id = p_network AND b.account_id = m.account AND b.lot_id = m.lot
      WHERE NOT ledger_has_no_floor(a.kind) AND coalesce(b.quantity, 0) < m.taken
      ORDER BY m.account, m.lot LIMIT 1;
     IF NOT FOUND THEN RETURN NULL; END IF;
     RETURN jsonb_build_object('outcome', 'insufficient', 'available', v_short.available, 'wanted', v_short.taken, 'account', v_short.account, 'lot', v_short.lot);
   END $$`,

  /**
   * The same outcomes as before and `period-closed`, with half the work: nothing is looked up that a constraint says anyway. The
   * transaction's row is made first, so a twin waits for it and then answers as the first did; the balances follow in one order
   * for everybody, so batches cannot deadlock; what a constraint refuses is undone as a whole, and the reason looked up then.
   */
  `CREATE OR REPLACE FUNCTION ledger_post(p_network uuid, p_command uuid, p_body text, p_recorded_at timestamptz)
   RETURNS jsonb LANGUAGE plpgsql ${ONE_PLAN} AS $$
   DECLARE
     v_hash bytea := sha256(convert_to(p_body, 'UTF8'));
     v_body jsonb; v_kind text; v_reverses uuid; v_effective timestamptz; v_move record; v_seq bigint; v_refusal jsonb;
   BEGIN
     PERFORM enter_network(p_network);
     BEGIN
       v_body := p_body::jsonb;
       v_kind := v_body->>'kind';
       v_reverses := (v_body->>'reverses')::uuid;
       v_effective := (v_body->>'effectiveAt')::timestamptz;
       IF coalesce(v_body->>'effectiveAt', '') !~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' THEN
         RETURN jsonb_build_object('outcome', 'malformed-posting');
       END IF;
       INSERT INTO ledger_transaction (network_id, command_id, kind, body_hash, effective_at, recorded_at, actor_id, reason, reverses)
         VALUES (p_network, p_command, v_kind, v_hash, v_effective, p_recorded_at, (v_body->>'actor')::uuid, v_body->>'reason', v_reverses)
         ON CONFLICT DO NOTHING;
       IF NOT FOUND THEN
         RETURN coalesce(ledger_known(p_network, p_command, v_hash), jsonb_build_object('outcome', 'already-reversed', 'transaction', v_reverses));
       END IF;
       IF v_reverses IS NULL THEN
         INSERT INTO ledger_posting (network_id, command_id, ordinal, lot_id, source_id, destination_id, quantity)
           SELECT p_network, p_command, n, (p->>0)::uuid, (p->>1)::uuid, (p->>2)::uuid, (p->>3)::bigint
             FROM jsonb_array_elements(v_body->'postings') WITH ORDINALITY AS e (p, n);
       ELSE
         -- Nothing can be taken back before it happened.
         IF v_effective < (SELECT effective_at FROM ledger_transaction WHERE network_id = p_network AND command_id = v_reverses) THEN
           RAISE EXCEPTION 'a reversal before its original' USING ERRCODE = 'data_exception';
         END IF;
         INSERT INTO ledger_posting (network_id, command_id, ordinal, lot_id, source_id, destination_id, quantity)
           SELECT p_network, p_command, ordinal, lot_id, destination_id, source_id, quantity
             FROM ledger_posting WHERE network_id = p_network AND command_id = v_reverses;
       END IF;
       IF NOT FOUND THEN
         RAISE EXCEPTION 'no postings' USING ERRCODE = CASE WHEN v_reverses IS NULL THEN 'data_exception' ELSE 'foreign_key_violation' END;
       END IF;
       FOR v_move IN
         SELECT account, lot, sum(change)::bigint AS change
           FROM (SELECT p.source_id AS account, p.lot_id AS lot, -p.quantity AS change FROM ledger_posting p WHERE p.network_id = p_network AND p.command_id = p_command
                 UNION ALL SELECT p.destination_id, p.lot_id, p.quantity FROM ledger_posting p WHERE p.network_id = p_network AND p.command_id = p_command) moves
          GROUP BY account, lot ORDER BY account, lot
       LOOP
         UPDATE ledger_balance SET quantity = quantity + v_move.change
          WHERE network_id = p_network AND account_id = v_move.account AND lot_id = v_move.lot
            AND (v_move.change >= 0 OR overdraft OR quantity + v_move.change >= 0);
         IF NOT FOUND THEN
           INSERT INTO ledger_balance AS b (network_id, account_id, lot_id, quantity, overdraft)
             SELECT p_network, v_move.account, v_move.lot, v_move.change, ledger_has_no_floor(a.kind)
               FROM ledger_account a WHERE a.network_id = p_network AND a.id = v_move.account
             ON CONFLICT (network_id, account_id, lot_id) DO UPDATE SET quantity = b.quantity + EXCLUDED.quantity;
         END IF;
       END LOOP;
       INSERT INTO outbox_event (network_id, id, topic, payload)
         VALUES (p_network, p_command, 'ledger.posted', jsonb_build_object('command', p_command));
       v_seq := journal_write(p_network, p_command, v_kind, p_body, p_recorded_at, v_effective);
       RETURN jsonb_build_object('outcome', 'applied', 'seq', v_seq);
     EXCEPTION
       WHEN data_exception OR not_null_violation THEN
         RETURN jsonb_build_object('outcome', 'malformed-posting');
       WHEN SQLSTATE 'WK001' THEN
         RETURN jsonb_build_object('outcome', 'period-closed');
       WHEN unique_violation THEN
         -- Only the journal is left to have the id: an entry that is no posting's.
         RETURN jsonb_build_object('outcome', 'idempotency-conflict');
       WHEN check_violation OR foreign_key_violation THEN
         v_refusal := ledger_refusal(p_network, v_body, v_reverses);
         IF v_refusal IS NULL THEN RAISE; END IF;
         RETURN v_refusal;
     END;
   END $$`,
];

export const PERIOD_CLOSE = [
  /**
   * Closes everything that took effect before an instant. Outcomes: closed, already-closed (the same or a later end), not-over,
   * below-zero (an account would stand below zero at the period's end: a movement was dated before the goods came).
   */
  `CREATE FUNCTION ledger_close_period(p_network uuid, p_before timestamptz, p_entry uuid, p_body text, p_recorded_at timestamptz)
   RETURNS jsonb LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE v_closed timestamptz; v_short record;
   BEGIN
     PERFORM enter_network(p_network);
     SELECT closed_before INTO v_closed FROM journal_head WHERE network_id = p_network FOR UPDATE;
     IF v_closed >= p_before THEN RETURN jsonb_build_object('outcome', 'already-closed'); END IF;
     IF p_before > p_recorded_at THEN RETURN jsonb_build_object('outcome', 'not-over'); END IF;
     SELECT a.label AS account, l.label AS lot, m.units INTO v_short
       FROM (SELECT account, lot, sum(change) AS units
               FROM (SELECT p.source_id AS account, p.lot_id AS lot, -p.quantity AS change, p.command_id FROM ledger_posting p
                     UNION ALL SELECT p.destination_id, p.lot_id, p.quantity, p.command_id FROM ledger_posting p) moves
               JOIN ledger_transaction t ON t.command_id = moves.command_id
              WHERE t.effective_at < p_before GROUP BY account, lot HAVING sum(change) < 0) m
       JOIN ledger_account a ON a.id = m.account JOIN ledger_lot l ON l.id = m.lot
      WHERE NOT ledger_has_no_floor(a.kind) ORDER BY m.account, m.lot LIMIT 1;
     IF FOUND THEN RETURN jsonb_build_object('outcome', 'below-zero', 'account', v_short.account, 'lot', v_short.lot, 'units', v_short.units); END IF;
     UPDATE journal_head SET closed_before = p_before WHERE network_id = p_network;
     RETURN jsonb_build_object('outcome', 'closed', 'seq', journal_write(p_network, p_entry, 'period-closed', p_body, p_recorded_at, NULL));
   END $$`,
];

/** Every way in which the caller's network could disagree with its own postings; no row means conserved. */
export const LEDGER_DISCREPANCIES = `
  CREATE OR REPLACE FUNCTION ledger_discrepancies() RETURNS TABLE (problem text, account_id uuid, lot_id uuid, expected numeric, found numeric)
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
     WHERE b.quantity < 0 AND NOT ledger_has_no_floor(a.kind)
    UNION ALL
    SELECT 'posting-without-journal-entry', NULL, p.lot_id, NULL, p.quantity FROM ledger_posting p
     WHERE NOT EXISTS (SELECT 1 FROM journal_entry j WHERE j.entry_id = p.command_id)
    UNION ALL
    SELECT 'voucher-out-of-order', NULL, NULL, n.expected, n.voucher
      FROM (SELECT j.voucher, row_number() OVER (ORDER BY j.seq) AS expected
              FROM journal_entry j JOIN ledger_transaction t ON t.command_id = j.entry_id) n
     WHERE n.voucher IS DISTINCT FROM n.expected
  $$`;
