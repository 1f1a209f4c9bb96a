import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DatabaseModule } from '@wakachi/database';
import { systemClock } from '@wakachi/kernel';
import { ClockModule, jsonLog, logLevel, QueueModule, readConfig, stopOnSignal } from '@wakachi/platform';
import { ApiModule } from './api.module.js';

const config = readConfig(process.env);

@Module({ imports: [ClockModule.forRoot(systemClock), DatabaseModule.forRoot(config.databaseUrl), QueueModule.forRoot(config), ApiModule] })
class ApiApplication {}

const logger = jsonLog('api', logLevel(process.env));
const app = await NestFactory.create<NestFastifyApplication>(ApiApplication, new FastifyAdapter(), { logger });
stopOnSignal(() => app.close(), config.shutdownSeconds);
await app.listen(config.port, '0.0.0.0');
