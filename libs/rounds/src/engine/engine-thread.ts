/** What runs in the engine's thread: see `thread-solver.ts`. It has the frozen problem, and nothing of the process around it. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '@wakachi/kernel';
import type { EngineMessage } from './engine-message.js';
import { solveFrozen } from './solve-frozen.js';

const host = parentPort as MessagePort;
const say = (message: EngineMessage, moved: ArrayBuffer[] = []) => host.postMessage(message, moved);

try {
  const plan = solveFrozen(workerData as string, (phase) => say({ kind: 'entered', phase }));
  say({ kind: 'solved', plan }, [plan.awards.buffer as ArrayBuffer, plan.exclusions.buffer as ArrayBuffer]);
} catch (error) {
  if (!(error instanceof DomainError)) throw error;
  const { type, kind: errorKind, text, details } = error;
  say({ kind: 'refused', type, errorKind, text, details });
}
