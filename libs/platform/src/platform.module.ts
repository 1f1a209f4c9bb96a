import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportBatch } from './imports/import-batch.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([ImportBatch])] })
export class PlatformModule {}
