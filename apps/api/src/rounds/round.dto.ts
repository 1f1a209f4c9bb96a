import { ApiProperty } from '@nestjs/swagger';
import { BUILT_POLICIES, MEASURES, type Round } from '@wakachi/rounds';
import { ListQuery } from '../lists/list-query.js';
import { Day, MayBeAbsent, OneOf, Text } from '../validation/fields.js';

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

  /** 何でならすか。なければ運営ネットワークの配分方針のとおり / what is levelled; as the network's allocation policy says unless given */
  @MayBeAbsent()
  @OneOf(MEASURES)
  measure?: Round['measure'];

  /** 配分のしかた。なければ運営ネットワークの配分方針のとおり / how it is shared out; as the network's allocation policy says unless given */
  @MayBeAbsent()
  @OneOf(BUILT_POLICIES)
  policy?: Round['policy'];

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

  /** 開いたときの配分方針の版。まだ決めていなければ null / the version of the allocation policy that it was opened under; null: none was decided */
  @ApiProperty({ type: 'integer', nullable: true })
  policyVersion: number | null;

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

export function roundDto({ id, name, arrivalDate, measure, policy, policyVersion, seed, status, createdBy, createdAt }: Round): RoundDto {
  return { id, name, arrivalDate, measure, policy, policyVersion, seed, status, createdBy, createdAt };
}
