import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JournalModule } from '@wakachi/journal';
import { PlatformModule } from '@wakachi/platform';
import { StockLedgerModule } from '@wakachi/stock-ledger';
import { DONATIONS_ENTITIES } from './entities.js';
import { LotHolds } from './lot-holds.service.js';
import { OfferImport } from './offer-import.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(DONATIONS_ENTITIES), JournalModule, PlatformModule, StockLedgerModule],
  providers: [OfferImport, LotHolds],
  exports: [OfferImport, LotHolds],
})
export class DonationsModule {}
