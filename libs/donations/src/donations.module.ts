import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JournalModule } from '@wakachi/journal';
import { PlatformModule } from '@wakachi/platform';
import { StockLedgerModule } from '@wakachi/stock-ledger';
import { Donors } from './donors.service.js';
import { DONATIONS_ENTITIES } from './entities.js';
import { LotHolds } from './lot-holds.service.js';
import { OfferBook } from './offer-book.service.js';
import { OfferImport } from './offer-import.service.js';
import { Offers } from './offers.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(DONATIONS_ENTITIES), JournalModule, PlatformModule, StockLedgerModule],
  providers: [OfferImport, OfferBook, Offers, Donors, LotHolds],
  exports: [OfferImport, Offers, Donors, LotHolds],
})
export class DonationsModule {}
