import { ApiProperty } from '@nestjs/swagger';
import type { HubIntake } from '@wakachi/logistics';
import { ListQuery } from '../lists/list-query.js';
import { MayBeAbsent, Uuid, Whole } from '../validation/fields.js';

export class IntakeListQuery extends ListQuery(['countedAt'], '-countedAt') {
  @MayBeAbsent()
  @Uuid()
  lotId?: string;
}

export class NewIntakeDto {
  @Uuid()
  lotId: string;

  /** 数えた点数 / units counted */
  @Whole(0)
  countedUnits: number;
}

/** 入庫・検品 */
export class IntakeDto {
  id: string;
  hubId: string;
  lotId: string;

  @ApiProperty({ type: 'integer' })
  expectedUnits: number;

  @ApiProperty({ type: 'integer' })
  countedUnits: number;

  countedBy: string;
  countedAt: Date;
}

export class IntakePageDto {
  items: IntakeDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export function intakeDto({ id, hubId, lotId, expectedUnits, countedUnits, countedBy, countedAt }: HubIntake): IntakeDto {
  return { id, hubId, lotId, expectedUnits, countedUnits, countedBy, countedAt };
}
