import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AlreadyRunning } from '@wakachi/database';
import { DomainError } from '@wakachi/kernel';
import { ImportRefused, jsonLog, logLevel } from '@wakachi/platform';
import { createApi } from '../../api/src/create-api.js';
import { serveDocument } from '../../api/src/openapi/document.js';
import { type OpenedDatabase, openDatabase } from './host/open-database.js';
import { issueLines } from './issue-lines.js';
import { type Options, readOptions, USAGE, UsageError } from './options.js';
import { StandaloneModule } from './standalone.module.js';
import { summary, whereToLook } from './summary.js';
import { type TrialResult, TrialWalk } from './trial/trial.service.js';
import { TrialClock } from './trial/trial-clock.js';
import { FileUnreadable, openTrial, type Trial } from './trial/trial-files.js';

const EXIT = { ok: 0, notConserved: 1, refused: 2, usage: 64, noInput: 66, interrupted: 130 } as const;

class PortTaken extends Error {
  constructor(port: number) {
    super(
      `ポート ${port} はほかのプログラムが使っています。--port 3001 のように別の番号を指定してください。 / Port ${port} is taken; choose another with --port.`,
    );
  }
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  // Files first: a name that was mistyped should not cost a database start.
  const trial = await openTrial(options);
  // From here on Ctrl-C never kills: what has begun is brought to an end first.
  const stopped = stopSignal();
  const database = await openDatabase(process.env);
  let app: NestFastifyApplication | null = null;
  try {
    const clock = new TrialClock();
    const module = StandaloneModule.forRoot(clock, database.url, process.env['REDIS_URL'] || null);
    app = await createApi(module, { logger: jsonLog('standalone', logLevel(process.env, 'warn')), abortOnError: false });
    serveDocument(app);
    await app.init();
    const walked = await Promise.race([walk(app, trial), stopped]);
    // Cut off in the middle: the next start goes on from there.
    if (!walked) {
      console.error('途中で止めました。次に npm start すると続きから進みます。 / Stopped on the way; the next start goes on from here.');
      return EXIT.interrupted;
    }
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
  for (const line of issueLines(result.warnings)) console.error(line);
  console.log(summary(trial, result));
  if (options.once) {
    console.log(JSON.stringify(result.figures));
    return result.figures.conserved ? EXIT.ok : EXIT.notConserved;
  }
  await app.listen(options.port, '127.0.0.1').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new PortTaken(options.port) : error;
  });
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
    const issues = error instanceof ImportRefused ? issueLines(error.issues) : [];
    console.error([error.text.ja, error.text.en, ...issues].join('\n'));
    return EXIT.refused;
  }
  if (error instanceof FileUnreadable) {
    console.error(error.message);
    return EXIT.noInput;
  }
  console.error(error instanceof AlreadyRunning || error instanceof PortTaken ? error.message : error);
  return EXIT.notConserved;
}

process.exitCode = await main().catch(explain);
