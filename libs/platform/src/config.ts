/** Settings come from the environment and from nowhere else; see README. */
export interface Config {
  readonly databaseUrl: string;
  /** Null: the queue lives in PostgreSQL. */
  readonly redisUrl: string | null;
  readonly port: number;
  /** Where the worker answers health and metrics; null: nowhere. */
  readonly workerPort: number | null;
  /** How long work in hand may take after SIGTERM. */
  readonly shutdownSeconds: number;
}

/** Throws when DATABASE_URL is missing. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl) {
    throw new Error('DATABASE_URL がありません（npm start なら要りません）。/ DATABASE_URL is not set (npm start needs none).');
  }
  return {
    databaseUrl,
    redisUrl: env['REDIS_URL'] || null,
    port: Number(env['PORT'] ?? 3000),
    workerPort: env['WORKER_PORT'] ? Number(env['WORKER_PORT']) : null,
    shutdownSeconds: shutdownSeconds(env),
  };
}

export function shutdownSeconds(env: NodeJS.ProcessEnv): number {
  return Number(env['SHUTDOWN_SECONDS'] || 20);
}
