import type { StockCommand } from '@wakachi/distributions';
import { CountedLineDto } from '../receipts/receipt.dto.js';
import { Instant, LARGEST_WHOLE, ListOf, NotZero, Text, UniqueBy, Uuid, UuidV7, Whole } from '../validation/fields.js';

const MOST_LINES = 500;

class Command {
  /** 記録した側が作る UUIDv7。同じ番号を何度送っても効果は一度 / made by whoever records it: sent again, it has one effect */
  @UuidV7()
  id: string;

  /** 実際に行った日時（時差つき） / when it happened, with its offset from UTC */
  @Instant()
  occurredAt: string;
}

class AtSite extends Command {
  @Uuid()
  siteId: string;
}

export class LotUnitsDto {
  @Uuid()
  lotId: string;

  @Whole(1)
  units: number;
}

export class HandOutCommandDto extends AtSite {
  @Whole(1)
  households: number;

  @Whole(0)
  children: number;

  @UniqueBy('lotId')
  @ListOf(() => LotUnitsDto, { most: MOST_LINES })
  lines: LotUnitsDto[];
}

export class MoveCommandDto extends AtSite {
  @Uuid()
  toSiteId: string;

  @UniqueBy('lotId')
  @ListOf(() => LotUnitsDto, { most: MOST_LINES })
  lines: LotUnitsDto[];
}

export class DisposeCommandDto extends AtSite {
  /** 処分の理由。個人名は書かない / why; no personal names */
  @Text(500)
  reason: string;

  @UniqueBy('lotId')
  @ListOf(() => LotUnitsDto, { most: MOST_LINES })
  lines: LotUnitsDto[];
}

export class DifferenceDto {
  @Uuid()
  lotId: string;

  /** 見つかれば正、足りなければ負 / above zero when found, below when missing */
  @NotZero()
  @Whole(-LARGEST_WHOLE)
  difference: number;
}

export class AdjustCommandDto extends AtSite {
  /** 調整の理由。個人名は書かない / why; no personal names */
  @Text(500)
  reason: string;

  @UniqueBy('lotId')
  @ListOf(() => DifferenceDto, { most: MOST_LINES })
  lines: DifferenceDto[];
}

export class CountDto {
  @Uuid()
  lotId: string;

  /** 数え始めたときの帳簿の数 / what the books said when the counting began */
  @Whole(0)
  expected: number;

  @Whole(0)
  counted: number;
}

export class StocktakeCommandDto extends AtSite {
  @UniqueBy('lotId')
  @ListOf(() => CountDto, { most: MOST_LINES })
  lines: CountDto[];
}

export class ReceiveCommandDto extends Command {
  @Uuid()
  shipmentId: string;

  /** 出荷のすべての明細 / every line of the shipment */
  @UniqueBy('shipmentLineId')
  @ListOf(() => CountedLineDto, { most: MOST_LINES })
  lines: CountedLineDto[];
}

/** The class of each type of command. */
export const COMMAND_CLASSES = {
  receive: ReceiveCommandDto,
  'hand-out': HandOutCommandDto,
  move: MoveCommandDto,
  dispose: DisposeCommandDto,
  adjust: AdjustCommandDto,
  stocktake: StocktakeCommandDto,
} as const;

export type CommandType = keyof typeof COMMAND_CLASSES;

export function commandOf(type: CommandType, dto: InstanceType<(typeof COMMAND_CLASSES)[CommandType]>): StockCommand {
  const lines = dto.lines.map((line) => ({ ...line }));
  return { ...dto, type, lines, occurredAt: new Date(dto.occurredAt) } as unknown as StockCommand;
}
