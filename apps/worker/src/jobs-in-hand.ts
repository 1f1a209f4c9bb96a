import type { Job, Worker } from 'bullmq';

interface InHand {
  readonly job: Job;
  readonly token: string;
  readonly stop: AbortController;
  readonly done: Promise<unknown>;
}

/** What this process works on, so that it can be handed back when the process has to end first. */
export class JobsInHand {
  private readonly jobs = new Set<InHand>();

  /** @param work is stopped by the signal when its job is handed back; what it throws then concerns nobody any more */
  async during(job: Job, token: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const stop = new AbortController();
    const done = work(stop.signal);
    const inHand = { job, token, stop, done };
    this.jobs.add(inHand);
    try {
      await done;
    } catch (error) {
      // Whoever told the queue of a failure now would speak of a job that may be another worker's.
      if (stop.signal.aborted) await new Promise(() => undefined);
      throw error;
    } finally {
      this.jobs.delete(inHand);
    }
  }

  /**
   * Takes no more jobs, waits for those in hand, stops what is still unfinished and puts it back into the queue, where another
   * worker finds it at once instead of after the lock has run out. Returns how many went back.
   */
  async finishOrHandBack(worker: Worker, seconds: number): Promise<number> {
    await worker.pause(true);
    await Promise.race([Promise.allSettled([...this.jobs].map(({ done }) => done)), sleep(seconds)]);
    const left = [...this.jobs];
    for (const { job, token, stop } of left) {
      stop.abort();
      await job.moveToWait(token);
    }
    await worker.close(left.length > 0);
    return left.length;
  }
}

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1_000).unref());
}
