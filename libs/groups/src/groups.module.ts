import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JournalModule } from '@wakachi/journal';
import { PlatformModule } from '@wakachi/platform';
import { StockLedgerModule } from '@wakachi/stock-ledger';
import { GroupRegisterImport } from './group-register-import.service.js';
import { Qualification } from './qualification.entity.js';
import { RecipientGroup } from './recipient-group.entity.js';
import { Site } from './site.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([RecipientGroup, Site, Qualification]), JournalModule, PlatformModule, StockLedgerModule],
  providers: [GroupRegisterImport],
  exports: [GroupRegisterImport],
})
export class GroupsModule {}
