import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Needs /proc; elsewhere nothing is measured. */
export const isMemoryReadable = process.platform === 'linux';

/** The most that this process alone ever held, in bytes, as the kernel keeps it. */
export function peakOf(pid) {
  return kibibytes(read(`/proc/${pid}/status`), 'VmHWM');
}

/** What this process alone holds now, in bytes. */
export function residentOf(pid) {
  return kibibytes(read(`/proc/${pid}/status`), 'VmRSS');
}

/** What these processes and all that they started hold now, in bytes; pages that they share are counted once. */
export function heldBy(roots) {
  const parents = parentOfEach();
  const isInside = (pid) => roots.includes(pid) || (parents.has(pid) && isInside(parents.get(pid)));
  return [...parents.keys()].filter(isInside).reduce((sum, pid) => sum + kibibytes(read(`/proc/${pid}/smaps_rollup`), 'Pss'), 0);
}

/** PostgreSQL daemonises itself: the first line of its pid file leads to it. Null while it is not up. */
export function postmasterOf(home) {
  const pid = Number.parseInt(read(join(home, 'pg', 'postmaster.pid')), 10);
  return Number.isNaN(pid) ? null : pid;
}

function parentOfEach() {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(pids.map((pid) => [Number(pid), Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0)]));
}

function kibibytes(text, name) {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0) * 1024;
}

/** A process may end while one looks at it. */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
