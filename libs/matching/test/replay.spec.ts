import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { allocate, parseProblem, serialiseSolution } from '../src/index.js';

const REPLAYS = 1_000;

it('a frozen input that is replayed a thousand times gives one hash', () => {
  const example = JSON.parse(readFileSync('docs/contracts/examples/012x009.problem.json', 'utf8')) as object;
  const frozen = JSON.stringify({ ...example, policy: 'lot-by-lot' });
  const hashes = new Set<string>();
  for (let i = 0; i < REPLAYS; i++) {
    hashes.add(
      createHash('sha256')
        .update(serialiseSolution(allocate(parseProblem(frozen))))
        .digest('hex'),
    );
  }
  expect(hashes.size).toBe(1);
}, 120_000);
