import type { Lot } from '@wakachi/donations';
import type { Qualification, RecipientGroup, Site } from '@wakachi/groups';
import { daysBetween, TEMPERATURE_CLASSES, type TemperatureClass } from '@wakachi/kernel';
import type { Problem, ProblemGroup, ProblemLane, ProblemLot } from '@wakachi/matching';
import type { PolicyTerms } from './allocation-policy/policy-terms.js';
import { groupName, lotName } from './problem-names.js';
import type { Round } from './round.entity.js';
import type { RoundEntry } from './round-entry.entity.js';

/** A group that takes part, with all that its eligibility depends on. */
export interface Participant {
  readonly group: RecipientGroup;
  readonly entry: RoundEntry;
  readonly site: Site;
  readonly qualifications: readonly Qualification[];
  /** 前回までの受取実績, in the measure of the policy. */
  readonly received: number;
}

/** 参加要件: an agreement that is valid on the arrival day. Lapsed or blank: nothing at all. */
const BASE_REQUIREMENT = 'agreement';

/**
 * Everything that the plan depends on, as `wakachi.problem/1`: the engine sees this and nothing else, so the same frozen input
 * gives the same plan next year.
 *
 * @param terms the network's allocation policy, as it holds for the round
 * @param free whole cases of each lot that nobody has been awarded yet, by lot id
 */
export function freezeProblem(
  round: Round,
  terms: PolicyTerms,
  lots: readonly Lot[],
  free: ReadonlyMap<string, number>,
  participants: readonly Participant[],
): Problem {
  // A lot whose size nobody gave counts as the largest case we know, so that it cannot overfill a store.
  const largest = Math.max(1, ...lots.map((lot) => lot.caseMillilitres ?? 0));
  return {
    format: 'wakachi.problem/1',
    seed: round.seed,
    arrivalDate: round.arrivalDate,
    measure: terms.measure,
    policy: terms.policy,
    effort: terms.effort,
    slack: terms.slack,
    lots: lots.map((lot) => frozenLot(terms, lot, free.get(lot.id) as number, largest)),
    groups: participants.map((participant) => frozenGroup(round, participant)),
    lanes: participants.flatMap((participant) => lanesOf(round, lots, participant)),
  };
}

function frozenLot(terms: PolicyTerms, lot: Lot, cases: number, largest: number): ProblemLot {
  return {
    id: lotName(lot),
    donor: lot.donorId,
    hub: lot.hubId,
    cases,
    unitsPerCase: lot.unitsPerCase,
    ...(lot.caseGrams === null ? {} : { caseGrams: lot.caseGrams }),
    caseMillilitres: lot.caseMillilitres ?? largest,
    ...(lot.bookUnitYen ? { caseYen: lot.bookUnitYen * lot.unitsPerCase } : {}),
    temperature: lot.temperature,
    category: lot.category,
    allergens: lot.allergens ?? [],
    ...(lot.effectiveUntil === null ? {} : { effectiveUntil: lot.effectiveUntil }),
    requires: [...new Set([BASE_REQUIREMENT, ...lot.requires])],
    ...(lot.prefectures === null ? {} : { prefectures: lot.prefectures }),
    ...lotLimits(terms, lot, cases),
  };
}

/**
 * The donor's own minimum lot holds as it is, even if nobody can have the lot then. The network's is for what would otherwise
 * travel in driblets: it never keeps back a rest that is smaller.
 */
function lotLimits(
  terms: PolicyTerms,
  { hubId, minCasesPerGroup }: Lot,
  cases: number,
): Pick<ProblemLot, 'minCasesPerGroup' | 'maxGroups'> {
  const isDirect = hubId === null;
  const usual = isDirect ? terms.directMinCases : terms.pooledMinCases;
  const least = minCasesPerGroup ?? (usual && Math.min(usual, cases));
  const most = isDirect ? terms.directMaxGroups : null;
  return { ...(least === null ? {} : { minCasesPerGroup: least }), ...(most === null ? {} : { maxGroups: most }) };
}

function frozenGroup(round: Round, { group, entry, site, qualifications, received }: Participant): ProblemGroup {
  const refused = (temperature: TemperatureClass) => group.refusesTemperatures.includes(temperature);
  const volume = { ambient: site.ambientMillilitres, chilled: site.chilledMillilitres ?? 0, frozen: site.frozenMillilitres ?? 0 };
  const cases = { ambient: entry.ambientCases, chilled: entry.chilledCases, frozen: entry.frozenCases };
  const declared = (of: Record<TemperatureClass, number | null>) =>
    Object.fromEntries(TEMPERATURE_CLASSES.flatMap((t) => (refused(t) ? [[t, 0]] : of[t] === null ? [] : [[t, of[t]]])));
  return {
    id: groupName(group),
    need: entry.approvedHouseholds as number,
    prefecture: group.prefecture,
    qualifications: qualifications.filter((q) => q.holdsOn(round.arrivalDate)).map((q) => q.kind),
    capacityCases: declared(cases),
    // Cold goods need a declared store; an ambient store that nobody measured is bounded by the cases of the entry.
    capacityMillilitres: declared(volume),
    refusesCategories: group.refusesCategories,
    ...(received === 0 ? {} : { received }),
  };
}

/** Goods reach a group on its first receiving day, not on the round's: that wait is the lane's transit. */
function lanesOf(round: Round, lots: readonly Lot[], { group, entry, site }: Participant): ProblemLane[] {
  const day = site.firstReceivingDay(round.arrivalDate, entry.unavailableDates);
  const transitDays = day === null ? 0 : daysBetween(round.arrivalDate, day);
  const hubs = [...new Set(lots.flatMap((lot) => (lot.hubId === null ? [] : [lot.hubId])))].sort();
  return hubs.map((hub) => ({ hub, group: groupName(group), transitDays, costPerDelivery: 0, costPerCase: 0 }));
}
