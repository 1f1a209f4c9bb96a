import type { SqlExecutor } from '@wakachi/database';
import { Journal } from '@wakachi/journal';
import { type AccountKind, discrepancies, unitsByKind } from '@wakachi/stock-ledger';
import { type RoundLevels, roundLevels } from './round-levels.js';

export interface NetworkFigures {
  readonly offerLines: number;
  readonly groups: number;
  readonly households: number;
  readonly cases: { readonly offered: number; readonly placed: number; readonly unplaced: number; readonly held: number };
  /** What follows `offered` adds up to it. */
  readonly units: {
    readonly offered: number;
    readonly withDonor: number;
    readonly atHub: number;
    readonly reserved: number;
    readonly inTransit: number;
    readonly onHand: number;
    readonly distributed: number;
    readonly disposed: number;
    readonly lost: number;
  };
  /** Units ever awarded, less those whose award was taken back; outside the sum. */
  readonly awarded: number;
  readonly levels: RoundLevels;
  readonly journal: { readonly entries: number; readonly head: string };
  readonly conserved: boolean;
}

interface FlowRow {
  readonly lines: string;
  readonly offered: string;
  readonly awarded: string;
  readonly offered_cases: string;
  readonly awarded_cases: string;
  readonly held_cases: string;
}

/** Where every unit of the transaction's network is: each figure is a query on the ledger. */
export async function networkFigures(tx: SqlExecutor, journal: Journal, roundId: string): Promise<NetworkFigures> {
  const [flow] = (await tx.query<FlowRow[]>(FLOWS)) as [FlowRow];
  const [registered] = await tx.query<{ groups: string; households: string }[]>(
    'SELECT count(*) AS groups, coalesce(sum(households), 0) AS households FROM recipient_group',
  );
  const places = await placesOfUnits(tx);
  const [offered, placed, held] = [flow.offered_cases, flow.awarded_cases, flow.held_cases].map(Number) as [number, number, number];
  const { entries, head } = await journal.head(tx);
  return {
    offerLines: Number(flow.lines),
    groups: Number(registered?.groups),
    households: Number(registered?.households),
    cases: { offered, placed, unplaced: offered - placed - held, held },
    units: { offered: Number(flow.offered), ...places },
    awarded: Number(flow.awarded),
    levels: await roundLevels(tx, roundId),
    journal: { entries, head },
    conserved: (await discrepancies(tx)).length === 0,
  };
}

/** Goods that were returned are with their donor again; what a count found missing is lost, and less is lost where it found more. */
async function placesOfUnits(tx: SqlExecutor): Promise<Omit<NetworkFigures['units'], 'offered'>> {
  const byKind = await unitsByKind(tx);
  const units = (kind: AccountKind) => byKind.get(kind) ?? 0;
  return {
    withDonor: units('donor-pledged') + units('returned'),
    atHub: units('hub-on-hand'),
    reserved: units('award-reserved'),
    inTransit: units('shipment-in-transit'),
    onHand: units('group-on-hand'),
    distributed: units('distributed'),
    disposed: units('disposed'),
    lost: units('lost') + units('stock-difference'),
  };
}

/** Per lot: what came out of the donor's own stock into our books, and what went into reservations from outside them, both net. */
const FLOWS = `
  WITH flows AS (
    SELECT p.lot_id,
           sum(p.quantity) FILTER (WHERE s.kind = 'donor-source') - coalesce(sum(p.quantity) FILTER (WHERE d.kind = 'donor-source'), 0) AS offered,
           coalesce(sum(p.quantity) FILTER (WHERE d.kind = 'award-reserved' AND s.kind IN ('donor-pledged', 'hub-on-hand')), 0)
             - coalesce(sum(p.quantity) FILTER (WHERE s.kind = 'award-reserved' AND d.kind IN ('donor-pledged', 'hub-on-hand')), 0) AS awarded
      FROM ledger_posting p
      JOIN ledger_account s ON s.network_id = p.network_id AND s.id = p.source_id
      JOIN ledger_account d ON d.network_id = p.network_id AND d.id = p.destination_id
     GROUP BY p.lot_id)
  SELECT count(*) AS lines, coalesce(sum(f.offered), 0) AS offered, coalesce(sum(f.awarded), 0) AS awarded,
         coalesce(sum(f.offered / l.units_per_case), 0) AS offered_cases, coalesce(sum(f.awarded / l.units_per_case), 0) AS awarded_cases,
         coalesce(sum(f.offered / l.units_per_case) FILTER (WHERE EXISTS (
           SELECT 1 FROM lot_hold h WHERE h.network_id = l.network_id AND h.lot_id = l.id AND h.read_by IS NULL)), 0) AS held_cases
    FROM flows f JOIN lot l ON l.id = f.lot_id
   WHERE f.offered > 0`;
