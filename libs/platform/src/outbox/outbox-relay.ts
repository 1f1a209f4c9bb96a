import type { Database } from '@wakachi/database';

/** Takes an event out; called again for the same id when the relay died between sending and noting it down. */
export type Send = (event: { networkId: string; id: string; topic: string; payload: Record<string, unknown> }) => Promise<void>;

interface ClaimedRow {
  readonly network_id: string;
  readonly id: string;
  readonly topic: string;
  readonly payload: Record<string, unknown>;
}

/**
 * Moves events from the outbox to where they go, at least once. Any number of relays may run: each claims rows that no other
 * holds. An event whose topic has no route is for nobody yet and is only marked.
 */
export class OutboxRelay {
  private stopped = false;
  private loop: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;

  constructor(
    private readonly db: Database,
    private readonly routes: Readonly<Record<string, Send>>,
    private readonly onError: (error: unknown) => void,
    private readonly idleMilliseconds = 100,
  ) {}

  start(): void {
    this.loop = this.run();
  }

  /** Finishes the batch in hand. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.loop;
  }

  /** Sends one batch; returns how many events it held. */
  relayBatch(limit = 500): Promise<number> {
    return this.db.inNoNetwork(async (tx) => {
      const rows = await tx.query<ClaimedRow[]>('SELECT network_id, id, topic, payload FROM outbox_claim($1)', [limit]);
      for (const row of rows) {
        await this.routes[row.topic]?.({ networkId: row.network_id, id: row.id, topic: row.topic, payload: row.payload });
      }
      if (rows.length > 0)
        await tx.query('SELECT outbox_dispatched($1, $2)', [rows.map((row) => row.network_id), rows.map((row) => row.id)]);
      return rows.length;
    });
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const moved = await this.relayBatch().catch((error: unknown) => {
        this.onError(error);
        return 0;
      });
      if (moved === 0 && !this.stopped) await this.idle();
    }
  }

  private idle(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.idleMilliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
