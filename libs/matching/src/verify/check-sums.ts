import { at, CLASSES, type Facts } from './facts.js';
import { type Violation, violation } from './violation.js';

/** What several awards come to: no lot gives more than it has, no group holds more than it may, no lock is forgotten. */
export function checkSums(facts: Facts): Violation[] {
  return [...checkLots(facts), ...checkGroups(facts), ...checkLocksKept(facts)];
}

function checkLots(facts: Facts): Violation[] {
  return [...facts.lots.values()].flatMap((lot) => {
    const found: Violation[] = [];
    const stated = lot.cases - (facts.left.get(lot.id) as number);
    if (stated > lot.cases) found.push(violation('/awards', 'tooMany', { lot: lot.id, expected: lot.cases, stated }));
    const groups = facts.held.get(lot.id)?.size ?? 0;
    return [...found, ...limit('max-groups', lot.id, groups, lot.maxGroups)];
  });
}

function checkGroups(facts: Facts): Violation[] {
  return [...facts.usage].flatMap(([id, used]) => {
    const group = facts.groups.get(id);
    return [
      ...limit('ceiling', id, used.cases, group?.maxCases),
      ...CLASSES.flatMap((name) => limit('capacity', id, used.casesIn[name] ?? 0, group?.capacityCases?.[name])),
      ...CLASSES.flatMap((name) => limit('capacity', id, used.millilitresIn[name] ?? 0, group?.capacityMillilitres?.[name])),
    ];
  });
}

/** A lock whose award is absent; one with the wrong number is reported where it stands. */
function checkLocksKept(facts: Facts): Violation[] {
  return (facts.problem.locks ?? [])
    .filter((lock) => lock.cases > 0 && at(facts.held, lock.lot, lock.group) === undefined)
    .map((lock) => violation('/awards', 'lock', { lot: lock.lot, group: lock.group, expected: lock.cases, stated: 0 }));
}

function limit(rule: string, owner: string, stated: number, most: number | undefined): Violation[] {
  return most !== undefined && stated > most ? [violation('/awards', 'overLimit', { rule, owner, stated, expected: most })] : [];
}
