import type { Job, Worker } from 'bullmq';

interface InHand {
  readonly job: Job;
  readonly token: string;
  readonly done: Promise<unknown>;
}

/** What this process works on, so that it can be handed back when the process has to end first. */
export class JobsInHand {
  private readonly jobs = new Set<InHand>();

  async during(job: Job, token: string, work: () => Promise<void>): Promise<void> {
    const done = work();
    const inHand = { job, token, done };
    this.jobs.add(inHand);
    try {
      await done;
    } finally {
      this.jobs.delete(inHand);
    }
  }

  /**
   * Takes no more jobs, waits for those in hand and puts what is still unfinished back into the queue, where another worker finds
   * it at once instead of after the lock has run out. Returns how many went back.
   */
  async finishOrHandBack(worker: Worker, seconds: number): Promise<number> {
    await worker.pause(true);
    await Promise.race([Promise.allSettled([...this.jobs].map(({ done }) => done)), sleep(seconds)]);
    const left = [...this.jobs];
    for (const { job, token } of left) await job.moveToWait(token);
    await worker.close(left.length > 0);
    return left.length;
  }
}

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1_000).unref());
}
