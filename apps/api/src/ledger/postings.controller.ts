import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { Corrections, findPosting, postingsPage } from '@wakachi/stock-ledger';
import { OncePerKey } from '../idempotency/once-per-key.js';
import { pageByVoucher } from '../lists/voucher-page.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import { NewReversalDto, PostingDto, PostingListQuery, PostingPageDto, postingDto } from './posting.dto.js';

@ApiTags('記帳 / postings')
@ApiBearerAuth()
@Controller('api/v1/postings')
export class PostingsController {
  constructor(
    private readonly db: Database,
    private readonly corrections: Corrections,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listPostings', summary: '記帳の一覧、伝票番号順 / Postings, by voucher' })
  @Problems()
  async list(@Who() who: SignedIn, @Query() query: PostingListQuery): Promise<PostingPageDto> {
    const { items, next } = await pageByVoucher(query, (page) => this.db.inNetwork(who.networkId, (tx) => postingsPage(tx, query, page)));
    return { items: items.map(postingDto), next };
  }

  @Get(':commandId')
  @ApiOperation({ operationId: 'getPosting', summary: '記帳 / One posting' })
  @Problems('unknown-transaction')
  get(@Who() who: SignedIn, @Id('commandId') commandId: string): Promise<PostingDto> {
    return this.find(who.networkId, commandId);
  }

  @Post(':commandId/reversal')
  @OncePerKey()
  @ApiOperation({ operationId: 'reversePosting', summary: '記帳を理由とともに取り消す（赤伝） / Take a posting back, with the reason' })
  @Problems(
    ...(['unknown-transaction', 'may-not-reverse', 'already-reversed', 'mended-otherwise', 'insufficient-stock', 'period-closed'] as const),
    ...(['idempotency-conflict', 'idempotency-key-required'] as const),
  )
  async reverse(@Who() who: SignedIn, @Id('commandId') commandId: string, @Body() { reason }: NewReversalDto): Promise<PostingDto> {
    return this.find(who.networkId, await this.corrections.reverse(who.networkId, commandId, reason, who.personId));
  }

  private find(networkId: string, commandId: string): Promise<PostingDto> {
    return this.db.inNetwork(networkId, async (tx) => postingDto(await findPosting(tx, commandId)));
  }
}
