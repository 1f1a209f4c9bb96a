import { canonicalJson } from '@wakachi/kernel';
import { type Violation, violation } from './violation.js';

/** Holds each stated field against the recomputed one. */
export function compareFields(where: string, stated: object, expected: object): Violation[] {
  const names = new Set([...Object.keys(expected), ...Object.keys(stated)]);
  return [...names].flatMap((name) => {
    const [is, should] = [write(stated, name), write(expected, name)];
    return is === should ? [] : [violation(`${where}/${name}`, 'differs', { stated: is, expected: should })];
  });
}

function write(fields: object, name: string): string {
  const value = (fields as Record<string, unknown>)[name];
  return value === undefined ? '—' : canonicalJson(value);
}
