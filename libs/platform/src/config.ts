/** Settings come from the environment and from nowhere else; see README. */
export interface Config {
  readonly databaseUrl: string;
  /** Migrates; the application never runs with it. */
  readonly databaseOwnerUrl: string | null;
  /** Null: the queue lives in PostgreSQL. */
  readonly redisUrl: string | null;
  readonly port: number;
  readonly production: boolean;
}

/** Throws when DATABASE_URL is missing. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl) {
    throw new Error('DATABASE_URL がありません（npm start なら要りません）。/ DATABASE_URL is not set (npm start needs none).');
  }
  return {
    databaseUrl,
    databaseOwnerUrl: env['DATABASE_OWNER_URL'] || null,
    redisUrl: env['REDIS_URL'] || null,
    port: Number(env['PORT'] ?? 3000),
    production: env['NODE_ENV'] === 'production',
  };
}
