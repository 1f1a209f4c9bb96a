import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { workbookAround, zipOf } from '../test/zip.js';
import { column, openTable, type Reading, reading, readingOf, readSheet, requiredText, wholeNumber } from './index.js';

const SAMPLE = new URL('../../../samples/round-2023/', import.meta.url);
const COLUMNS = [column('code', ['団体コード']), column('name', ['団体名']), column('households', ['今回の世帯数'])];

/** Whatever arrives, the answer is a reading: rows, or issues that say where. Anything thrown would be a 500. */
function readAnything(bytes: Uint8Array): Promise<Reading<unknown>> {
  return readingOf(async () => {
    const table = openTable<string>(await readSheet(bytes, 'anything'), COLUMNS);
    const rows = table.rows.map((row) => [row.read('code', requiredText()), row.read('households', wholeNumber({ min: 0 }))]);
    return reading(rows, table.issues);
  });
}

const isAnswer = (answer: Reading<unknown>) =>
  answer.ok || answer.issues.some((issue) => issue.severity === 'error' && issue.message.ja !== '');

/** Overwrites bytes at places of fast-check's choosing. */
const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 });

function damaged(bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const [place, byte] of changes) copy[place % copy.length] = byte;
  return copy;
}

describe('any file', () => {
  it('of random bytes is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => isAnswer(await readAnything(bytes))),
      { numRuns: 300 },
    );
  });

  it('that begins like a zip is answered', async () => {
    const bytes = fc
      .uint8Array({ maxLength: 300 })
      .map((tail) => Buffer.concat([Buffer.from('PK\x03\x04'), tail, Buffer.from('PK\x05\x06'), tail]));
    await fc.assert(
      fc.asyncProperty(bytes, async (zip) => isAnswer(await readAnything(zip))),
      { numRuns: 100 },
    );
  });

  it('of answers, damaged, is answered', async () => {
    const whole = await readFile(new URL('entries.csv', SAMPLE));
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => isAnswer(await readAnything(damaged(whole, changes)))),
      { numRuns: 50 },
    );
  });

  it('of Excel, damaged, is answered', async () => {
    const whole = zipOf(workbookAround('<row r="1"><c r="A1" s="0"><v>1</v></c></row>', '', '<xf numFmtId="55"/>'));
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => isAnswer(await readAnything(damaged(whole, changes)))),
      { numRuns: 12 },
    );
  }, 30_000);
});
