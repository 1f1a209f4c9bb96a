import type { Role } from '@wakachi/access';
import type { SqlExecutor } from '@wakachi/database';
import type { CalendarDate, DateLabelKind } from '@wakachi/kernel';
import type { StockCommand } from './stock-command.js';

export interface SiteFacts {
  readonly id: string;
  readonly main: boolean;
  readonly groupId: string;
  readonly groupName: string;
}

interface LotFacts {
  readonly name: string;
  readonly dateLabel: DateLabelKind | null;
  readonly effectiveUntil: CalendarDate | null;
}

/** What the rules ask about, as the database had it when the commands came in. */
export interface Context {
  /** Null when the person is not, or no longer, registered. */
  readonly person: { readonly role: Role; readonly groupId: string | null } | null;
  readonly sites: ReadonlyMap<string, SiteFacts>;
  readonly lots: ReadonlyMap<string, LotFacts>;
  /** The group that each shipment goes to. */
  readonly shipments: ReadonlyMap<string, string>;
  /** Commands that the ledger has already: their time and their sender were judged then. */
  readonly known: ReadonlySet<string>;
}

interface Row {
  readonly context: {
    readonly person: Context['person'];
    readonly sites: Record<string, SiteFacts>;
    readonly lots: Record<string, LotFacts>;
    readonly shipments: Record<string, string>;
    readonly known: string[];
  };
}

/** One round trip for all commands of a batch; sets the network itself, so it may be given the pool. */
export async function contextOf(tx: SqlExecutor, networkId: string, personId: string, commands: readonly StockCommand[]): Promise<Context> {
  const sites = commands.flatMap((c) => (c.type === 'receive' ? [] : c.type === 'move' ? [c.siteId, c.toSiteId] : [c.siteId]));
  // A hand-out asks about its lots' dates, a stocktake whether they exist; for the others the ledger refuses by itself.
  const lots = commands.flatMap((c) => (c.type === 'hand-out' || c.type === 'stocktake' ? c.lines.map((line) => line.lotId) : []));
  const shipments = commands.flatMap((c) => (c.type === 'receive' ? [c.shipmentId] : []));
  const ids = commands.map((c) => c.id);
  const parameters = [networkId, personId, ids, [...new Set(sites)], [...new Set(lots)], shipments];
  const [row] = (await tx.query('SELECT stock_command_context($1, $2, $3, $4, $5, $6) AS context', parameters)) as [Row];
  const { context } = row;
  return {
    person: context.person,
    sites: new Map(Object.entries(context.sites)),
    lots: new Map(Object.entries(context.lots)),
    shipments: new Map(Object.entries(context.shipments)),
    known: new Set(context.known),
  };
}
