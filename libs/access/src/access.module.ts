import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JournalModule } from '@wakachi/journal';
import { Network } from './network.entity.js';
import { Networks } from './networks.service.js';
import { Person } from './person.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Network, Person]), JournalModule],
  providers: [Networks],
  exports: [Networks],
})
export class AccessModule {}
