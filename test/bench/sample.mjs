import { readFile } from 'node:fs/promises';
import { personId } from '../../dist/libs/access/src/index.js';
import { Clock, deriveId } from '../../dist/libs/kernel/src/index.js';

export const SAMPLE = 'round-2023';
export const AS_OF = '2026-11-24';
export const ARRIVAL_DATE = '2026-12-10';

const PEOPLE = [
  { email: 'desk@bench.example', displayName: '事務局', role: 'coordinator' },
  { email: 'second@bench.example', displayName: '承認者', role: 'approver' },
];

/** Runs like any clock, but from the sample's own day on. */
export class SampleClock extends Clock {
  #lead = Date.parse(`${AS_OF}T09:00:00+09:00`) - Date.now();

  now() {
    return new Date(Date.now() + this.#lead);
  }
}

export async function sampleFiles() {
  const file = async (fileName) => ({
    fileName,
    bytes: await readFile(new URL(`../../samples/${SAMPLE}/${fileName}`, import.meta.url)),
  });
  return { offers: await file('offers.xlsx'), groups: await file('groups.csv'), entries: await file('entries.csv') };
}

/** A network that nothing was imported into yet, and the two people whom a round needs. */
export function newNetwork(name) {
  const id = deriveId('bench', name);
  const [desk, second] = PEOPLE.map((person) => personId(id, person.email));
  return { id, desk, second, asOpened: { id, name, settings: {}, people: PEOPLE } };
}
