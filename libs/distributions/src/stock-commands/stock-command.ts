import type { CountedLine } from '@wakachi/logistics';

interface LotUnits {
  readonly lotId: string;
  /** Base units, at least 1. */
  readonly units: number;
}

interface Head {
  /** UUIDv7, made by whoever records it: the same command may be sent for ever and has one effect. */
  readonly id: string;
  /** When it happened, by the sender's clock. */
  readonly occurredAt: Date;
}

interface AtSite extends Head {
  readonly siteId: string;
}

export interface HandOutCommand extends AtSite {
  readonly type: 'hand-out';
  readonly households: number;
  readonly children: number;
  readonly lines: readonly LotUnits[];
}

export interface MoveCommand extends AtSite {
  readonly type: 'move';
  readonly toSiteId: string;
  readonly lines: readonly LotUnits[];
}

export interface DisposeCommand extends AtSite {
  readonly type: 'dispose';
  readonly reason: string;
  readonly lines: readonly LotUnits[];
}

/** Found or missing outside a stocktake: never an absolute count, so that nobody's later movement is overwritten. */
interface AdjustCommand extends AtSite {
  readonly type: 'adjust';
  readonly reason: string;
  readonly lines: readonly { readonly lotId: string; readonly difference: number }[];
}

/** 棚卸: what the books said when the counting began, and what was counted. The difference is what is posted. */
export interface StocktakeCommand extends AtSite {
  readonly type: 'stocktake';
  readonly lines: readonly { readonly lotId: string; readonly expected: number; readonly counted: number }[];
}

export interface ReceiveCommand extends Head {
  readonly type: 'receive';
  readonly shipmentId: string;
  readonly lines: readonly CountedLine[];
}

/** What a group does with its stock: commands, never absolute balances. */
export type SiteCommand = HandOutCommand | MoveCommand | DisposeCommand | AdjustCommand | StocktakeCommand;
export type StockCommand = SiteCommand | ReceiveCommand;

/** Commands that only take goods out of stock: together they can be applied if and only if each of them can in turn. */
export type TakingCommand = HandOutCommand | DisposeCommand;

export function onlyTakes(command: StockCommand): command is TakingCommand {
  return command.type === 'hand-out' || command.type === 'dispose';
}

export const STOCK_COMMAND_TYPES = ['receive', 'hand-out', 'move', 'dispose', 'adjust', 'stocktake'] as const;
