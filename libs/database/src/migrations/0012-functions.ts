/** The texts of the SQL functions of migration 0012. They never change: a new version is a new migration. */

const DEFINER = `SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp`;

/** By key only, whatever the planner thinks of a table that is still empty. */
const KEYS_ONLY = `SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off`;
const ONE_PLAN = `${DEFINER} SET plan_cache_mode = force_generic_plan ${KEYS_ONLY}`;

/**
 * Changes balances, given in the order of their keys. In two steps, each in that one order for everybody: first every balance that
 * is missing is made, then the others are changed. Whoever changes balances has made or found all of its own, so it waits for
 * nobody who is still making some: batches cannot deadlock. A balance below its floor is the table's to refuse.
 */
export const LEDGER_MOVE = `
  CREATE FUNCTION ledger_move(p_network uuid, p_accounts uuid[], p_lots uuid[], p_changes bigint[], p_missing boolean) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE v_accounts uuid[] := p_accounts; v_lots uuid[] := p_lots; v_changes bigint[] := p_changes;
  BEGIN
    IF p_missing THEN
      -- An account or a lot that is not there is refused by the balance's keys. With what they receive; one that would begin below its floor is made empty and refused below. The rest is still to be moved.
      WITH made AS (
        INSERT INTO ledger_balance (network_id, account_id, lot_id, quantity, overdraft)
          SELECT p_network, m.account, m.lot, CASE WHEN ledger_has_no_floor(a.kind) THEN m.change ELSE greatest(m.change, 0) END,
                 coalesce(ledger_has_no_floor(a.kind), false)
            FROM unnest(p_accounts, p_lots, p_changes) AS m (account, lot, change)
            LEFT JOIN ledger_account a ON a.network_id = p_network AND a.id = m.account
           WHERE NOT EXISTS (SELECT 1 FROM ledger_balance b WHERE b.network_id = p_network AND b.account_id = m.account AND b.lot_id = m.lot)
           ORDER BY m.account, m.lot
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

/** Makes the postings that `select` reads, and says what they change, in the order of the balances' keys. By outer joins, so that no plan begins with a table. */
const posted = (select: string) => `
  WITH posted AS (
    INSERT INTO ledger_posting (network_id, command_id, ordinal, lot_id, source_id, destination_id, quantity) ${select}
    RETURNING lot_id, source_id, destination_id, quantity)
  SELECT array_agg(m.account ORDER BY m.account, m.lot), array_agg(m.lot ORDER BY m.account, m.lot),
         array_agg(m.change ORDER BY m.account, m.lot), bool_or(b.account_id IS NULL)
    INTO v_accounts, v_lots, v_changes, v_missing
    FROM (SELECT account, lot, sum(change)::bigint AS change
            FROM (SELECT source_id AS account, lot_id AS lot, -quantity AS change FROM posted
                  UNION ALL SELECT destination_id, lot_id, quantity FROM posted) moves
           GROUP BY account, lot) m
    LEFT JOIN ledger_balance b ON b.network_id = p_network AND b.account_id = m.account AND b.lot_id = m.lot`;

/** The same outcomes as before; a batch of thousands of postings moves its balances at once. */
export const LEDGER_POST = `
  CREATE OR REPLACE FUNCTION ledger_post(p_network uuid, p_command uuid, p_body text, p_recorded_at timestamptz)
  RETURNS jsonb LANGUAGE plpgsql ${ONE_PLAN} AS $$
  DECLARE
    v_hash bytea := sha256(convert_to(p_body, 'UTF8'));
    v_body jsonb; v_kind text; v_reverses uuid; v_effective timestamptz; v_seq bigint; v_refusal jsonb;
    v_accounts uuid[]; v_lots uuid[]; v_changes bigint[]; v_missing boolean;
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
      PERFORM ledger_move(p_network, v_accounts, v_lots, v_changes, v_missing);
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

/**
 * Many commands as one: true when each was applied, for the first time. False, and nothing has changed, when anything about any
 * of them is out of the ordinary; sent one by one each then gets its own outcome. A reversal is always out of the ordinary.
 */
