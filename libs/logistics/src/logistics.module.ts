import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JournalModule } from '@wakachi/journal';
import { RoundsModule } from '@wakachi/rounds';
import { StockLedgerModule } from '@wakachi/stock-ledger';
import { Hub } from './hub.entity.js';
import { HubIntake } from './hub-intake.entity.js';
import { HubIntakes } from './hub-intakes.service.js';
import { Hubs } from './hubs.service.js';
import { Receipt, ReceiptLine } from './receipt.entity.js';
import { Receipts } from './receipts.service.js';
import { Shipment, ShipmentLine } from './shipment.entity.js';
import { Shipments } from './shipments.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Hub, HubIntake, Shipment, ShipmentLine, Receipt, ReceiptLine]),
    JournalModule,
    RoundsModule,
    StockLedgerModule,
  ],
  providers: [Hubs, HubIntakes, Shipments, Receipts],
  exports: [Hubs, HubIntakes, Shipments, Receipts],
})
export class LogisticsModule {}
