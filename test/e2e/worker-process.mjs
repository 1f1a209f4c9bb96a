/** A worker in a process of its own. With NEVER_ENDING=yes it begins a run and never ends it, for a test that kills it. */
import 'reflect-metadata';
import { Test } from '@nestjs/testing';
import { WorkerModule } from '../../dist/apps/worker/src/worker.module.js';
import { DatabaseModule } from '../../dist/libs/database/src/index.js';
import { systemClock } from '../../dist/libs/kernel/src/index.js';
import { ClockModule, QueueModule, readConfig } from '../../dist/libs/platform/src/index.js';
import { Solver } from '../../dist/libs/rounds/src/index.js';

const config = readConfig(process.env);
const prefix = process.env.QUEUE_PREFIX;
const imports = [
  ClockModule.forRoot(systemClock),
  DatabaseModule.forRoot(config.databaseUrl),
  QueueModule.forRoot({ ...config, prefix }),
  WorkerModule,
];
let building = Test.createTestingModule({ imports });
if (process.env.NEVER_ENDING === 'yes')
  building = building.overrideProvider(Solver).useValue({ solve: () => new Promise(() => setInterval(() => undefined, 1_000)) });
const module = await building.compile();
await module.init();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => module.close().then(() => process.exit(0)));
