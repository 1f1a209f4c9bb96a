import { ApiProperty } from '@nestjs/swagger';
import type { Round } from '@wakachi/rounds';
import { ListQuery } from '../lists/list-query.js';
import { Day, MayBeAbsent, OneOf, Text } from '../validation/fields.js';

const MEASURES = ['cases', 'units', 'grams', 'yen'] as const;
/** What the engine can run. */
const POLICIES = ['lot-by-lot'] as const;
const STATUSES = ['open', 'approved', 'closed'] as const;

export class RoundListQuery extends ListQuery(['createdAt', 'name', 'arrivalDate'], '-createdAt') {
  @MayBeAbsent()
  @OneOf(STATUSES)
  status?: Round['status'];
}

export class NewRoundDto {
  @Text(100)
  name: string;

  /** 着荷日 / the day on which dates and qualifications are judged */
  @Day()
  arrivalDate: string;

  /** 何でならすか / what is levelled */
  @OneOf(MEASURES)
  measure: Round['measure'];

  /** 配分方針 / how it is shared out */
  @OneOf(POLICIES)
  policy: Round['policy'];

  /** 同点を決める言葉。なければ配分回の名前 / by which ties break; the name unless given */
  @MayBeAbsent()
  @Text(100)
  seed?: string;
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
