import { totalmem } from 'node:os';

const MOST_MEGABYTES = 4_096;
const BYTES_PER_MEGABYTE = 1_048_576;

/** How much heap the engine may have: as much as was set, else half of what the process has, at most 4 GB. */
export function engineMemoryMegabytes(env: NodeJS.ProcessEnv): number {
  // In a container it is the container's limit that counts; without one this is 0 or more than the machine has.
  const ours = Math.min(totalmem(), process.constrainedMemory() || totalmem());
  return Number(env['ENGINE_MEMORY_MEGABYTES']) || Math.min(MOST_MEGABYTES, Math.floor(ours / 2 / BYTES_PER_MEGABYTE));
}
