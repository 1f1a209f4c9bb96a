import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@wakachi/database';
import { Lot, LotHold, Offer, OfferImport, OfferNotFound, Offers } from '@wakachi/donations';
import { Hubs } from '@wakachi/logistics';
import { type EntityManager, In } from 'typeorm';
import { Tagged } from '../edits/if-match.js';
import { OncePerKey } from '../idempotency/once-per-key.js';
import { FileBody, FileQuery, importFile, TakesFile } from '../imports/file-body.js';
import { pageOf, type SortColumn } from '../lists/page.js';
import { where } from '../lists/where.js';
import { Problems } from '../openapi/problems.js';
import type { SignedIn } from '../sign-in/sign-in-token.js';
import { Who } from '../sign-in/signed-in.guard.js';
import { Id } from '../validation/uuid-param.js';
import { NewOfferDto } from './new-offer.dto.js';
import {
  ImportedOffersDto,
  OfferListQuery,
  OfferPageDto,
  OfferWithLotsDto,
  offerDto,
  offerWithLotsDto,
  WithdrawalDto,
} from './offer.dto.js';

const SORTS: Readonly<Record<string, SortColumn>> = {
  submittedAt: { sql: 'offer.submitted_at', type: 'timestamptz' },
  lineNumber: { sql: 'offer.line_number', type: 'int' },
};

@ApiTags('寄贈申出 / offers')
@ApiBearerAuth()
@Controller('api/v1/offers')
export class OffersController {
  constructor(
    private readonly db: Database,
    private readonly offers: Offers,
    private readonly sheets: OfferImport,
    private readonly hubs: Hubs,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listOffers', summary: '寄贈申出の一覧 / Offers' })
  @Problems()
  list(@Who() who: SignedIn, @Query() query: OfferListQuery): Promise<OfferPageDto> {
    return this.db.inNetwork(who.networkId, async (tx) => {
      const { donorId, status } = query;
      const offers = where(tx.createQueryBuilder(Offer, 'offer'), { donorId, status });
      const { items, next } = await pageOf(offers, SORTS, query);
      return { items: items.map(offerDto), next };
    });
  }

  @Get(':offerId')
  @Tagged()
  @ApiOperation({ operationId: 'getOffer', summary: '寄贈申出とその品目 / One offer with its lots' })
  @Problems('offer-not-found')
  get(@Who() who: SignedIn, @Id('offerId') offerId: string): Promise<OfferWithLotsDto> {
    return this.db.inNetwork(who.networkId, (tx) => withLots(tx, offerId));
  }

  @Post()
  @OncePerKey()
  @ApiOperation({ operationId: 'submitOffer', summary: '寄贈申出を1件入れる / Take one offer in; it becomes a lot and a pledge' })
  @Problems('donor-not-found', 'hub-not-found', 'offer-refused', 'idempotency-conflict', 'idempotency-key-required')
  async submit(@Who() who: SignedIn, @Body() form: NewOfferDto): Promise<OfferWithLotsDto> {
    if (form.hubId !== null) await this.hubs.find(who.networkId, form.hubId);
    const { id } = await this.offers.submit(who.networkId, form, who.personId);
    return this.db.inNetwork(who.networkId, (tx) => withLots(tx, id));
  }

  @Post('imports')
  @OncePerKey()
  @TakesFile()
  @ApiOperation({
    operationId: 'importOffers',
    summary: '寄贈申出の一覧（Excel・CSV）を取り込む / Take a sheet of offers in, whole or not at all',
  })
  @Problems('import-refused', 'sheet-unreadable', 'unknown-hub', 'already-imported', 'idempotency-conflict', 'idempotency-key-required')
  takeSheet(@Who() who: SignedIn, @FileBody() bytes: Uint8Array, @Query() query: FileQuery): Promise<ImportedOffersDto> {
    const hubsNamed = (networkId: string, names: readonly string[]) => this.hubs.named(networkId, names);
    return this.sheets.import(who.networkId, importFile(bytes, query), hubsNamed, who.personId);
  }

  @Post(':offerId/withdrawal')
  @OncePerKey()
  @ApiOperation({ operationId: 'withdrawOffer', summary: '寄贈申出を取り下げる / Withdraw an offer that nobody was awarded' })
  @Problems('offer-not-found', 'offer-in-use', 'offer-withdrawn', 'idempotency-conflict', 'idempotency-key-required')
  async withdraw(@Who() who: SignedIn, @Id('offerId') offerId: string, @Body() { reason }: WithdrawalDto): Promise<OfferWithLotsDto> {
    await this.offers.withdraw(who.networkId, offerId, reason, who.personId);
    return this.db.inNetwork(who.networkId, (tx) => withLots(tx, offerId));
  }
}

async function withLots(tx: EntityManager, offerId: string): Promise<OfferWithLotsDto> {
  const offer = await tx.findOneBy(Offer, { id: offerId });
  if (!offer) throw new OfferNotFound(offerId);
  const lots = await tx.find(Lot, { where: { offerId }, order: { id: 'ASC' } });
  return offerWithLotsDto(offer, lots, await tx.findBy(LotHold, { lotId: In(lots.map((lot) => lot.id)) }));
}
