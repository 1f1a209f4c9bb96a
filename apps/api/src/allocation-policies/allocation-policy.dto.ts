import { ApiProperty } from '@nestjs/swagger';
import { type AllocationPolicy, BUILT_POLICIES, DEFAULT_TERMS, EFFORTS, MEASURES, type PolicyTerms, termsOf } from '@wakachi/rounds';
import { ListQuery } from '../lists/list-query.js';
import { Decimal, OneOf, OrNull, Text, Whole } from '../validation/fields.js';

const MOST_CASES = 9_999;
const MOST_ROUNDS = 104;

export class AllocationPolicyListQuery extends ListQuery(['version'], '-version') {}

class PolicyTermsDto implements PolicyTerms {
  /** 配分のしかた / how lots are shared out */
  @OneOf(BUILT_POLICIES)
  policy: PolicyTerms['policy'];

  /** 何でならすか / what is levelled */
  @OneOf(MEASURES)
  measure: PolicyTerms['measure'];

  /** 品ぞろえや納品件数のために充足度を下げてよい幅 / how far a fill level may fall for assortment and fewer deliveries */
  @Decimal()
  slack: string;

  /** 計算にかける手間 / how much work the engine puts in */
  @OneOf(EFFORTS)
  effort: PolicyTerms['effort'];

  /** 拠点経由の品目の最低出荷単位（ケース）。寄贈企業の指定が優先 / minimum lot of goods from a hub, in cases; the donor's own comes first */
  @OrNull()
  @Whole(1, MOST_CASES)
  pooledMinCases: number | null;

  /** 直送の品目の最低出荷単位（ケース）。寄贈企業の指定が優先 / minimum lot of goods shipped directly, in cases; the donor's own comes first */
  @OrNull()
  @Whole(1, MOST_CASES)
  directMinCases: number | null;

  /** 直送の品目の納品先の上限 / most destinations of a lot that is shipped directly */
  @OrNull()
  @Whole(1, MOST_CASES)
  directMaxGroups: number | null;

  /** 充足度にかぞえる、これまでの配分回の数。0 なら毎回はじめから / how many earlier rounds a fill level looks back on; 0: each begins anew */
  @Whole(0, MOST_ROUNDS)
  carryOverRounds: number;
}

export class NewAllocationPolicyDto extends PolicyTermsDto {
  /** 監査の記録に残る理由。個人の名前は書かないでください / the reason, which the journal keeps; no names of persons */
  @Text(500)
  reason: string;
}

/** 配分方針の版 */
export class AllocationPolicyDto extends PolicyTermsDto {
  id: string;

  /** 1 から始まる通し番号 / from 1, without a gap */
  @ApiProperty({ type: 'integer' })
  version: number;

  decidedBy: string;
  decidedAt: Date;
  reason: string;
}

/** いまの配分方針。まだ決めていなければ既定のもので、version などは null / what holds now; the defaults, without a version, until it is decided */
export class CurrentAllocationPolicyDto extends PolicyTermsDto {
  @ApiProperty({ type: 'integer', nullable: true })
  version: number | null;

  decidedBy: string | null;
  decidedAt: Date | null;
  reason: string | null;
}

export class AllocationPolicyPageDto {
  items: AllocationPolicyDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export function allocationPolicyDto(policy: AllocationPolicy): AllocationPolicyDto {
  const { id, version, decidedBy, decidedAt, reason } = policy;
  return { id, version, ...termsOf(policy), decidedBy, decidedAt, reason };
}

export function currentAllocationPolicyDto(policy: AllocationPolicy | null): CurrentAllocationPolicyDto {
  const { version = null, decidedBy = null, decidedAt = null, reason = null } = policy ?? {};
  return { version, ...termsOf(policy ?? DEFAULT_TERMS), decidedBy, decidedAt, reason };
}
