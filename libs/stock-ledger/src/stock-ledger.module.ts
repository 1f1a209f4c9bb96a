import { Module } from '@nestjs/common';
import { StockBooks } from './book/stock-books.service.js';
import { Corrections } from './corrections/corrections.service.js';
import { Periods } from './periods/periods.service.js';
import { StockLedger } from './stock-ledger.js';

const SERVICES = [Corrections, Periods, StockBooks, StockLedger];

@Module({ providers: SERVICES, exports: SERVICES })
export class StockLedgerModule {}
