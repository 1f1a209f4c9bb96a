import { createConnection } from 'node:net';

const url = new URL(process.env['REDIS_URL'] || 'redis://127.0.0.1:6379');

/** The Redis to test against, or null; with REQUIRE_REDIS its absence fails, and elsewhere it is loud. */
export async function testRedis(): Promise<string | null> {
  if (await answers()) return url.href;
  const message = `No Redis at ${url.host}: the tests of the Redis backend did NOT run.`;
  if (process.env['REQUIRE_REDIS']) throw new Error(message);
  console.warn(`\n!!!!!!!! ${message} Start one, or set REDIS_URL. !!!!!!!!\n`);
  return null;
}

function answers(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: url.hostname, port: Number(url.port || 6379) });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => end(false));
    socket.once('error', () => end(false));
    socket.once('connect', () => socket.write('PING\r\n'));
    // A server that wants a password is a Redis too.
    socket.once('data', (data) => end(/^(\+PONG|-NOAUTH)/.test(data.toString())));
  });
}
