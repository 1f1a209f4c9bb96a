import type { Bilingual, ErrorKind } from '@wakachi/kernel';
import type { Plan } from './plan.js';
import type { RunPhase } from './run-phase.js';

/** What the engine's thread says to its host. Anything else that goes wrong is the thread's `error` or its end. */
export type EngineMessage =
  | { readonly kind: 'entered'; readonly phase: RunPhase }
  | { readonly kind: 'solved'; readonly plan: Plan }
  /** A DomainError, in parts: an error's own class and fields are lost on the way. */
  | { readonly kind: 'refused'; readonly type: string; readonly errorKind: ErrorKind; readonly text: Bilingual; readonly details: object };
