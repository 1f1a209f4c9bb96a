export const ROUND_RUNS = 'round-runs';

export const QUEUE_NAMES = [ROUND_RUNS] as const;

/** BullMQ's own tables live beside ours, in a schema of their own. */
export const QUEUE_SCHEMA = 'bullmq';
