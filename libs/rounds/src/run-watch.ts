import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Database } from '@wakachi/database';
import { PROGRESS_AT, type RunPhase } from './engine/run-phase.js';
import { RoundRun } from './round-run.entity.js';
import type { Watcher } from './solver.js';

/** How often it looks: so long a cancelled run goes on at most, and so old is the progress that people see. */
const LOOK_EVERY_MILLISECONDS = 500;

/** Why the engine was stopped: somebody cancelled the run, or another worker has finished it. */
export class RunGone extends Error {}

/** Beside a computation: notes down in the run's row how far it is, and stops it when the run is over for another reason. */
export class RunWatch implements Watcher {
  private readonly logger = new Logger('runs');
  private readonly gone = new AbortController();
  private readonly ended = new AbortController();
  private readonly looking: Promise<void>;
  private progress = PROGRESS_AT.read;
  private noted = PROGRESS_AT.read;

  /** @param enough says that this process has to stop, whatever becomes of the run */
  constructor(
    private readonly db: Database,
    private readonly run: { readonly networkId: string; readonly id: string },
    enough: AbortSignal,
  ) {
    if (enough.aborted) this.gone.abort(enough.reason);
    enough.addEventListener('abort', () => this.gone.abort(enough.reason), { signal: this.ended.signal });
    this.looking = this.keepLooking();
  }

  get signal(): AbortSignal {
    return this.gone.signal;
  }

  readonly entered = (phase: RunPhase): void => {
    this.progress = PROGRESS_AT[phase];
  };

  /** Looks no more. To be awaited before the run's row is written. */
  async end(): Promise<void> {
    this.ended.abort();
    await this.looking;
  }

  private async keepLooking(): Promise<void> {
    while (!this.gone.signal.aborted && (await this.pause())) {
      // A database that does not answer says nothing about the run: the next look may tell.
      await this.look().catch((error: Error) => this.logger.warn({ msg: 'run not looked at', error }));
    }
  }

  /** False when it was ended meanwhile. */
  private pause(): Promise<boolean> {
    return sleep(LOOK_EVERY_MILLISECONDS, true, { signal: this.ended.signal, ref: false }).catch(() => false);
  }

  private async look(): Promise<void> {
    const [{ networkId, id }, progress] = [this.run, this.progress];
    const running = { id, status: 'running' } as const;
    const isRunning = await this.db.inNetwork(networkId, async (tx) =>
      progress === this.noted ? tx.existsBy(RoundRun, running) : ((await tx.update(RoundRun, running, { progress })).affected ?? 0) > 0,
    );
    this.noted = progress;
    if (!isRunning) this.gone.abort(new RunGone());
  }
}
