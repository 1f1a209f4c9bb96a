import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JournalModule } from '@wakachi/journal';
import { LogisticsModule } from '@wakachi/logistics';
import { StockLedgerModule } from '@wakachi/stock-ledger';
import { DISTRIBUTIONS_ENTITIES } from './entities.js';
import { HandOuts } from './hand-outs.service.js';
import { SiteStocks } from './site-stock/site-stocks.service.js';
import { ParkedCommands } from './stock-commands/parked-commands.service.js';
import { StockCommands } from './stock-commands/stock-commands.service.js';
import { StockSync } from './stock-commands/sync.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(DISTRIBUTIONS_ENTITIES), JournalModule, LogisticsModule, StockLedgerModule],
  providers: [HandOuts, ParkedCommands, SiteStocks, StockCommands, StockSync],
  exports: [HandOuts, ParkedCommands, SiteStocks, StockCommands, StockSync],
})
export class DistributionsModule {}
