import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JournalModule } from '@wakachi/journal';
import { ACCESS_ENTITIES } from './entities.js';
import { Networks } from './networks.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(ACCESS_ENTITIES), JournalModule],
  providers: [Networks],
  exports: [Networks],
})
export class AccessModule {}
