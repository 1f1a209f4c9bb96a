import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from '@wakachi/database';
import { systemClock } from '@wakachi/kernel';
import { ClockModule, QueueModule, readConfig } from '@wakachi/platform';
import { WorkerModule } from './worker.module.js';

const config = readConfig(process.env);

@Module({
  imports: [ClockModule.forRoot(systemClock), DatabaseModule.forRoot(config.databaseUrl), QueueModule.forRoot(config), WorkerModule],
})
class WorkerApplication {}

const app = await NestFactory.createApplicationContext(WorkerApplication, { logger: ['error', 'warn', 'log'] });
app.enableShutdownHooks();
