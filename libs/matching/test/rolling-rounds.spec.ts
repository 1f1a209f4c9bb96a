import * as fc from 'fast-check';
import { allocate, eligibility, type Problem, type Solution } from '../src/index.js';
import { randomExactProblem } from './random-exact-problem.js';

const ROUNDS = 6;
const SIZE = { lots: 6, groups: 6, cases: 8 };
/** The first one's groups take part in all of them; each has goods of its own. */
const rounds = fc.array(randomExactProblem(SIZE), { minLength: ROUNDS, maxLength: ROUNDS });

/** The groups of the first round, with what they have received since; without locks, which are a person's and no policy's. */
function nextRound(goods: Problem, { groups }: Problem, received: ReadonlyMap<string, number>): Problem {
  const { locks: _, requests: __, ...rest } = goods;
  return { ...rest, measure: 'cases', groups: groups.map((group) => ({ ...group, received: received.get(group.id) as number })) };
}

/** Whoever could have had one of somebody else's cases, and would still be below them with it. */
function envyIn(problem: Problem, solution: Solution): string[] {
  const { need, room } = boundsOf(problem, solution);
  const had = new Map(solution.levels.map(({ group, awarded }) => [group, awarded + receivedOf(problem, group)]));
  return solution.awards.flatMap(({ lot, group: richer }) =>
    problem.groups.flatMap(({ id }) => {
      if (id === richer || !room(lot, id)) return [];
      // Compared without division: (had − 1) / need of the one above had / need of the other.
      const isBelow = (had.get(id) as number) * need(richer) < ((had.get(richer) as number) - 1) * need(id);
      return isBelow ? [`${id} envies ${richer} for ${lot}`] : [];
    }),
  );
}

const receivedOf = ({ groups }: Problem, id: string) => groups.find((group) => group.id === id)?.received ?? 0;

/** Whether a group could take one more case of a lot, given what it has. */
function boundsOf(problem: Problem, { awards }: Solution) {
  const groupOf = new Map(problem.groups.map((group) => [group.id, group]));
  const lotOf = new Map(problem.lots.map((lot) => [lot.id, lot]));
  const refused = new Set([...eligibility(problem)].flatMap(({ lot, group, rule }) => (rule === null ? [] : [`${lot} ${group}`])));
  const held = (wanted: (award: Solution['awards'][number]) => boolean) => awards.filter(wanted).reduce((sum, { cases }) => sum + cases, 0);
  const room = (lotId: string, id: string) => {
    const [lot, group] = [lotOf.get(lotId), groupOf.get(id)];
    if (!lot || !group || refused.has(`${lotId} ${id}`)) return false;
    const inClass = held((award) => award.group === id && lotOf.get(award.lot)?.temperature === lot.temperature);
    const ofPair = held((award) => award.group === id && award.lot === lotId);
    return (
      inClass < (group.capacityCases?.[lot.temperature] ?? Number.POSITIVE_INFINITY) &&
      held((award) => award.group === id) < (group.maxCases ?? Number.POSITIVE_INFINITY) &&
      ofPair < (lot.maxCasesPerGroup ?? Number.POSITIVE_INFINITY)
    );
  };
  return { need: (id: string) => groupOf.get(id)?.need as number, room };
}

describe('over rolling rounds', () => {
  it('nobody envies another by more than a case, counting all that they ever received', () => {
    let awardsSeen = 0;
    fc.assert(
      fc.property(rounds, (goods) => {
        const first = goods[0] as Problem;
        const received = new Map(first.groups.map(({ id }) => [id, 0]));
        for (const round of goods) {
          const problem = nextRound(round, first, received);
          const solution = allocate(problem);
          expect(envyIn(problem, solution)).toEqual([]);
          for (const { group, awarded } of solution.levels) received.set(group, (received.get(group) as number) + awarded);
          awardsSeen += solution.awards.length;
        }
      }),
      { numRuns: 150 },
    );
    expect(awardsSeen).toBeGreaterThan(1_000);
  });

  it('pro-rata, which forgets what was received, does not keep to it', () => {
    const envious = fc.sample(rounds, { numRuns: 50, seed: 7 }).some(([goods]) => {
      const problem = {
        ...nextRound(goods as Problem, goods as Problem, new Map((goods as Problem).groups.map(({ id }) => [id, 0]))),
        policy: 'pro-rata' as const,
      };
      return envyIn(problem, allocate(problem)).length > 0;
    });
    expect(envious).toBe(true);
  });
});
