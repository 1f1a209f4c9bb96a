import { ApiProperty } from '@nestjs/swagger';
import type { Proposal, ProposalLine } from '@wakachi/rounds';
import { ListQuery } from '../lists/list-query.js';
import { MayBeAbsent, OneOf, Text, Uuid } from '../validation/fields.js';

const STATUSES = ['proposed', 'approved', 'rejected'] as const;

export class ProposalListQuery extends ListQuery(['proposedAt'], '-proposedAt') {
  @MayBeAbsent()
  @OneOf(STATUSES)
  status?: Proposal['status'];
}

/** 配分案 */
export class ProposalDto {
  id: string;
  runId: string;
  roundId: string;

  @ApiProperty({ enum: STATUSES })
  status: Proposal['status'];

  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
}

export class ProposalPageDto {
  items: ProposalDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export class ProposalLineListQuery extends ListQuery(['lotId']) {
  @MayBeAbsent()
  @Uuid()
  lotId?: string;

  @MayBeAbsent()
  @Uuid()
  groupId?: string;
}

export class ProposalLineDto {
  lotId: string;
  groupId: string;

  @ApiProperty({ type: 'integer' })
  cases: number;
}

export class ProposalLinePageDto {
  items: ProposalLineDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export class RejectionDto {
  /** 監査の記録に残る理由。個人の名前は書かないでください / the reason, which the journal keeps; no names of persons */
  @Text(500)
  reason: string;
}

export class ApprovedDto {
  /** 配分決定の数 / how many awards */
  @ApiProperty({ type: 'integer' })
  awards: number;

  /** 引き当てた点数 / units reserved */
  @ApiProperty({ type: 'integer' })
  units: number;
}

export function proposalDto({ id, runId, roundId, status, proposedBy, proposedAt, decidedBy, decidedAt }: Proposal): ProposalDto {
  return { id, runId, roundId, status, proposedBy, proposedAt, decidedBy, decidedAt };
}

export function proposalLineDto({ lotId, groupId, cases }: ProposalLine): ProposalLineDto {
  return { lotId, groupId, cases };
}
