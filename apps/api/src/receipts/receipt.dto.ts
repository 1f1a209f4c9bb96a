import { ApiProperty } from '@nestjs/swagger';
import type { CountedLine, Receipt, ReceiptLine } from '@wakachi/logistics';
import { ListQuery } from '../lists/list-query.js';
import { ListOf, MayBeAbsent, Text, Uuid, Whole } from '../validation/fields.js';

export class ReceiptListQuery extends ListQuery(['receivedAt'], '-receivedAt') {
  @MayBeAbsent()
  @Uuid()
  shipmentId?: string;
}

/** 足すと出荷した点数になります / together what was sent */
export class CountedLineDto implements CountedLine {
  @Uuid()
  shipmentLineId: string;

  @Whole(0)
  received: number;

  @Whole(0)
  short: number;

  @Whole(0)
  damaged: number;

  @MayBeAbsent()
  @Text(500, { lines: true })
  note?: string;
}

export class NewReceiptDto {
  /** 出荷のすべての明細 / every line of the shipment */
  @ListOf(() => CountedLineDto, { most: 1_000 })
  lines: CountedLineDto[];
}

/** 受領確認 */
export class ReceiptDto {
  id: string;
  shipmentId: string;
  receivedAt: Date;
  receivedBy: string;
}

export class ReceiptPageDto {
  items: ReceiptDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export class ReceiptLineDto {
  id: string;
  shipmentLineId: string;

  @ApiProperty({ type: 'integer' })
  receivedUnits: number;

  @ApiProperty({ type: 'integer' })
  shortUnits: number;

  @ApiProperty({ type: 'integer' })
  damagedUnits: number;

  note: string | null;
}

export class ReceiptWithLinesDto extends ReceiptDto {
  lines: ReceiptLineDto[];
}

export function receiptDto({ id, shipmentId, receivedAt, receivedBy }: Receipt): ReceiptDto {
  return { id, shipmentId, receivedAt, receivedBy };
}

export function receiptWithLinesDto(receipt: Receipt, lines: readonly ReceiptLine[]): ReceiptWithLinesDto {
  const shown = lines.map(({ id, shipmentLineId, receivedUnits, shortUnits, damagedUnits, note }) => ({
    ...{ id, shipmentLineId, receivedUnits, shortUnits, damagedUnits, note },
  }));
  return { ...receiptDto(receipt), lines: shown };
}
