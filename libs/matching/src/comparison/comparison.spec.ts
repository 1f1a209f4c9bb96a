import * as fc from 'fast-check';
import { aGroup, aLot, aProblem } from '../../test/builders.js';
import { randomProblem } from '../../test/random-problem.js';
import { allocate, type ComparedPlan, comparePlans, comparisonTable, isRefusal, POLICIES, type Problem } from '../index.js';

/** L2 is for G2 alone; pro rata does not know it when it shares L1 out, lot by lot does not when L1 comes first. */
const problem = aProblem({
  lots: [
    aLot({ cases: 8, category: 'rice', effectiveUntil: '2026-12-20' }),
    aLot({ id: 'L2', cases: 4, category: 'tea', excludedGroups: ['G1', 'G3'] }),
  ],
  groups: [aGroup({ id: 'G1' }), aGroup({ id: 'G2' }), aGroup({ id: 'G3', refusesCategories: ['rice'] })],
});
const plansOf = (of: Problem, ...names: Parameters<typeof comparePlans>[1]) => comparePlans(of, names) as ComparedPlan[];

describe('comparing plans', () => {
  it('judges each policy by the figures of its own solution', () => {
    const [leximin, proRata] = plansOf(problem, 'leximin', 'pro-rata');
    // 12 cases in all; G3 can be reached by neither lot. Leximin: G1 6, G2 2 + 4; pro rata: 4 each, and 4 more for G2.
    expect(leximin).toMatchObject({
      name: 'leximin',
      placedShare: '1.000000',
      maxOverMean: '1.000000',
      standings: [{ than: 'pro-rata', better: 1, worse: 1 }],
    });
    expect(proRata).toMatchObject({
      name: 'pro-rata',
      placedShare: '1.000000',
      maxOverMean: '1.333333',
      standings: [{ than: 'leximin', better: 1, worse: 1 }],
    });
    expect(proRata?.solution).toEqual(allocate({ ...problem, policy: 'pro-rata' }));
  });

  it('counts levels, not cases, against the mean: carry-over is in them', () => {
    const [plan] = plansOf(aProblem({ lots: [], groups: [aGroup({ received: 3 }), aGroup({ id: 'G2', received: 1 })] }), 'queue');
    expect(plan).toMatchObject({ placedShare: '0.000000', maxOverMean: '0.000000' });
    const [other] = plansOf(
      aProblem({ lots: [aLot({ cases: 2, maxCasesPerGroup: 1 })], groups: [aGroup({ received: 3 }), aGroup({ id: 'G2' })] }),
      'queue',
    );
    expect(other?.maxOverMean).toBe('1.600000'); // 4/10 over the mean of 4/10 and 1/10
  });

  it('has a row for a policy that refuses the problem, and says why', () => {
    const sized = { ...problem, lots: [aLot({ cases: 2 })], groups: [aGroup({ need: 2 ** 52 }), aGroup({ id: 'G2', need: 2 ** 51 })] };
    const [choice, proRata, queue] = comparePlans(sized, ['choice', 'pro-rata', 'queue']);
    expect(choice).toMatchObject({ name: 'choice', refusal: { en: 'The policy "choice" is not built yet' } });
    expect(proRata).toMatchObject({ name: 'pro-rata', refusal: { en: expect.stringContaining('2^53') } });
    expect(queue).toMatchObject({ name: 'queue', standings: [] });
  });

  it('takes plans that are there already, and refuses those of another problem', () => {
    const { policy: _, ...silent } = problem;
    const mine = { name: '案1', solution: allocate({ ...problem, policy: 'queue' }) };
    const byDefault = { name: '案2', solution: allocate(silent) };
    const other = { name: '案3', solution: allocate({ ...problem, seed: 'x' }) };
    const rows = comparePlans(problem, [mine, byDefault, other]);
    expect(rows.map((row) => [row.name, isRefusal(row)])).toEqual([
      ['案1', false],
      ['案2', false],
      ['案3', true],
    ]);
  });

  it('will not compare two plans of one name', () => {
    expect(() => comparePlans(problem, ['queue', 'queue'])).toThrow();
  });

  it('whoever is better off under one plan is worse off under the other', () => {
    fc.assert(
      fc.property(randomProblem, (any) => {
        const [a, b] = plansOf(any, 'pro-rata', 'queue');
        expect([a?.standings[0]?.better, a?.standings[0]?.worse]).toEqual([b?.standings[0]?.worse, b?.standings[0]?.better]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the table of a comparison', () => {
  it('has a row for each plan, and one that compares it with each other', () => {
    const table = comparisonTable(comparePlans(problem, ['leximin', 'pro-rata']));
    const lines = table.split('\n').map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
    expect(lines[0]?.slice(0, 3)).toEqual(['方針 policy', '配分 placed', '配分率 %']);
    expect(lines[2]?.slice(0, 4)).toEqual(['leximin', '12', '100.0', '0.600000']);
    expect(lines.slice(5, 9)).toEqual([
      ['増える / 減る団体 groups better / worse off', 'leximin', 'pro-rata'],
      [expect.stringMatching(/^-+$/), expect.stringMatching(/^-+:$/), expect.stringMatching(/^-+:$/)],
      ['leximin', '—', '1 / 1'],
      ['pro-rata', '1 / 1', '—'],
    ]);
  });

  it('keeps its columns in line, kana and kanji taking two', () => {
    const widths = comparisonTable(comparePlans(problem, [...POLICIES]))
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => [...line].reduce((width, character) => width + (/[ぁ-んァ-ヶ一-龠「」（）、]/u.test(character) ? 2 : 1), 0));
    expect(new Set(widths.slice(0, 7)).size).toBe(1);
    expect(new Set(widths.slice(7)).size).toBe(1);
  });

  it('lets no name of a plan end a cell or a line', () => {
    const named = { name: 'a|b\nc', solution: allocate({ ...problem, policy: 'queue' }) };
    expect(comparisonTable(comparePlans(problem, [named])).split('\n')[2]).toMatch(/^\| a\\\|b c +\| +12 /);
  });
});
