import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import { createPostgresBackend, setDefaultBackendFactory } from 'bullmq';
import { QUEUE_NAMES, QUEUE_SCHEMA } from './queue-names.js';

export interface QueueOptions {
  readonly databaseUrl: string;
  /** With a Redis the queue lives there (AOF and `noeviction`, or acknowledged jobs die with it); else in PostgreSQL. */
  readonly redisUrl: string | null;
  /** Keeps two installations on one Redis apart. */
  readonly prefix?: string;
}

/** One API over both of BullMQ's backends. Nothing is kept in the queue that our own tables do not know: it may be flushed. */
@Module({})
export class QueueModule {
  static forRoot(options: QueueOptions): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      imports: [BullModule.forRoot(queueBackend(options)), ...QUEUE_NAMES.map((name) => BullModule.registerQueue({ name }))],
      exports: [BullModule],
    };
  }
}

/** Chooses the backend for this process and returns the options that every queue and worker shares. */
export function queueBackend(options: QueueOptions) {
  const defaultJobOptions = {
    attempts: 5,
    backoff: { type: 'exponential', delay: 500 },
    removeOnComplete: true,
    removeOnFail: false,
  } as const;
  if (options.redisUrl) {
    setDefaultBackendFactory();
    const connection = { url: options.redisUrl, maxRetriesPerRequest: null };
    return { connection, defaultJobOptions, ...(options.prefix ? { prefix: options.prefix } : {}) };
  }
  setDefaultBackendFactory(createPostgresBackend);
  // Its types know Redis only; the backend that was set as default reads these.
  return { connection: { connectionString: options.databaseUrl, schema: QUEUE_SCHEMA, max: 4 } as never, defaultJobOptions };
}
