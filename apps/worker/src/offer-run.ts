import type { UnfinishedRun } from '@wakachi/rounds';
import type { Queue } from 'bullmq';

/**
 * The job of a run has the run's id, so that offering it twice is offering it once.
 *
 * @param requestId of the request that asked for it, for the logs
 */
export async function offerRun(queue: Queue, run: UnfinishedRun, requestId?: unknown): Promise<void> {
  await queue.add('run', { networkId: run.networkId, runId: run.runId, requestId }, { jobId: run.runId });
}
