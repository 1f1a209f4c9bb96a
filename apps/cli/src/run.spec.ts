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
    const { io, said, written } = world({ 'p.json': text.replace('"lot-by-lot"', '"choice"') });
    expect(await run(['allocate', 'p.json', '--out', 's.json'], io)).toBe(3);
    expect(said.err).toContain('The policy "choice" is not built yet');
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

describe('wakachi compare', () => {
  it('writes the table of every policy that is built to stdout, and exits 0', async () => {
    const { io, said } = world({ 'p.json': text });
    expect(await run(['compare', 'p.json'], io)).toBe(0);
    for (const name of ['leximin', 'lot-by-lot', 'pro-rata', 'queue'])
      expect(said.out).toMatch(new RegExp(`^\\| ${name} +\\| +10 \\|`, 'm'));
    expect(said.err).toBe('');
  });

  it('compares the policies that are named, in their order; one that refuses the problem is a row that says so', async () => {
    const { io, said } = world({ '-': text });
    expect(await run(['compare', '-', '--policies', 'queue,choice,pro-rata'], io)).toBe(0);
    expect(
      said.out
        .split('\n')
        .slice(2, 5)
        .map((line) => line.split(' ')[1]),
    ).toEqual(['queue', 'choice', 'pro-rata']);
    expect(said.out).toContain('The policy "choice" is not built yet');
  });

  it('writes the fill levels side by side, the worst first, when asked to', async () => {
    const { io, said } = world({ 'p.json': text });
    expect(await run(['compare', 'p.json', '--levels', '--policies', 'leximin,queue'], io)).toBe(0);
    const rows = said.out.slice(said.out.indexOf('| 低い順')).trim().split('\n').slice(2);
    const columns = rows.map((row) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
    expect(columns.map(([place]) => Number(place))).toEqual(columns.map((_, i) => i + 1));
    for (const column of [1, 2]) {
      const levels = columns.map((row) => Number(row[column]));
      expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    }
  });

  it('exits 3 when every policy refuses the problem', async () => {
    expect(await run(['compare', 'p.json', '--policies', 'choice'], world({ 'p.json': text }).io)).toBe(3);
  });

  it('exits 2 on a malformed problem, and 66 when there is no such file', async () => {
    const { io, said } = world({ 'p.json': text.replace('"cases":10', '"cases":0') });
    expect(await run(['compare', 'p.json'], io)).toBe(2);
    expect(said.err).toBe('p.json: /lots/0/cases: 1 以上にしてください / must be at least 1\n');
    expect(await run(['compare', 'none.json'], io)).toBe(66);
  });

  it.each([[[]], [['a', 'b']], [['p.json', '--policies']], [['p.json', '--policies', 'best']], [['p.json', '--policies', 'queue,queue']]])(
    'exits 64 on the arguments %j',
    async (args) => {
      expect(await run(['compare', ...args], world({ 'p.json': text }).io)).toBe(64);
    },
  );
});

describe('wakachi simulate', () => {
  const few = ['simulate', '--rounds', '2', '--groups', '3', '--policies', 'queue,pro-rata'];

  it('writes the table to stdout with the whole command beside it, and no picture unless it is asked for', async () => {
    const { io, said, written } = world();
    expect(await run(few, io)).toBe(0);
    expect(said.out).toContain('npx wakachi simulate --rounds 2 --groups 3 --seed 2026 --policies queue,pro-rata\n');
    expect(said.out).toMatch(/^\| 順番 queue .*\n\| 按分 pro-rata /m);
    expect(said.out).not.toContain('![');
    expect(written).toEqual({});
  });

  it('writes table and picture to their files, the same bytes each time; the table shows the picture', async () => {
    const [first, second] = [world(), world()];
    for (const { io } of [first, second])
      expect(await run([...few, '--seed', 'x', '--out', 'docs/s.md', '--svg', 'docs/s.svg'], io)).toBe(0);
    expect(first.said).toEqual({ out: '', err: '' });
    expect(first.written['docs/s.md']).toContain('](s.svg)');
    expect(first.written['docs/s.svg']).toMatch(/^<svg /);
    expect(second.written).toEqual(first.written);
  });

  it.each([
    ['--rounds', '0'],
    ['--rounds', '1001'],
    ['--groups', '1.5'],
    ['--groups', '-3'],
    ['--seed', 'a b'],
    ['--policies', 'best'],
    ['--fast', '1'],
    ['--rounds', ''],
  ])('exits 64 on %s %s', async (option, value) => {
    const { io, said } = world();
    expect(await run(['simulate', `${option}=${value}`], io)).toBe(64);
    expect(said.err).toContain('usage: wakachi simulate');
  });

  it('exits 73 when it cannot write', async () => {
    expect(await run([...few, '--out', '/forbidden/s.md'], world().io)).toBe(73);
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
