import { TEMPERATURE_CLASSES } from '@wakachi/kernel';
import { boolean, date, decimal, id, integer, list, oneOf, orNull, shape, text } from '../reading/checks.js';
import { EFFORTS, MEASURES, POLICIES } from './problem.js';

const MOST_LOTS = 100_000;
const MOST_GROUPS = 20_000;

const count = integer(0);
const atLeastOne = integer(1);
const names = list(text);
const temperature = oneOf(TEMPERATURE_CLASSES);
const perClass = shape({}, Object.fromEntries(TEMPERATURE_CLASSES.map((name) => [name, count])));

const lot = shape(
  { id, cases: atLeastOne, unitsPerCase: atLeastOne, temperature },
  {
    donor: id,
    hub: orNull(id),
    caseGrams: atLeastOne,
    caseMillilitres: atLeastOne,
    caseYen: atLeastOne,
    category: text,
    allergens: names,
    effectiveUntil: date,
    minDaysOnArrival: count,
    requires: names,
    prefectures: names,
    excludedGroups: list(id),
    minCasesPerGroup: count,
    maxCasesPerGroup: count,
    maxGroups: count,
    onePerHousehold: boolean,
  },
);

const group = shape(
  { id, need: atLeastOne, prefecture: text, qualifications: names },
  {
    capacityCases: perClass,
    capacityMillilitres: perClass,
    refusesCategories: names,
    refusesAllergens: names,
    minDaysOnArrival: count,
    received: count,
    maxCases: count,
  },
);

const award = shape({ lot: id, group: id, cases: count });

/** Fields, types and ranges; what one part says about another is `checkReferences` and what follows it. */
export const problemShape = shape(
  {
    format: text,
    seed: text,
    arrivalDate: date,
    measure: oneOf(MEASURES),
    lots: list(lot, MOST_LOTS),
    groups: list(group, MOST_GROUPS),
  },
  {
    policy: oneOf(POLICIES),
    effort: oneOf(EFFORTS),
    slack: decimal,
    lanes: list(shape({ hub: id, group: id, transitDays: count, costPerDelivery: count, costPerCase: count })),
    requests: list(shape({ lot: id, group: id, maxCases: count })),
    locks: list(award),
    previous: list(award),
  },
);
