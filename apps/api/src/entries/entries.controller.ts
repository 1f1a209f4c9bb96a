import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { Entries, EntryNotFound, RoundEntry, Rounds } from '@wakachi/rounds';
import type { EntityManager } from 'typeorm';
import { assertUnchanged } from '../edits/etag.js';
import { Edit, IfMatch, Tagged } from '../edits/if-match.js';
import { OncePerKey } from '../idempotency/once-per-key.js';
import { FileBody, FileQuery, importFile, TakesFile } from '../imports/file-body.js';
import { pageOf, type SortColumn } from '../lists/page.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import { EntriesTakenDto, EntryDto, EntryListQuery, EntryPageDto, entryDto, personsByTarget, SettlementDto } from './entry.dto.js';

const CODE = `(SELECT g.code FROM recipient_group g WHERE g.network_id = entry.network_id AND g.id = entry.group_id)`;
const SORTS: Readonly<Record<string, SortColumn>> = { groupCode: { sql: CODE, type: 'text' } };

@ApiTags('参加申込 / entries')
@ApiBearerAuth()
@Controller('api/v1')
export class EntriesController {
  constructor(
    private readonly db: Database,
    private readonly rounds: Rounds,
    private readonly entries: Entries,
  ) {}

  @Get('rounds/:roundId/entries')
  @ApiOperation({ operationId: 'listEntriesOfRound', summary: '配分回の参加申込 / The entries of a round' })
  @Problems('round-not-found')
  async list(@Who() who: SignedIn, @Id('roundId') roundId: string, @Query() query: EntryListQuery): Promise<EntryPageDto> {
    await this.rounds.find(who.networkId, roundId);
    return this.db.inNetwork(who.networkId, async (tx) => {
      const { items, next } = await pageOf(entriesWhere(tx, roundId, query), SORTS, query);
      return { items: items.map(entryDto), next };
    });
  }

  @Post('rounds/:roundId/entries')
  @OncePerKey()
  @ApiOperation({
    operationId: 'enterAllGroups',
    summary: '台帳の全団体を登録世帯数で参加とする / Enter every group with its registered households',
  })
  @Problems('round-not-found', 'round-not-open', 'entries-already-taken', 'idempotency-conflict', 'idempotency-key-required')
  enterAll(@Who() who: SignedIn, @Id('roundId') roundId: string): Promise<EntriesTakenDto> {
    return this.rounds.enter(who.networkId, roundId, null, who.personId);
  }

  @Post('rounds/:roundId/entries/imports')
  @OncePerKey()
  @TakesFile()
  @ApiOperation({
    operationId: 'importEntries',
    summary: '参加申込の回答（Excel・CSV）を取り込む / Take the groups’ answers in, whole or not at all',
  })
  @Problems(
    ...(['round-not-found', 'round-not-open', 'entries-already-taken', 'import-refused', 'sheet-unreadable', 'already-imported'] as const),
    ...(['idempotency-conflict', 'idempotency-key-required'] as const),
  )
  takeAnswers(
    @Who() who: SignedIn,
    @Id('roundId') roundId: string,
    @FileBody() bytes: Uint8Array,
    @Query() query: FileQuery,
  ): Promise<EntriesTakenDto> {
    return this.rounds.enter(who.networkId, roundId, importFile(bytes, query), who.personId);
  }

  @Get('entries/:entryId')
  @Tagged()
  @ApiOperation({ operationId: 'getEntry', summary: '参加申込 / One entry' })
  @Problems('entry-not-found')
  get(@Who() who: SignedIn, @Id('entryId') entryId: string): Promise<EntryDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const entry = await tx.findOneBy(RoundEntry, { id: entryId });
      if (!entry) throw new EntryNotFound(entryId);
      return entryDto(entry);
    });
  }

  @Patch('entries/:entryId')
  @Edit()
  @ApiOperation({
    operationId: 'settleEntry',
    summary: '参加と承認世帯数を決める / Settle whether and with how many households a group counts',
  })
  @Problems('entry-not-found', 'round-not-open', 'entry-households-unfit', 'changed-meanwhile', 'if-match-required')
  settle(
    @Who() who: SignedIn,
    @Id('entryId') entryId: string,
    @IfMatch() ifMatch: string,
    @Body() settlement: SettlementDto,
  ): Promise<EntryDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      assertUnchanged(ifMatch, entryDto(await this.entries.locked(tx, entryId)));
      const { declaredPersons, ...rest } = settlement;
      const settled = declaredPersons === undefined ? rest : { ...rest, declaredPersons: personsByTarget(declaredPersons) };
      return entryDto(await this.entries.settle(who.networkId, entryId, settled, who.personId));
    });
  }
}

function entriesWhere(tx: EntityManager, roundId: string, { takesPart, answer, groupId, attention }: EntryListQuery) {
  const query = tx.createQueryBuilder(RoundEntry, 'entry').where('entry.roundId = :roundId', { roundId });
  if (takesPart !== undefined) query.andWhere('entry.takesPart = :takesPart', { takesPart });
  if (answer !== undefined) query.andWhere('entry.answer = :answer', { answer });
  if (groupId !== undefined) query.andWhere('entry.groupId = :groupId', { groupId });
  if (attention !== undefined) query.andWhere(`(entry.attention <> '[]'::jsonb) = :attention`, { attention });
  return query;
}
