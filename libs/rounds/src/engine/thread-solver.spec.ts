import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError, sha256 } from '@wakachi/kernel';
import { allocate, eligibility, parseProblem, serialiseSolution } from '@wakachi/matching';
import { tryingEngine } from '../../../../test/harness/trying-engine.mjs';
import { awardsOf, exclusionsOf } from './plan.js';
import type { RunPhase } from './run-phase.js';
import { ThreadSolver } from './thread-solver.js';

const never = () => new AbortController().signal;
const ignore = () => undefined;

function aRound(lots: number, groups: number): string {
  const requires = (lot: number) => (lot % 3 === 0 ? ['permit'] : []);
  return JSON.stringify({
    format: 'wakachi.problem/1',
    seed: 'seed',
    arrivalDate: '2026-12-10',
    measure: 'cases',
    policy: 'lot-by-lot',
    lots: Array.from({ length: lots }, (_, i) => {
      return { id: `L${i}`, cases: 5 + (i % 7), unitsPerCase: 12, temperature: 'ambient', requires: requires(i) };
    }),
    groups: Array.from({ length: groups }, (_, i) => {
      return { id: `G${i}`, need: 1 + (i % 90), prefecture: '13', qualifications: i % 2 === 0 ? ['permit'] : [] };
    }),
  });
}

describe('the engine in a thread', () => {
  it('gives the bytes, the awards and the exclusions that it gives in place', async () => {
    const input = aRound(7, 5);
    const plan = await new ThreadSolver().solve(input, { signal: never(), entered: ignore });
    const problem = parseProblem(input);
    const solution = allocate(problem);
    expect(plan.solution).toBe(serialiseSolution(solution));
    expect(plan.solutionSha256).toBe(sha256(plan.solution));
    expect([...awardsOf(plan)]).toEqual(solution.awards);
    expect([...exclusionsOf(plan)]).toEqual([...eligibility(problem)].filter(({ rule }) => rule !== null));
    expect([...exclusionsOf(plan)]).toHaveLength(3 * 2);
  });

  it('gives the bytes of a leximin plan, too', async () => {
    const input = await readFile(join('docs', 'contracts', 'examples', '100x050.problem.json'), 'utf8');
    const plan = await new ThreadSolver().solve(input, { signal: never(), entered: ignore });
    expect(plan.solution).toBe(serialiseSolution(allocate(parseProblem(input))));
  });

  it('says which phase it enters, in their order', async () => {
    const entered: RunPhase[] = [];
    await new ThreadSolver().solve(aRound(2, 2), { signal: never(), entered: (phase) => entered.push(phase) });
    expect(entered).toEqual(['read', 'rules', 'solving', 'report', 'verify']);
  });

  it('leaves the host free while it computes', async () => {
    let longestPause = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longestPause = Math.max(longestPause, performance.now() - last);
      last = performance.now();
    }, 10);
    const began = performance.now();
    await new ThreadSolver().solve(aRound(1_000, 1_000), { signal: never(), entered: ignore });
    const took = performance.now() - began;
    clearInterval(timer);
    expect(took).toBeGreaterThan(1_000);
    expect(longestPause).toBeLessThan(took / 4);
  });

  it("refuses with the engine's own words", async () => {
    const refused = new ThreadSolver().solve('{"format":"wakachi.problem/1"}', { signal: never(), entered: ignore });
    await expect(refused).rejects.toBeInstanceOf(DomainError);
    await expect(refused).rejects.toMatchObject({ type: 'problem-malformed', kind: 'invalid', text: { ja: expect.any(String) } });
  });

  it('is stopped at once, in the middle of a long computation, and nothing goes on behind the scenes', async () => {
    const stop = new AbortController();
    const solver = new ThreadSolver({ entry: tryingEngine('spin', 30_000) });
    const solved = solver.solve(aRound(1, 1), { signal: stop.signal, entered: ignore });
    await sleep(500);
    stop.abort(new Error('nobody wants it'));
    await expect(solved).rejects.toThrow('nobody wants it');
    const before = process.cpuUsage();
    await sleep(500);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(250);
  });

  it('does not even begin when nobody wants it', async () => {
    const solved = new ThreadSolver({ entry: tryingEngine('spin', 30_000) }).solve('', {
      signal: AbortSignal.abort('no'),
      entered: ignore,
    });
    await expect(solved).rejects.toBe('no');
  });

  it.each([
    ['grow', /メモリ（24 MB）.* \/ .*needed more memory/],
    ['throw', /^the engine has a bug$/],
    ['exit', /終了コード 3.* \/ .*exit code 3/],
  ] as const)('survives an engine that would %s, and says what happened', async (how, message) => {
    const solver = new ThreadSolver({ entry: tryingEngine(how), megabytes: 24 });
    const solved = solver.solve(aRound(1, 1), { signal: never(), entered: ignore });
    await expect(solved).rejects.toThrow(message);
    await expect(solved).rejects.not.toBeInstanceOf(DomainError);
  });
});
