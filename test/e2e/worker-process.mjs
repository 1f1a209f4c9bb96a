/** A worker in a process of its own, whose engine never ends (NEVER_ENDING=yes) or stumbles a number of times (STUMBLES=2). */
import 'reflect-metadata';
import { Test } from '@nestjs/testing';
import { WorkerModule } from '../../dist/apps/worker/src/worker.module.js';
import { DatabaseModule } from '../../dist/libs/database/src/index.js';
import { systemClock } from '../../dist/libs/kernel/src/index.js';
import { ClockModule, QueueModule, readConfig } from '../../dist/libs/platform/src/index.js';
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

  solve(input) {
    if (process.env.NEVER_ENDING === 'yes') return new Promise(() => setInterval(() => undefined, 1_000));
    this.left -= 1;
    return this.left >= 0 ? Promise.reject(new Error('a passing fault')) : super.solve(input);
  }
}

const module = await Test.createTestingModule({ imports }).overrideProvider(Solver).useValue(new Stumbling()).compile();
await module.init();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => module.close().then(() => process.exit(0)));
