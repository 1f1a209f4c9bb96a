import type { SqlExecutor } from '@wakachi/database';
import { currentRequestId } from '../logging/log-context.js';

/** Something that must leave the process, written in the transaction in which it became true. */
export interface OutboxEvent {
  /** Also the id of the job: consumers are idempotent by it. */
  readonly id: string;
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The request that made it true goes along, so that one id is found from the request to the worker's lines. */
export async function appendToOutbox(tx: SqlExecutor, networkId: string, event: OutboxEvent): Promise<void> {
  await tx.query('INSERT INTO outbox_event (network_id, id, topic, payload) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
    networkId,
    event.id,
    event.topic,
    JSON.stringify({ ...event.payload, requestId: currentRequestId() }),
  ]);
}
