import { compareEntries } from './compare-entries.js';
import type { Facts, Usage } from './facts.js';
import type { Violation } from './violation.js';

export function checkLevels(facts: Facts): Violation[] {
  const expected = facts.groupIds.map((group) => {
    const { measure: awarded } = facts.usage.get(group) as Usage;
    const source = facts.groups.get(group);
    return { group, awarded, level: lowestTerms(BigInt(source?.received ?? 0) + BigInt(awarded), BigInt(source?.need ?? 1)) };
  });
  return compareEntries('/levels', facts.solution.levels, expected, (entry) => entry.group);
}

function lowestTerms(numerator: bigint, denominator: bigint): string {
  let divisor = denominator;
  for (let rest = numerator % denominator; rest !== 0n; ) [divisor, rest] = [rest, divisor % rest];
  return `${numerator / divisor}/${denominator / divisor}`;
}
