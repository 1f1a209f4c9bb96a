import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JournalModule } from '@wakachi/journal';
import { PlatformModule } from '@wakachi/platform';
import { StockLedgerModule } from '@wakachi/stock-ledger';
import { GROUPS_ENTITIES } from './entities.js';
import { GroupRegisterImport } from './group-register-import.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(GROUPS_ENTITIES), JournalModule, PlatformModule, StockLedgerModule],
  providers: [GroupRegisterImport],
  exports: [GroupRegisterImport],
})
export class GroupsModule {}
