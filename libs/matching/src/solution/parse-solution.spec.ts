import { solve } from '../../test/builders.js';
import { parseSolution, SolutionMalformed, serialiseSolution } from '../index.js';

const text = serialiseSolution(solve({}));

it('a solution is written as one line of canonical JSON', () => {
  expect(text.startsWith('{"awards":[{"cases":10,"group":"G1","lot":"L1"}],"certificate":{"exact":false},"diff":[],')).toBe(true);
  expect(text.indexOf('\n')).toBe(text.length - 1);
});

it.each<[string, string, string]>([
  ['no JSON', '?', ''],
  ['a problem', '{"format":"wakachi.problem/1"}', '/format'],
  ['an unknown field', text.replace('{"awards"', '{"time":1,"awards"'), '/time'],
  ['a key twice', text.replace('"seed":"s"', '"seed":"s","seed":"s"'), '/seed'],
  ['no metrics', text.replace(/,"metrics":\{.*?\}(?=,"policy")/, ''), '/metrics'],
  ['a metric as a number', text.replace('"gini":"0.000000"', '"gini":0'), '/metrics/gini'],
  [
    'a rule that does not exist',
    text.replace('"unplaced":[]', '"unplaced":[{"lot":"L1","cases":1,"reasons":[{"rule":"luck","groups":1}]}]'),
    '/unplaced/0/reasons/0/rule',
  ],
  ['a negative award', text.replace('"cases":10,"group"', '"cases":-1,"group"'), '/awards/0/cases'],
  [
    'a potential that is a number',
    text.replace('{"exact":false}', '{"exact":false,"potentials":{"lot:L/1":1}}'),
    '/certificate/potentials/lot:L~11',
  ],
])('a solution is malformed: %s', (_, malformed, pointer) => {
  expect(() => parseSolution(malformed)).toThrow(expect.objectContaining({ pointer }));
  expect(() => parseSolution(malformed)).toThrow(SolutionMalformed);
});
