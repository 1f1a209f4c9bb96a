/** The texts of the SQL functions of migration 0015. They never change: a new version is a new migration. */

const DEFINER = `SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp`;

/** By key only, whatever the planner thinks of a table that is still empty. */
const ONE_PLAN = `${DEFINER} SET plan_cache_mode = force_generic_plan
  SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off`;

/**
 * As in 0012, in the same two steps and the same order. Balances and accounts are looked up by subqueries: a join could go through all
 * of a network's rows for each.
 */
export const LEDGER_MOVE = `
  CREATE OR REPLACE FUNCTION ledger_move(p_network uuid, p_accounts uuid[], p_lots uuid[], p_changes bigint[], p_missing boolean)
  RETURNS void LANGUAGE plpgsql AS $$
  DECLARE v_accounts uuid[] := p_accounts; v_lots uuid[] := p_lots; v_changes bigint[] := p_changes;
  BEGIN
    IF p_missing THEN
      -- An account or a lot that is not there is refused by the balance's keys. With what they receive; one that would begin below its floor is made empty and refused below. The rest is still to be moved.
      WITH made AS (
        INSERT INTO ledger_balance (network_id, account_id, lot_id, quantity, overdraft)
          SELECT p_network, m.account, m.lot, CASE WHEN m.no_floor THEN m.change ELSE greatest(m.change, 0) END, m.no_floor
            FROM (SELECT u.account, u.lot, u.change,
                         coalesce((SELECT ledger_has_no_floor(a.kind) FROM ledger_account a WHERE a.network_id = p_network AND a.id = u.account), false) AS no_floor
                    FROM unnest(p_accounts, p_lots, p_changes) AS u (account, lot, change)
                   WHERE NOT EXISTS (SELECT 1 FROM ledger_balance b WHERE b.network_id = p_network AND b.account_id = u.account AND b.lot_id = u.lot OFFSET 0)
                   ORDER BY u.account, u.lot) m
          ON CONFLICT DO NOTHING
          RETURNING account_id, lot_id, quantity)
      SELECT array_agg(m.account ORDER BY m.account, m.lot), array_agg(m.lot ORDER BY m.account, m.lot), array_agg(m.change ORDER BY m.account, m.lot)
        INTO v_accounts, v_lots, v_changes
        FROM (SELECT account, lot, sum(change)::bigint AS change
                FROM (SELECT account, lot, change FROM unnest(p_accounts, p_lots, p_changes) AS m (account, lot, change)
                      UNION ALL SELECT account_id, lot_id, -quantity FROM made) left_over
               GROUP BY account, lot HAVING sum(change) <> 0) m;
    END IF;
    FOR i IN 1 .. coalesce(cardinality(v_accounts), 0) LOOP
      UPDATE ledger_balance SET quantity = quantity + v_changes[i]
       WHERE network_id = p_network AND account_id = v_accounts[i] AND lot_id = v_lots[i];
      IF NOT FOUND THEN RAISE EXCEPTION 'the balance of account % and lot % is gone', v_accounts[i], v_lots[i]; END IF;
    END LOOP;
  END $$`;

/**
 * Makes the postings that `select` reads, and says what they change, in the order of the balances' keys. Balances are looked up until
 * one is missing: the rest is looked up when they are made.
 */
const posted = (select: string) => `
  WITH posted AS (
    INSERT INTO ledger_posting (network_id, command_id, ordinal, lot_id, source_id, destination_id, quantity) ${select}
    RETURNING lot_id, source_id, destination_id, quantity),
  m AS MATERIALIZED (
    SELECT account, lot, sum(change)::bigint AS change
      FROM (SELECT source_id AS account, lot_id AS lot, -quantity AS change FROM posted
            UNION ALL SELECT destination_id, lot_id, quantity FROM posted) moves
     GROUP BY account, lot)
  SELECT array_agg(m.account ORDER BY m.account, m.lot), array_agg(m.lot ORDER BY m.account, m.lot), array_agg(m.change ORDER BY m.account, m.lot),
         EXISTS (SELECT 1 FROM m WHERE NOT EXISTS (SELECT 1 FROM ledger_balance b
                  WHERE b.network_id = p_network AND b.account_id = m.account AND b.lot_id = m.lot OFFSET 0))
    INTO v_accounts, v_lots, v_changes, v_missing
    FROM m`;

/** The text of 0012 but for `posted` and `v_done`. */
export const LEDGER_POST = `
  CREATE OR REPLACE FUNCTION ledger_post(p_network uuid, p_command uuid, p_body text, p_recorded_at timestamptz)
  RETURNS jsonb LANGUAGE plpgsql ${ONE_PLAN} AS $$
  DECLARE
    v_hash bytea := sha256(convert_to(p_body, 'UTF8'));
    v_body jsonb; v_kind text; v_reverses uuid; v_effective timestamptz; v_seq bigint; v_refusal jsonb;
    v_accounts uuid[]; v_lots uuid[]; v_changes bigint[]; v_missing boolean; v_done text;
  BEGIN
    -- An assignment costs less than PERFORM, which runs a query.
    v_done := enter_network(p_network);
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
        ${posted(`SELECT p_network, p_command, n, (p->>0)::uuid, (p->>1)::uuid, (p->>2)::uuid, (p->>3)::bigint
                    FROM jsonb_array_elements(v_body->'postings') WITH ORDINALITY AS e (p, n)`)};
      ELSE
        -- Nothing can be taken back before it happened.
        IF v_effective < (SELECT effective_at FROM ledger_transaction WHERE network_id = p_network AND command_id = v_reverses) THEN
          RAISE EXCEPTION 'a reversal before its original' USING ERRCODE = 'data_exception';
        END IF;
        ${posted(`SELECT p_network, p_command, ordinal, lot_id, destination_id, source_id, quantity
                    FROM ledger_posting WHERE network_id = p_network AND command_id = v_reverses`)};
      END IF;
      IF v_accounts IS NULL THEN
        RAISE EXCEPTION 'no postings' USING ERRCODE = CASE WHEN v_reverses IS NULL THEN 'data_exception' ELSE 'foreign_key_violation' END;
      END IF;
      v_done := ledger_move(p_network, v_accounts, v_lots, v_changes, v_missing);
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
  END $$`;

/** Opening is idempotent, as before; thousands at once come as columns. */
export const LEDGER_OPEN_ACCOUNTS = `
  CREATE FUNCTION ledger_open_accounts(p_network uuid, p_ids uuid[], p_kinds text[], p_places uuid[], p_references uuid[], p_labels text[])
  RETURNS void LANGUAGE plpgsql ${DEFINER} AS $$
  BEGIN
    PERFORM enter_network(p_network);
    INSERT INTO ledger_account (network_id, id, kind, place_id, reference_id, label)
      SELECT p_network, a.id, a.kind, a.place, a.reference, a.label
        FROM unnest(p_ids, p_kinds, p_places, p_references, p_labels) AS a (id, kind, place, reference, label)
       ORDER BY a.id
      ON CONFLICT (network_id, id) DO NOTHING;
  END $$`;
