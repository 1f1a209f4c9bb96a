/** Settings come from the environment and from nowhere else; see README. */
export interface Config {
  readonly databaseUrl: string;
  /** Null: the queue lives in PostgreSQL. */
  readonly redisUrl: string | null;
  readonly port: number;
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
  };
}
