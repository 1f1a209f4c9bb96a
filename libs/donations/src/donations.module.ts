import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Item } from '@wakachi/catalogue';
import { JournalModule } from '@wakachi/journal';
import { PlatformModule } from '@wakachi/platform';
import { StockLedgerModule } from '@wakachi/stock-ledger';
import { Donor } from './donor.entity.js';
import { Lot } from './lot.entity.js';
import { LotHold } from './lot-hold.entity.js';
import { LotHolds } from './lot-holds.service.js';
import { Offer } from './offer.entity.js';
import { OfferImport } from './offer-import.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Item, Donor, Offer, Lot, LotHold]), JournalModule, PlatformModule, StockLedgerModule],
  providers: [OfferImport, LotHolds],
  exports: [OfferImport, LotHolds],
})
export class DonationsModule {}
