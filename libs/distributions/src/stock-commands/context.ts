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

/** The same as the database says it, and compares it. */
export interface Facts {
  readonly person: Context['person'];
  readonly sites: Readonly<Record<string, SiteFacts>>;
  readonly lots: Readonly<Record<string, LotFacts>>;
  readonly shipments: Readonly<Record<string, string>>;
  readonly known: readonly string[];
}

/** Who asks, and what their commands name. */
export interface Question {
  readonly networkId: string;
  readonly personId: string;
  readonly commands: readonly string[];
  readonly sites: readonly string[];
  readonly lots: readonly string[];
  readonly shipments: readonly string[];
}

export function questionOf(networkId: string, personId: string, commands: readonly StockCommand[]): Question {
  const sites = commands.flatMap((c) => (c.type === 'receive' ? [] : c.type === 'move' ? [c.siteId, c.toSiteId] : [c.siteId]));
  // A hand-out asks about its lots' dates, a stocktake whether they exist; for the others the ledger refuses by itself.
  const lots = commands.flatMap((c) => (c.type === 'hand-out' || c.type === 'stocktake' ? c.lines.map((line) => line.lotId) : []));
  const shipments = commands.flatMap((c) => (c.type === 'receive' ? [c.shipmentId] : []));
  return { networkId, personId, commands: commands.map((c) => c.id), sites: [...new Set(sites)], lots: [...new Set(lots)], shipments };
}

/** One round trip for all commands of a batch; sets the network itself, so it may be given the pool. */
export async function factsFor(tx: SqlExecutor, question: Question): Promise<Facts> {
  const { networkId, personId, commands, sites, lots, shipments } = question;
  const rows = await tx.query<{ facts: Facts }[]>('SELECT stock_command_context($1, $2, $3, $4, $5, $6) AS facts', [
    networkId,
    personId,
    commands,
    sites,
    lots,
    shipments,
  ]);
  return (rows as [{ facts: Facts }])[0].facts;
}

export function contextFrom(facts: Facts): Context {
  return {
    person: facts.person,
    sites: new Map(Object.entries(facts.sites)),
    lots: new Map(Object.entries(facts.lots)),
    shipments: new Map(Object.entries(facts.shipments)),
    known: new Set(facts.known),
  };
}
