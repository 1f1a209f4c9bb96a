import { ApiProperty } from '@nestjs/swagger';
import type { Round } from '@wakachi/rounds';
import { ListQuery } from '../lists/list-query.js';
import { MayBeAbsent, OneOf } from '../validation/fields.js';

const STATUSES = ['open', 'approved', 'closed'] as const;

export class RoundListQuery extends ListQuery(['createdAt', 'name', 'arrivalDate'], '-createdAt') {
  @MayBeAbsent()
  @OneOf(STATUSES)
  status?: Round['status'];
}

/** 配分回 */
export class RoundDto {
  id: string;
  name: string;

  /** 着荷日 / the day on which dates and qualifications are judged */
  @ApiProperty({ type: 'string', format: 'date' })
  arrivalDate: string;

  measure: Round['measure'];
  policy: Round['policy'];
  seed: string;

  @ApiProperty({ enum: STATUSES })
  status: Round['status'];

  createdBy: string;
  createdAt: Date;
}

export class RoundPageDto {
  items: RoundDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export function roundDto({ id, name, arrivalDate, measure, policy, seed, status, createdBy, createdAt }: Round): RoundDto {
  return { id, name, arrivalDate, measure, policy, seed, status, createdBy, createdAt };
}
