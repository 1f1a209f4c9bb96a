import { Injectable } from '@nestjs/common';
import { Database } from '@wakachi/database';
import { Clock, DomainError, defineMessages } from '@wakachi/kernel';
import type { EntityManager } from 'typeorm';

const messages = defineMessages({
  'key-used': {
    ja: 'この Idempotency-Key は、内容の違う別の要求ですでに使われています。新しい要求には新しい UUID を付けてください。',
    en: 'This Idempotency-Key was used for another request. Give a new request a new UUID.',
  },
});

/** The key belongs to another request. */
export class IdempotencyKeyUsed extends DomainError {
  constructor(key: string) {
    super('idempotency-conflict', 'conflict', messages('key-used'), { key });
  }
}

export interface Answer {
  readonly status: number;
  /** As JSON; null when there was no body. */
  readonly body: string | null;
}

@Injectable()
export class IdempotentRequests {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` once per key and keeps its answer in the same transaction; a refusal keeps nothing. The same request again gets the
   * same answer, and one that comes while the first is at work waits for it. Throws IdempotencyKeyUsed.
   */
  once(
    networkId: string,
    request: { key: string; sha256: string },
    work: () => Promise<Answer>,
  ): Promise<{ answer: Answer; replayed: boolean }> {
    return this.db.inNetwork(networkId, async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${networkId} ${request.key}`]);
      const earlier = await answered(tx, request);
      if (earlier) return { answer: earlier, replayed: true };
      const answer = await work();
      await tx.query(
        'INSERT INTO idempotent_request (network_id, key, request_sha256, status, response, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
        [networkId, request.key, request.sha256, answer.status, answer.body, this.clock.now()],
      );
      return { answer, replayed: false };
    });
  }
}

async function answered(tx: EntityManager, { key, sha256 }: { key: string; sha256: string }): Promise<Answer | null> {
  const [row] = await tx.query<{ request_sha256: string; status: number; response: string | null }[]>(
    'SELECT request_sha256, status, response FROM idempotent_request WHERE key = $1',
    [key],
  );
  if (!row) return null;
  if (row.request_sha256 !== sha256) throw new IdempotencyKeyUsed(key);
  return { status: row.status, body: row.response };
}
