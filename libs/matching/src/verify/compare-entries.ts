import { canonicalJson } from '@wakachi/kernel';
import { type Violation, violation } from './violation.js';

/** Holds a stated list against the recomputed one, entry by entry, so that one wrong entry is one line and not a cascade. */
export function compareEntries<T>(where: string, stated: readonly T[], expected: readonly T[], keyOf: (entry: T) => unknown): Violation[] {
  const found: Violation[] = [];
  const wanted = new Map(expected.map((entry) => [canonicalJson(keyOf(entry)), canonicalJson(entry)]));
  const met = new Set<string>();
  for (const [i, entry] of stated.entries()) {
    const key = canonicalJson(keyOf(entry));
    const text = canonicalJson(entry);
    const right = wanted.get(key);
    if (right === undefined || met.has(key)) found.push(violation(`${where}/${i}`, 'extra', { stated: text }));
    else if (right !== text) found.push(violation(`${where}/${i}`, 'differs', { stated: text, expected: right }));
    met.add(key);
  }
  for (const [key, text] of wanted) if (!met.has(key)) found.push(violation(where, 'lacks', { expected: text }));
  if (found.length > 0) return found;
  const isOrdered = expected.every((entry, i) => canonicalJson(entry) === canonicalJson(stated[i]));
  return isOrdered ? [] : [violation(where, 'order')];
}
