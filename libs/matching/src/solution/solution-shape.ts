import { POLICIES } from '../problem/problem.js';
import { boolean, dictionary, id, integer, list, oneOf, orNull, shape, text } from '../reading/checks.js';
import { RULES } from '../rules/rule.js';
import { REASON_KINDS } from './solution.js';

const count = integer(0);
const bilingual = shape({ ja: text, en: text });

/** Fields and types only: whether any of it is true is for `verifySolution` to say. */
export const solutionShape = shape({
  format: text,
  problem: text,
  engine: text,
  policy: oneOf(POLICIES),
  seed: text,
  awards: list(shape({ lot: id, group: id, cases: count })),
  unplaced: list(shape({ lot: id, cases: count, reasons: list(shape({ rule: oneOf(RULES), groups: count })) })),
  levels: list(shape({ group: id, awarded: count, level: text })),
  reasons: list(shape({ group: id, kind: oneOf(REASON_KINDS), lots: count, cases: count, text: bilingual }, { groups: count })),
  diff: list(shape({ lot: id, group: id, before: count, after: count })),
  certificate: shape({ exact: boolean }, { placedBound: count, shortfall: text, potentials: dictionary(orNull(id)) }),
  metrics: shape({
    cases: count,
    placed: count,
    minLevel: text,
    maxLevel: text,
    gini: text,
    deliveries: count,
    assortment: shape({ mean: text, worst: text }),
    unreachable: count,
  }),
});
