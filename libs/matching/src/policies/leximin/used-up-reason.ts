import { sixPlaces } from '../../numbers/six-places.js';
import type { Plan } from '../../plan/plan.js';
import { usedUpText } from '../../text/tight-set-text.js';
import type { Outcome } from '../outcome.js';
import type { Bound } from './relaxed-certificate.js';

/** A group's reason where lots are used up: no proof that nobody could change places, but how far the plan leaves it. */
export function usedUpReason(plan: Plan, { filled }: Bound): NonNullable<Outcome['usedUpReason']> {
  return (group, { lots, cases }) => {
    const need = BigInt(group.source.need);
    const level = sixPlaces(BigInt((group.source.received ?? 0) + plan.awarded(group)), need);
    const relaxed = sixPlaces(BigInt(filled[group.index] as number), need);
    return { group: group.source.id, kind: 'tight-set', lots, cases, text: usedUpText({ lots, cases, level, relaxed }) };
  };
}
