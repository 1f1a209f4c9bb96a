import type { Bilingual } from './message.js';

/** What the caller can do about it: mend the input, sign in, look elsewhere, look again, ask somebody else, or come back later. */
export type ErrorKind = 'invalid' | 'unauthenticated' | 'not-found' | 'conflict' | 'forbidden' | 'unavailable';

/**
 * A refusal that the domain foresees. `type` is a slug, documented in `docs/problems/`; `text` says what is wrong, where,
 * and what to do. Anything else that is thrown is a bug (500) or the infrastructure (503).
 */
export class DomainError extends Error {
  constructor(
    readonly type: string,
    readonly kind: ErrorKind,
    readonly text: Bilingual,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(text.en);
    this.name = new.target.name;
  }
}
