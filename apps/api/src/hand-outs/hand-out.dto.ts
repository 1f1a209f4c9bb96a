import { ApiProperty } from '@nestjs/swagger';
import type { HandOut, HandOutLine } from '@wakachi/distributions';
import { ListQuery } from '../lists/list-query.js';
import { MayBeAbsent, Uuid } from '../validation/fields.js';

export class HandOutListQuery extends ListQuery(['handedOutOn', 'recordedAt'], '-handedOutOn') {
  @MayBeAbsent()
  @Uuid()
  groupId?: string;

  @MayBeAbsent()
  @Uuid()
  roundId?: string;
}

/** 配布。人数だけで、名前はありません / counts only, no names */
export class HandOutDto {
  id: string;
  groupId: string;
  roundId: string | null;

  @ApiProperty({ type: 'string', format: 'date' })
  handedOutOn: string;

  @ApiProperty({ type: 'integer' })
  households: number;

  @ApiProperty({ type: 'integer' })
  children: number;

  recordedBy: string;
  recordedAt: Date;
}

export class HandOutPageDto {
  items: HandOutDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export class HandOutLineDto {
  lotId: string;

  @ApiProperty({ type: 'integer' })
  units: number;
}

export class HandOutWithLinesDto extends HandOutDto {
  lines: HandOutLineDto[];
}

export function handOutDto(handOut: HandOut): HandOutDto {
  const { id, groupId, roundId, handedOutOn, households, children, recordedBy, recordedAt } = handOut;
  return { id, groupId, roundId, handedOutOn, households, children, recordedBy, recordedAt };
}

export function handOutWithLinesDto(handOut: HandOut, lines: readonly HandOutLine[]): HandOutWithLinesDto {
  return { ...handOutDto(handOut), lines: lines.map(({ lotId, units }) => ({ lotId, units })) };
}
