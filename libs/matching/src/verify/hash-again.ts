import { canonicalJson, sha256 } from '@wakachi/kernel';
import type { Problem } from '../problem/problem.js';

const KEYS: Readonly<Record<string, readonly string[]>> = {
  lots: ['id'],
  groups: ['id'],
  lanes: ['hub', 'group'],
  requests: ['lot', 'group'],
  locks: ['lot', 'group'],
  previous: ['lot', 'group'],
};

/** The problem's hash, from the contract's sentence alone: every list of objects by its ids, every list of strings by itself. */
export function hashAgain(problem: Problem): string {
  const ordered = Object.fromEntries(
    Object.entries(problem).map(([name, value]) => [name, KEYS[name] ? sortList(value, KEYS[name]) : value]),
  );
  return `sha256:${sha256(canonicalJson(ordered))}`;
}

function sortList(list: readonly Record<string, unknown>[], keys: readonly string[]): unknown[] {
  return list.map(sortInside).sort((a, b) => {
    const key = keys.find((name) => a[name] !== b[name]);
    return key === undefined ? 0 : (a[key] as string) < (b[key] as string) ? -1 : 1;
  });
}

function sortInside(item: Record<string, unknown>): Record<string, unknown> {
  // Array.prototype.sort without a comparator orders strings by UTF-16 code units, which is what the contract asks for.
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value]));
}
