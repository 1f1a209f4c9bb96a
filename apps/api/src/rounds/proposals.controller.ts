import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { Approvals, Proposal, ProposalLine, ProposalNotFound, Rounds } from '@wakachi/rounds';
import type { EntityManager } from 'typeorm';
import { Tagged } from '../edits/if-match.js';
import { OncePerKey } from '../idempotency/once-per-key.js';
import { pageOf, type SortColumn } from '../lists/page.js';
import { where } from '../lists/where.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import {
  ApprovedDto,
  ProposalDto,
  ProposalLineListQuery,
  ProposalLinePageDto,
  ProposalListQuery,
  ProposalPageDto,
  proposalDto,
  proposalLineDto,
  RejectionDto,
} from './proposal.dto.js';

const SORTS: Readonly<Record<string, SortColumn>> = { proposedAt: { sql: 'proposal.proposed_at', type: 'timestamptz' } };
const LINE_SORTS: Readonly<Record<string, SortColumn>> = { lotId: { sql: 'line.lot_id', type: 'uuid' } };

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
      const proposals = where(tx.createQueryBuilder(Proposal, 'proposal'), { roundId, status: query.status });
      const { items, next } = await pageOf(proposals, SORTS, query);
      return { items: items.map(proposalDto), next };
    });
  }

  @Get('proposals/:proposalId')
  @Tagged()
  @ApiOperation({ operationId: 'getProposal', summary: '配分案 / One proposal' })
  @Problems('proposal-not-found')
  get(@Who() who: SignedIn, @Id('proposalId') proposalId: string): Promise<ProposalDto> {
    return this.db.inNetwork(who.networkId, async (tx) => proposalDto(await proposalWith(tx, proposalId)));
  }

  @Get('proposals/:proposalId/lines')
  @ApiOperation({ operationId: 'listLinesOfProposal', summary: '配分案の明細 / The lines of a proposal' })
  @Problems('proposal-not-found')
  lines(@Who() who: SignedIn, @Id('proposalId') proposalId: string, @Query() query: ProposalLineListQuery): Promise<ProposalLinePageDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      await proposalWith(tx, proposalId);
      const { lotId, groupId } = query;
      const lines = where(tx.createQueryBuilder(ProposalLine, 'line'), { proposalId, lotId, groupId });
      const { items, next } = await pageOf(lines, LINE_SORTS, query, 'groupId');
      return { items: items.map(proposalLineDto), next };
    });
  }

  @Post('proposals/:proposalId/rejection')
  @OncePerKey()
  @ApiOperation({ operationId: 'rejectProposal', summary: '配分案を差し戻す / Send a proposal back; the round stays open' })
  @Problems(
    ...(['proposal-not-found', 'proposal-decided', 'second-person-needed', 'may-not-approve'] as const),
    ...(['idempotency-conflict', 'idempotency-key-required'] as const),
  )
  async reject(@Who() who: SignedIn, @Id('proposalId') proposalId: string, @Body() { reason }: RejectionDto): Promise<ProposalDto> {
    return proposalDto(await this.approvals.reject(who.networkId, proposalId, reason, who.personId));
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

async function proposalWith(tx: EntityManager, proposalId: string): Promise<Proposal> {
  const proposal = await tx.findOneBy(Proposal, { id: proposalId });
  if (!proposal) throw new ProposalNotFound(proposalId);
  return proposal;
}
