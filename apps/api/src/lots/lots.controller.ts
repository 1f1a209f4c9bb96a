import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { Lot, LotHold, LotHolds, LotNotFound } from '@wakachi/donations';
import { whereabouts } from '@wakachi/stock-ledger';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Tagged } from '../edits/if-match.js';
import { OncePerKey } from '../idempotency/once-per-key.js';
import { pageOf, type SortColumn } from '../lists/page.js';
import { where } from '../lists/where.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import { HoldDto, holdDto, LotDto, LotListQuery, LotPageDto, lotDto, ReadingDto, WhereaboutsDto } from './lot.dto.js';

const SORTS: Readonly<Record<string, SortColumn>> = {
  lineNumber: { sql: 'lot.line_number', type: 'int' },
  name: { sql: 'lot.name', type: 'text' },
  effectiveUntil: { sql: `coalesce(lot.effective_until, 'infinity'::date)`, type: 'date' },
};

@ApiTags('品目 / lots')
@ApiBearerAuth()
@Controller('api/v1')
export class LotsController {
  constructor(
    private readonly db: Database,
    private readonly holds: LotHolds,
  ) {}

  @Get('lots')
  @ApiOperation({ operationId: 'listLots', summary: '品目の一覧 / Lots' })
  @Problems()
  list(@Who() who: SignedIn, @Query() query: LotListQuery): Promise<LotPageDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const { items, next } = await pageOf(lotsWhere(tx, query), SORTS, query);
      const holds = await tx.findBy(LotHold, { lotId: In(items.map((lot) => lot.id)), readBy: IsNull() });
      return { items: items.map((lot) => lotDto(lot, holds)), next };
    });
  }

  @Get('lots/:lotId')
  @Tagged()
  @ApiOperation({ operationId: 'getLot', summary: '品目 / One lot' })
  @Problems('lot-not-found')
  get(@Who() who: SignedIn, @Id('lotId') lotId: string): Promise<LotDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const lot = await tx.findOneBy(Lot, { id: lotId });
      if (!lot) throw new LotNotFound(lotId);
      return lotDto(lot, await tx.findBy(LotHold, { lotId }));
    });
  }

  @Get('lots/:lotId/holds')
  @ApiOperation({ operationId: 'listHoldsOfLot', summary: '品目の保留、読まれたものも / The holds of a lot, those that were read too' })
  @Problems('lot-not-found')
  holdsOf(@Who() who: SignedIn, @Id('lotId') lotId: string): Promise<HoldDto[]> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      await assertLot(tx, lotId);
      return (await tx.find(LotHold, { where: { lotId }, order: { id: 'ASC' } })).map(holdDto);
    });
  }

  /** Where every unit of the lot is now: 「どこへ行ったか」 is a query. */
  @Get('lots/:lotId/whereabouts')
  @ApiOperation({ operationId: 'getWhereaboutsOfLot', summary: '品目のすべての点がいまどこにあるか / Where every unit of a lot is now' })
  @Problems('lot-not-found')
  whereabouts(@Who() who: SignedIn, @Id('lotId') lotId: string): Promise<WhereaboutsDto[]> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      await assertLot(tx, lotId);
      return whereabouts(tx, lotId);
    });
  }

  /** A person has read a condition that no rule understands. */
  @Post('holds/:holdId/reading')
  @OncePerKey()
  @ApiOperation({ operationId: 'readHold', summary: '保留の文言を読んで決める / Read a hold and say what it means' })
  @Problems('hold-not-found', 'hold-already-read', 'lot-not-labelled', 'idempotency-conflict', 'idempotency-key-required')
  async read(@Who() who: SignedIn, @Id('holdId') holdId: string, @Body() { resolution }: ReadingDto): Promise<HoldDto> {
    await this.holds.read(who.networkId, holdId, who.personId, resolution);
    return this.db.inNetwork(who.networkId, async (tx) => holdDto(await tx.findOneByOrFail(LotHold, { id: holdId })));
  }
}

async function assertLot(tx: EntityManager, lotId: string): Promise<void> {
  if (!(await tx.existsBy(Lot, { id: lotId }))) throw new LotNotFound(lotId);
}

const HELD = `EXISTS (SELECT 1 FROM lot_hold h WHERE h.network_id = lot.network_id AND h.lot_id = lot.id AND h.read_by IS NULL)`;

function lotsWhere(tx: EntityManager, { held, donorId, category, temperature, goodUntil }: LotListQuery) {
  const query = where(tx.createQueryBuilder(Lot, 'lot'), { donorId, category, temperature });
  if (held !== undefined) query.andWhere(held ? HELD : `NOT ${HELD}`);
  if (goodUntil !== undefined) query.andWhere('lot.effectiveUntil <= :goodUntil', { goodUntil });
  return query;
}
