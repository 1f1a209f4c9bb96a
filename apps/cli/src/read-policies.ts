import type { Bilingual } from '@wakachi/kernel';
import { POLICIES, type PolicyName } from '@wakachi/matching';
import { EXIT } from './exit.js';
import { Failure } from './failure.js';

/** `a,b`: names of the contract, each once. */
export function readPolicies(list: string, usage: Bilingual): readonly PolicyName[] {
  const names = list.split(',');
  const known = POLICIES.filter((policy) => names.includes(policy));
  if (known.length !== names.length) {
    const all = POLICIES.join(', ');
    throw new Failure(EXIT.usage, { ja: `${usage.ja}。方針: ${all}`, en: `${usage.en}; policies: ${all}` });
  }
  return names as readonly PolicyName[];
}
