import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StockLedgerModule } from '@wakachi/stock-ledger';
import { HandOut, HandOutLine } from './hand-out.entity.js';
import { HandOuts } from './hand-outs.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([HandOut, HandOutLine]), StockLedgerModule],
  providers: [HandOuts],
  exports: [HandOuts],
})
export class DistributionsModule {}