export const LEDGER_POST_ALL = `
  CREATE FUNCTION ledger_post_all(p_network uuid, p_commands uuid[], p_bodies text[], p_recorded_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql ${ONE_PLAN} AS $$
  DECLARE v_count bigint; v_body jsonb; v_accounts uuid[]; v_lots uuid[]; v_changes bigint[]; v_missing boolean;
  BEGIN
    PERFORM enter_network(p_network);
    -- In the order of their ids, so that twins of two batches wait for each other and never in a circle.
    INSERT INTO ledger_transaction (network_id, command_id, kind, body_hash, effective_at, recorded_at, actor_id, reason)
      SELECT p_network, id, body::jsonb->>'kind', sha256(convert_to(body, 'UTF8')), (body::jsonb->>'effectiveAt')::timestamptz,
             p_recorded_at, (body::jsonb->>'actor')::uuid, body::jsonb->>'reason'
        FROM unnest(p_commands, p_bodies) AS c (id, body)
       WHERE body::jsonb->>'effectiveAt' ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' AND NOT body::jsonb ? 'reverses'
         AND jsonb_array_length(body::jsonb->'postings') > 0
       ORDER BY id
      ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    IF v_count < cardinality(p_commands) THEN RAISE EXCEPTION 'one of them is no plain first posting' USING ERRCODE = 'WK002'; END IF;
    ${posted(`SELECT p_network, c.id, n, (p->>0)::uuid, (p->>1)::uuid, (p->>2)::uuid, (p->>3)::bigint
                FROM unnest(p_commands, p_bodies) AS c (id, body), jsonb_array_elements(c.body::jsonb->'postings') WITH ORDINALITY AS e (p, n)`)};
    PERFORM ledger_move(p_network, v_accounts, v_lots, v_changes, v_missing);
    INSERT INTO outbox_event (network_id, id, topic, payload)
      SELECT p_network, id, 'ledger.posted', jsonb_build_object('command', id) FROM unnest(p_commands) AS c (id);
    FOR i IN 1 .. cardinality(p_commands) LOOP
      v_body := p_bodies[i]::jsonb;
      PERFORM journal_write(p_network, p_commands[i], v_body->>'kind', p_bodies[i], p_recorded_at, (v_body->>'effectiveAt')::timestamptz);
    END LOOP;
    RETURN true;
  EXCEPTION
    WHEN data_exception OR not_null_violation OR unique_violation OR check_violation OR foreign_key_violation
      OR SQLSTATE 'WK001' OR SQLSTATE 'WK002' THEN
      RETURN false;
  END $$`;

/**
 * A command of a group in one round trip, with the facts that its rules were judged by: when they are what they were, it is posted
 * and the record of a hand-out made; when anything has changed, nothing happens and the facts come back. The outcomes of
 * ledger_post, and facts-changed.
 */
export const STOCK_COMMAND_APPLY = `
  CREATE FUNCTION stock_command_apply(p_network uuid, p_person uuid, p_command uuid, p_sites uuid[], p_lots uuid[], p_facts jsonb,
                                      p_body text, p_recorded_at timestamptz, p_hand_out jsonb)
  RETURNS jsonb LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan ${KEYS_ONLY} AS $$
  DECLARE v_facts jsonb := stock_command_context(p_network, p_person, ARRAY[p_command], p_sites, p_lots, '{}'); v_result jsonb;
  BEGIN
    IF v_facts <> p_facts THEN RETURN jsonb_build_object('outcome', 'facts-changed', 'facts', v_facts); END IF;
    v_result := ledger_post(p_network, p_command, p_body, p_recorded_at);
    IF p_hand_out IS NOT NULL AND v_result->>'outcome' = 'applied' THEN
      INSERT INTO hand_out (network_id, id, group_id, site_id, households, children, handed_out_on, recorded_by, recorded_at)
        SELECT p_network, p_command, h."groupId", h."siteId", h.households, h.children, h."handedOutOn", p_person, p_recorded_at
          FROM jsonb_to_record(p_hand_out) AS h ("groupId" uuid, "siteId" uuid, households integer, children integer, "handedOutOn" date);
      INSERT INTO hand_out_line (network_id, hand_out_id, lot_id, units)
        SELECT p_network, p_command, (p->>0)::uuid, (p->>3)::integer FROM jsonb_array_elements(p_body::jsonb->'postings') AS p;
    END IF;
    RETURN v_result;
  END $$`;
