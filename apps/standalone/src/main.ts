import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DomainError } from '@wakachi/kernel';
import { AlreadyRunning } from './host/instance-lock.js';
import { type OpenedDatabase, openDatabase } from './host/open-database.js';
import { issueList } from './issue-list.js';
import { type Options, readOptions, USAGE, UsageError } from './options.js';
import { StandaloneModule } from './standalone.module.js';
import { summary, whereToLook } from './summary.js';
import { type TrialResult, TrialWalk } from './trial/trial.service.js';
import { TrialClock } from './trial/trial-clock.js';
import { FileUnreadable, openTrial, type Trial } from './trial/trial-files.js';

const EXIT = { ok: 0, notConserved: 1, refused: 2, usage: 64, noInput: 66, interrupted: 130 } as const;

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  // Files first: a name that was mistyped should not cost a database start.
  const trial = await openTrial(options);
  const database = await openDatabase(process.env);
  let app: NestFastifyApplication | null = null;
  const stopped = stopSignal();
  try {
    const clock = new TrialClock();
    const module = StandaloneModule.forRoot(clock, database.url, process.env['REDIS_URL'] || null);
    app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
      logger: ['error', 'warn'],
      abortOnError: false,
    });
    await app.init();
    const walked = await Promise.race([walk(app, trial), stopped]);
    // Cut off in the middle: the next start goes on from there.
    if (!walked) return EXIT.interrupted;
    return await show(app, trial, walked, options, stopped);
  } finally {
    await shutDown(app, database);
  }
}

function walk(app: NestFastifyApplication, trial: Trial): Promise<TrialResult> {
  return app.get(TrialWalk, { strict: false }).walk(trial);
}

async function show(
  app: NestFastifyApplication,
  trial: Trial,
  result: TrialResult,
  options: Options,
  stopped: Promise<void>,
): Promise<number> {
  console.log(summary(trial, result));
  if (options.once) {
    console.log(JSON.stringify(result.figures));
    return result.figures.conserved ? EXIT.ok : EXIT.notConserved;
  }
  await app.listen(options.port, '127.0.0.1');
  console.log(whereToLook(trial, await app.getUrl()));
  await stopped;
  return EXIT.ok;
}

/** Requests and the job in hand are finished first; the database stops last. */
async function shutDown(app: NestFastifyApplication | null, database: OpenedDatabase): Promise<void> {
  await app?.close().catch((error: unknown) => console.error(error));
  await database.close();
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function explain(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${USAGE}`);
    return EXIT.usage;
  }
  if (error instanceof DomainError) {
    console.error([error.text.ja, error.text.en, ...issueList(error)].join('\n'));
    return EXIT.refused;
  }
  if (error instanceof FileUnreadable) {
    console.error(error.message);
    return EXIT.noInput;
  }
  console.error(error instanceof AlreadyRunning ? error.message : error);
  return EXIT.notConserved;
}

process.exitCode = await main().catch(explain);
