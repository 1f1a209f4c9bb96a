import { type Context, contextFrom, type Facts, type Question } from './context.js';

const MOST = 10_000;

export interface Remembered {
  readonly context: Context;
  /** As the database is asked to compare them. */
  readonly json: string;
}

/**
 * What the database said last when the same person named the same sites and lots. A guess that saves a round trip: whoever acts
 * on it lets the database compare it in the same transaction.
 */
export class RememberedFacts {
  private readonly facts = new Map<string, Remembered>();

  get(question: Question): Remembered | undefined {
    return this.facts.get(keyOf(question));
  }

  /** The oldest is forgotten first. */
  put(question: Question, facts: Facts): void {
    const key = keyOf(question);
    this.facts.delete(key);
    // Whether a command is known is asked of each anew.
    const kept = { ...facts, known: [] };
    this.facts.set(key, { context: contextFrom(kept), json: JSON.stringify(kept) });
    if (this.facts.size <= MOST) return;
    const [oldest] = this.facts.keys();
    if (oldest !== undefined) this.facts.delete(oldest);
  }
}

function keyOf({ networkId, personId, sites, lots }: Question): string {
  return [networkId, personId, ...sites, '', ...lots].join(' ');
}
