/** A worker in a process of its own, whose engine never ends (NEVER_ENDING=yes), takes its time (SLOW_MILLISECONDS=2000) or stumbles a number of times (STUMBLES=2). */
import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { Test } from '@nestjs/testing';
import { WorkerModule } from '../../dist/apps/worker/src/worker.module.js';
import { DatabaseModule } from '../../dist/libs/database/src/index.js';
import { systemClock } from '../../dist/libs/kernel/src/index.js';
import { ClockModule, jsonLog, logLevel, QueueModule, readConfig, stopOnSignal } from '../../dist/libs/platform/src/index.js';
import { EngineSolver, Solver } from '../../dist/libs/rounds/src/index.js';

const config = readConfig(process.env);
const prefix = process.env.QUEUE_PREFIX;
const imports = [
  ClockModule.forRoot(systemClock),
  DatabaseModule.forRoot(config.databaseUrl),
  QueueModule.forRoot({ ...config, prefix }),
  WorkerModule,
];

class Stumbling extends EngineSolver {
  left = Number(process.env.STUMBLES ?? 0);

  async solve(input) {
    if (process.env.NEVER_ENDING === 'yes') return new Promise(() => setInterval(() => undefined, 1_000));
    this.left -= 1;
    await sleep(Number(process.env.SLOW_MILLISECONDS ?? 0));
    if (this.left >= 0) throw new Error('a passing fault');
    return super.solve(input);
  }
}

const module = await Test.createTestingModule({ imports })
  .setLogger(jsonLog('worker', logLevel(process.env, 'fatal')))
  .overrideProvider(Solver)
  .useValue(new Stumbling())
  .compile();
await module.init();
stopOnSignal(() => module.close(), config.shutdownSeconds + 5);
