import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JournalModule } from '@wakachi/journal';
import { RoundsModule } from '@wakachi/rounds';
import { StockLedgerModule } from '@wakachi/stock-ledger';
import { LOGISTICS_ENTITIES } from './entities.js';
import { HubIntakes } from './hub-intakes.service.js';
import { Hubs } from './hubs.service.js';
import { Receipts } from './receipts.service.js';
import { Shipments } from './shipments.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(LOGISTICS_ENTITIES), JournalModule, RoundsModule, StockLedgerModule],
  providers: [Hubs, HubIntakes, Shipments, Receipts],
  exports: [Hubs, HubIntakes, Shipments, Receipts],
})
export class LogisticsModule {}
