import { ApiProperty } from '@nestjs/swagger';
import type { Award } from '@wakachi/rounds';
import { ListQuery } from '../lists/list-query.js';
import { MayBeAbsent, Uuid } from '../validation/fields.js';

export class AwardListQuery extends ListQuery(['expiresOn', 'units']) {
  @MayBeAbsent()
  @Uuid()
  roundId?: string;

  @MayBeAbsent()
  @Uuid()
  lotId?: string;

  @MayBeAbsent()
  @Uuid()
  groupId?: string;
}

/** 配分決定 */
export class AwardDto {
  id: string;
  roundId: string;
  proposalId: string;
  lotId: string;
  groupId: string;

  @ApiProperty({ type: 'integer' })
  cases: number;

  @ApiProperty({ type: 'integer' })
  units: number;

  /** 引当ての最後の日 / the reservation lapses after this day */
  @ApiProperty({ type: 'string', format: 'date' })
  expiresOn: string;
}

export class AwardPageDto {
  items: AwardDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export function awardDto({ id, roundId, proposalId, lotId, groupId, cases, units, expiresOn }: Award): AwardDto {
  return { id, roundId, proposalId, lotId, groupId, cases, units, expiresOn };
}
