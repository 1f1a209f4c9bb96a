import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { Approvals, Proposal, Rounds } from '@wakachi/rounds';
import { OncePerKey } from '../idempotency/once-per-key.js';
import { pageOf, type SortColumn } from '../lists/page.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import { ApprovedDto, ProposalListQuery, ProposalPageDto, proposalDto } from './proposal.dto.js';

const SORTS: Readonly<Record<string, SortColumn>> = { proposedAt: { sql: 'proposal.proposed_at', type: 'timestamptz' } };

@ApiTags('配分案 / proposals')
@ApiBearerAuth()
@Controller('api/v1')
export class ProposalsController {
  constructor(
    private readonly db: Database,
    private readonly rounds: Rounds,
    private readonly approvals: Approvals,
  ) {}

  @Get('rounds/:roundId/proposals')
  @ApiOperation({ operationId: 'listProposalsOfRound', summary: '配分回の配分案 / The proposals of a round' })
  @Problems('round-not-found')
  async list(@Who() who: SignedIn, @Id('roundId') roundId: string, @Query() query: ProposalListQuery): Promise<ProposalPageDto> {
    await this.rounds.find(who.networkId, roundId);
    return this.db.inNetwork(who.networkId, async (tx) => {
      const proposals = tx.createQueryBuilder(Proposal, 'proposal').where('proposal.roundId = :roundId', { roundId });
      if (query.status !== undefined) proposals.andWhere('proposal.status = :status', { status: query.status });
      const { items, next } = await pageOf(proposals, SORTS, query);
      return { items: items.map(proposalDto), next };
    });
  }

  @Post('proposals/:proposalId/approval')
  @OncePerKey()
  @ApiOperation({ operationId: 'approveProposal', summary: '配分案を承認する / Approve a proposal: all awards are reserved, or none' })
  @Problems(
    ...(['proposal-not-found', 'proposal-decided', 'second-person-needed', 'may-not-approve', 'round-not-open'] as const),
    ...(['insufficient-stock', 'idempotency-conflict', 'idempotency-key-required'] as const),
  )
  approve(@Who() who: SignedIn, @Id('proposalId') proposalId: string): Promise<ApprovedDto> {
    return this.approvals.approve(who.networkId, proposalId, who.personId);
  }
}
