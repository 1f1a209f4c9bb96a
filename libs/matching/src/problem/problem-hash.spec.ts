import { canonicalJson, sha256 } from '@wakachi/kernel';
import { aGroup, aLot, aProblem } from '../../test/builders.js';
import { problemHash } from '../index.js';

describe('the hash of a problem', () => {
  it('is the SHA-256 of its canonical JSON, lots and groups by id', () => {
    const [a, b] = [aLot({ id: 'A' }), aLot({ id: 'B' })];
    const problem = aProblem({ lots: [b, a] });
    expect(problemHash(problem)).toBe(`sha256:${sha256(canonicalJson({ ...problem, lots: [a, b] }))}`);
  });

  it('does not depend on the order of sets', () => {
    expect(problemHash(aProblem({ lots: [aLot({ allergens: ['卵', '乳'] })] }))).toBe(
      problemHash(aProblem({ lots: [aLot({ allergens: ['乳', '卵'] })] })),
    );
    expect(problemHash(aProblem({ groups: [aGroup({ qualifications: ['b', 'a'] })] }))).toBe(
      problemHash(aProblem({ groups: [aGroup({ qualifications: ['a', 'b'] })] })),
    );
  });

  it('changes with a single case, and with a default that is spelt out', () => {
    const hash = problemHash(aProblem());
    expect(problemHash(aProblem({ lots: [aLot({ cases: 11 })] }))).not.toBe(hash);
    expect(problemHash(aProblem({ effort: 'quick' }))).not.toBe(hash);
  });

  it('leaves the problem as it was', () => {
    const problem = aProblem({ lots: [aLot({ id: 'B' }), aLot({ id: 'A' })] });
    problemHash(problem);
    expect(problem.lots.map(({ id }) => id)).toEqual(['B', 'A']);
  });
});
