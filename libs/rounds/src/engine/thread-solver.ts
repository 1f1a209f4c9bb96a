import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DomainError } from '@wakachi/kernel';
import { messages } from '../messages.js';
import { Solver, type Watcher } from '../solver.js';
import { engineMemoryMegabytes } from './engine-memory.js';
import type { EngineMessage } from './engine-message.js';
import type { Plan } from './plan.js';

interface ThreadSettings {
  /** The module that runs in the thread. */
  readonly entry?: URL;
  readonly megabytes?: number;
}

/**
 * Runs the engine in a thread of its own: it may take minutes, and meanwhile this process answers, renews its job's lock and takes
 * signals. Each run has a thread to itself, which ends with it: nothing is left of a run that was stopped.
 */
export class ThreadSolver extends Solver {
  private readonly entry: URL;
  private readonly megabytes: number;

  constructor({ entry = engineThread(), megabytes = engineMemoryMegabytes(process.env) }: ThreadSettings = {}) {
    super();
    this.entry = entry;
    this.megabytes = megabytes;
  }

  /**
   * Throws the engine's DomainErrors; the signal's reason, once the thread has ended; an Error that says why when the thread ran
   * out of memory, failed or ended by itself.
   */
  async solve(frozenInput: string, { signal, entered }: Watcher): Promise<Plan> {
    signal.throwIfAborted();
    const thread = new Worker(this.entry, {
      workerData: frozenInput,
      // Nothing of the process: no settings, no secrets, no flags of a test runner.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.megabytes },
    });
    const stop = () => void thread.terminate();
    signal.addEventListener('abort', stop);
    try {
      return await this.answerOf(thread, entered);
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    } finally {
      signal.removeEventListener('abort', stop);
      await thread.terminate();
    }
  }

  private answerOf(thread: Worker, entered: Watcher['entered']): Promise<Plan> {
    return new Promise((solved, failed) => {
      thread.on('message', (message: EngineMessage) => {
        if (message.kind === 'entered') entered(message.phase);
        else if (message.kind === 'solved') solved(message.plan);
        else failed(new DomainError(message.type, message.errorKind, message.text, { ...message.details }));
      });
      thread.once('error', (error: NodeJS.ErrnoException) => failed(this.wordsFor(error)));
      thread.once('exit', (code) => failed(said(messages('engine-ended', { code }))));
    });
  }

  private wordsFor(error: NodeJS.ErrnoException): Error {
    return error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? said(messages('engine-out-of-memory', { megabytes: this.megabytes })) : error;
  }
}

/** Not a DomainError: another attempt, elsewhere, may have more luck. */
function said({ ja, en }: { ja: string; en: string }): Error {
  return new Error(`${ja} / ${en}`);
}

/** Beside this module; under the tests, which compile in memory, in the build. */
function engineThread(): URL {
  const beside = new URL('./engine-thread.js', import.meta.url);
  return existsSync(beside) ? beside : pathToFileURL(join(process.cwd(), 'dist/libs/rounds/src/engine/engine-thread.js'));
}
