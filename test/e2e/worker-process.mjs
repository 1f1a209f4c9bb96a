/**
 * A worker in a process of its own. Environment: STUMBLES=2, its engine fails so often; HOLD=yes, its engine waits for SIGUSR2;
 * BUSY_MILLISECONDS=2000, its engine keeps its thread so busy; GREEDY=yes, its engine eats all memory; DIE_AT=…, it kills itself there, as SIGKILL does:
 * `sent` (the relay, before it notes that down), `taken` (a job), `begun`, `solved`, `storing` (in the transaction), `stored`
 * (before the queue knows), `given-up` (before the run knows).
 */
import 'reflect-metadata';
import { getQueueToken } from '@nestjs/bullmq';
import { Test } from '@nestjs/testing';
import { WorkerModule } from '../../dist/apps/worker/src/worker.module.js';
import { DatabaseModule } from '../../dist/libs/database/src/index.js';
import { Journal } from '../../dist/libs/journal/src/index.js';
import { systemClock } from '../../dist/libs/kernel/src/index.js';
import { ClockModule, jsonLog, logLevel, QueueModule, ROUND_RUNS, readConfig, stopOnSignal } from '../../dist/libs/platform/src/index.js';
import { RunHandler, Solver, ThreadSolver } from '../../dist/libs/rounds/src/index.js';
import { tryingEngine } from '../harness/trying-engine.mjs';

const { BUSY_MILLISECONDS = '0', DIE_AT, GREEDY, HOLD, QUEUE_PREFIX: prefix, STUMBLES = '0' } = process.env;
const config = readConfig(process.env);
const imports = [
  ClockModule.forRoot(systemClock),
  DatabaseModule.forRoot(config.databaseUrl),
  QueueModule.forRoot({ ...config, prefix }),
  WorkerModule,
];

/** From the start: the signal may come before the engine is asked. */
const released = new Promise((resolve) => process.once('SIGUSR2', resolve));

async function reach(point) {
  if (point !== DIE_AT) return;
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
}

class DoomedSolver extends ThreadSolver {
  left = Number(STUMBLES);

  constructor() {
    super({ entry: tryingEngine(GREEDY === 'yes' ? 'grow' : 'spin', BUSY_MILLISECONDS), ...(GREEDY === 'yes' ? { megabytes: 24 } : {}) });
  }

  async solve(input, watcher) {
    await reach('begun');
    if (HOLD === 'yes') await released;
    this.left -= 1;
    if (this.left >= 0) throw new Error('a passing fault');
    const plan = await super.solve(input, watcher);
    await reach('solved');
    return plan;
  }
}

const module = await Test.createTestingModule({ imports })
  .setLogger(jsonLog('worker', logLevel(process.env, 'fatal')))
  .overrideProvider(Solver)
  .useValue(new DoomedSolver())
  .compile();
const find = (token) => module.get(token, { strict: false });
around(find(RunHandler), 'handle', async (handle) => {
  await reach('taken');
  await handle();
  await reach('stored');
});
around(find(RunHandler), 'fail', async (fail) => {
  await reach('given-up');
  await fail();
});
around(find(Journal), 'append', async (append, [, , entry]) => {
  await append();
  if (entry.kind === 'run-succeeded') await reach('storing');
});
around(find(getQueueToken(ROUND_RUNS)), 'add', async (add) => {
  await add();
  await reach('sent');
});

function around(target, method, wrapper) {
  const original = target[method].bind(target);
  target[method] = (...args) => wrapper(() => original(...args), args);
}

await module.init();
stopOnSignal(() => module.close(), config.shutdownSeconds + 5);
