import { pointerStep } from '@wakachi/kernel';
import { compareFields } from './compare-fields.js';
import { CLASSES, type Facts } from './facts.js';
import type { Potentials } from './potentials.js';
import type { Relaxed } from './relaxed/relaxed.js';
import { shelfOf } from './residual.js';
import type { Violation } from './violation.js';

/**
 * Only leximin claims bounds. `potentials` are those of the plan, given where the problem must be solved exactly; where it
 * need not, the bounds are those of its relaxation.
 */
export function checkCertificate(
  { solution, usage, groupIds, lotIds }: Facts,
  potentials: Potentials | null,
  bounds: Relaxed | null,
): Violation[] {
  const { certificate } = solution;
  if (bounds !== null) {
    const { placedBound, shortfall } = bounds;
    return compareFields('/certificate', certificate, { exact: false, placedBound, shortfall });
  }
  if (potentials === null) return compareFields('/certificate', certificate, { exact: false });
  const { potentials: stated = {}, ...rest } = certificate;
  const placedBound = [...usage.values()].reduce((sum, used) => sum + used.cases, 0);
  return [
    ...compareFields('/certificate', rest, { exact: true, placedBound, shortfall: '0/1' }),
    ...compareFields('/certificate/potentials', stated, written(potentials, lotIds, groupIds)),
  ];
}

/** A group's id inside a node's name is escaped as in a JSON pointer, or a group named "G1/ambient" would pass for a shelf of G1. */
function written({ ofLot, ofShelf, ofGroup }: Potentials, lotIds: readonly string[], groupIds: readonly string[]): object {
  const nameOf = (end: number | undefined) => groupIds[end ?? -1] ?? null;
  const groups = groupIds.flatMap((id, i) => {
    const node = `group:${pointerStep('', id).slice(1)}`;
    return [[node, nameOf(ofGroup[i])], ...CLASSES.map((name, c) => [`${node}/${name}`, nameOf(ofShelf[shelfOf(i, c)])])];
  });
  return Object.fromEntries([...lotIds.map((id, i) => [`lot:${id}`, nameOf(ofLot[i])]), ...groups]);
}
