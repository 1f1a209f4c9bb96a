import { world } from '../test/world.js';
import { Failure } from './failure.js';
import { run } from './run.js';

const problem = {
  format: 'wakachi.problem/1',
  seed: 's',
  arrivalDate: '2026-12-10',
  measure: 'cases',
  policy: 'lot-by-lot',
  lots: [{ id: 'L1', cases: 10, unitsPerCase: 12, temperature: 'ambient' }],
  groups: [{ id: 'G1', need: 10, prefecture: '13', qualifications: [] }],
};

const text = JSON.stringify(problem);
const lines = (text: string) => text.split('\n').length - 1;

describe('wakachi allocate', () => {
  it('writes the solution to the file, a summary of one line to stderr, nothing to stdout, and exits 0', async () => {
    const { io, written, said } = world({ 'p.json': text });
    expect(await run(['allocate', 'p.json', '--out', 's.json'], io)).toBe(0);
    expect(JSON.parse(written['s.json'] as string)).toMatchObject({ awards: [{ lot: 'L1', group: 'G1', cases: 10 }] });
    expect(said.out).toBe('');
    expect(said.err).toContain('10 of 10 cases placed');
    expect(lines(said.err)).toBe(1);
  });

  it('writes nothing but JSON to stdout without --out, and reads standard input as -', async () => {
    const { io, said } = world({ '-': text });
    expect(await run(['allocate', '-'], io)).toBe(0);
    expect(JSON.parse(said.out).format).toBe('wakachi.solution/1');
  });

  it('takes --out before the problem too', async () => {
    const { io, written } = world({ '-': text });
    expect(await run(['allocate', '--out', 's.json', '-'], io)).toBe(0);
    expect(Object.keys(written)).toEqual(['s.json']);
  });

  it('exits 2 on a malformed problem, with one line that holds the JSON pointer', async () => {
    const { io, said } = world({ 'p.json': text.replace('"cases":10', '"cases":0') });
    expect(await run(['allocate', 'p.json'], io)).toBe(2);
    expect(said.err).toBe('p.json: /lots/0/cases: 1 以上にしてください / must be at least 1\n');
    expect(said.out).toBe('');
  });

  it('exits 2 on bytes that are not UTF-8', async () => {
    const { io, said } = world({ 'p.json': new Uint8Array([0x7b, 0x82, 0xa0]) });
    expect(await run(['allocate', 'p.json'], io)).toBe(2);
    expect(said.err).toContain('p.json: #: ');
  });

  it('keeps its message on one line whatever the document holds', async () => {
    const { io, said } = world({ 'p.json': text.replace('"cases":10', '"cases":10,"a\\nb\\u001b[2J\\u2028":1') });
    expect(await run(['allocate', 'p.json'], io)).toBe(2);
    expect(lines(said.err)).toBe(1);
    expect(said.err).not.toMatch(/[\u2028]|\p{Cc}(?!$)/u);
  });

  it('exits 3 on a policy that is not built yet, and writes no solution', async () => {
    const { io, said, written } = world({ 'p.json': text.replace('"lot-by-lot"', '"queue"') });
    expect(await run(['allocate', 'p.json', '--out', 's.json'], io)).toBe(3);
    expect(said.err).toContain('The policy "queue" is not built yet');
    expect(written).toEqual({});
    expect(said.out).toBe('');
  });

  it.each([[[]], [['a', 'b']], [['--out', 'x']], [['p.json', '--out']], [['p.json', '--fast']]])(
    'exits 64 on the arguments %j',
    async (args) => {
      const { io, said } = world({ 'p.json': text });
      expect(await run(['allocate', ...args], io)).toBe(64);
      expect(said.err).toContain('usage: wakachi allocate');
    },
  );

  it('exits 66 when there is no such file, and 73 when it cannot write', async () => {
    const { io } = world({ 'p.json': text });
    expect(await run(['allocate', 'none.json'], io)).toBe(66);
    expect(await run(['allocate', 'p.json', '--out', '/forbidden/s.json'], io)).toBe(73);
  });
});

describe('wakachi verify', () => {
  async function solved() {
    const made = world({ 'p.json': text });
    await run(['allocate', 'p.json', '--out', 's.json'], made.io);
    return made.written['s.json'] as string;
  }

  it('exits 0 and leaves stdout empty when the solution holds', async () => {
    const { io, said } = world({ 'p.json': text, 's.json': await solved() });
    expect(await run(['verify', 'p.json', 's.json'], io)).toBe(0);
    expect(said.out).toBe('');
  });

  it('reads either document from standard input', async () => {
    expect(await run(['verify', 'p.json', '-'], world({ 'p.json': text, '-': await solved() }).io)).toBe(0);
    expect(await run(['verify', '-', 's.json'], world({ '-': text, 's.json': await solved() }).io)).toBe(0);
  });

  it('exits 1 with each violation on a line of stdout', async () => {
    const tampered = (await solved()).replace('"level":"1/1"', '"level":"2/1"').replace('"deliveries":1', '"deliveries":2');
    const { io, said } = world({ 'p.json': text, 's.json': tampered });
    expect(await run(['verify', 'p.json', 's.json'], io)).toBe(1);
    expect(lines(said.out)).toBe(2);
    expect(said.out).toContain('/metrics/deliveries: ');
  });

  it.each([
    ['problem', '?', null],
    ['solution', null, '{"format":"wakachi.solution/1","x":1}'],
  ])('exits 2 on a malformed %s', async (name, badProblem, badSolution) => {
    const { io, said } = world({ 'problem.json': badProblem ?? text, 'solution.json': badSolution ?? (await solved()) });
    expect(await run(['verify', 'problem.json', 'solution.json'], io)).toBe(2);
    expect(said.err.startsWith(`${name}.json: `)).toBe(true);
    expect(lines(said.err)).toBe(1);
  });

  it.each([[[]], [['p.json']], [['-', '-']], [['a', 'b', 'c']], [['p.json', '--x']]])('exits 64 on the arguments %j', async (args) => {
    expect(await run(['verify', ...args], world({ 'p.json': text }).io)).toBe(64);
  });
});

it.each([[[]], [['paint']], [['__proto__']], [['toString']]])('wakachi exits 64 on the command line %j', async (argv) => {
  const { io, said } = world();
  expect(await run(argv, io)).toBe(64);
  expect(said.err).toMatch(/allocate \| .*migrate \| .*verify/);
});

it('what nobody foresaw is not hidden behind an exit code of the contract', async () => {
  const { io } = world({ 'p.json': text });
  const broken = { ...io, out: async () => Promise.reject(new TypeError('bug')) };
  await expect(run(['allocate', 'p.json'], broken)).rejects.toThrow(TypeError);
  await expect(run(['allocate', 'p.json'], broken)).rejects.not.toBeInstanceOf(Failure);
});
