import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StockLedgerModule } from '@wakachi/stock-ledger';
import { DISTRIBUTIONS_ENTITIES } from './entities.js';
import { HandOuts } from './hand-outs.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(DISTRIBUTIONS_ENTITIES), StockLedgerModule],
  providers: [HandOuts],
  exports: [HandOuts],
})
export class DistributionsModule {}
