import { Redis } from 'ioredis';

const USUAL = 'redis://127.0.0.1:6379';

/** The URL and version of REDIS_URL or of a Redis in its usual place; null where none answers. */
export async function findRedis() {
  const url = process.env.REDIS_URL || USUAL;
  const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, connectTimeout: 1_000, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const [, version] = /redis_version:(\S+)/.exec(await client.info('server')) ?? [];
    return { url, version };
  } catch {
    return null;
  } finally {
    client.disconnect();
  }
}
