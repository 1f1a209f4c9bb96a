import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from '@wakachi/database';
import { systemClock } from '@wakachi/kernel';
import {
  ClockModule,
  jsonLog,
  logLevel,
  Measures,
  ObservationModule,
  QueueModule,
  Readiness,
  readConfig,
  stopOnSignal,
} from '@wakachi/platform';
import { answerOperators } from './answer-operators.js';
import { WorkerModule } from './worker.module.js';

/** On top of what a run may take: handing it back, and closing the connections. */
const CLOSING_SECONDS = 5;
const config = readConfig(process.env);

@Module({
  imports: [
    ClockModule.forRoot(systemClock),
    DatabaseModule.forRoot(config.databaseUrl),
    QueueModule.forRoot(config),
    ObservationModule,
    WorkerModule,
  ],
})
class WorkerApplication {}

const app = await NestFactory.createApplicationContext(WorkerApplication, { logger: jsonLog('worker', logLevel(process.env)) });
stopOnSignal(() => app.close(), config.shutdownSeconds + CLOSING_SECONDS);
if (config.workerPort !== null) answerOperators(config.workerPort, app.get(Readiness), app.get(Measures));
