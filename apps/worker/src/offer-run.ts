import type { UnfinishedRun } from '@wakachi/rounds';
import type { Queue } from 'bullmq';

/** The job of a run has the run's id, so that offering it twice is offering it once. */
export async function offerRun(queue: Queue, run: UnfinishedRun): Promise<void> {
  await queue.add('run', { networkId: run.networkId, runId: run.runId }, { jobId: run.runId });
}
