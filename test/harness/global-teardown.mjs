import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export default async function globalTeardown() {
  const server = globalThis.__WAKACHI_SERVER__;
  if (!server) return;
  await server.stop();
  await rm(dirname(server.dataFolder), { recursive: true, force: true });
}
