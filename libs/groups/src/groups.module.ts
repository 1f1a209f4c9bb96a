import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JournalModule } from '@wakachi/journal';
import { PlatformModule } from '@wakachi/platform';
import { StockLedgerModule } from '@wakachi/stock-ledger';
import { GROUPS_ENTITIES } from './entities.js';
import { GroupRegisterImport } from './group-register-import.service.js';
import { Groups } from './groups.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(GROUPS_ENTITIES), JournalModule, PlatformModule, StockLedgerModule],
  providers: [GroupRegisterImport, Groups],
  exports: [GroupRegisterImport, Groups],
})
export class GroupsModule {}
