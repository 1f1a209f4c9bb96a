import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdempotentRequests } from './idempotency/idempotent-requests.service.js';
import { ImportBatch } from './imports/import-batch.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([ImportBatch])], providers: [IdempotentRequests], exports: [IdempotentRequests] })
export class PlatformModule {}
