import { createHash } from 'node:crypto';
import { deriveId } from '@wakachi/kernel';

export interface Entry {
  seq: number;
  entry: string;
  kind: string;
  recordedAt: string;
  body: string;
  hash: string;
}

export const NETWORK = deriveId('network', 'journal-file');
const KINDS = ['round-opened', 'pledge', 'reserve', 'hub-intake', 'proposal-approved'];

/** The chain written down a second time, straight from docs/contracts/journal.md. */
export function chained(entries: readonly Omit<Entry, 'hash'>[], network = NETWORK): Entry[] {
  let previous = sha256(part(network));
  return entries.map((entry) => {
    const parts = [network, String(entry.seq), entry.entry, entry.kind, entry.recordedAt, entry.body];
    previous = sha256(Buffer.concat([previous, ...parts.map(part)]));
    return { ...entry, hash: previous.toString('hex') };
  });
}

export function someEntries(count: number): Entry[] {
  return chained(
    Array.from({ length: count }, (_, i) => ({
      seq: i + 1,
      entry: deriveId('entry', i),
      kind: KINDS[i % KINDS.length] as string,
      recordedAt: `2026-11-24T00:00:${String(i % 60).padStart(2, '0')}.000001Z`,
      body: JSON.stringify({ by: deriveId('person', i % 3), reason: i % 4 === 0 ? `受領 "${i}"\n髙﨑①` : null, units: i * 7 }),
    })),
  );
}

export function headerOf(entries: number, network = NETWORK): string {
  return JSON.stringify({ format: 'wakachi.journal/1', network, genesis: sha256(part(network)).toString('hex'), exportedAtSeq: entries });
}

export function fileOf(entries: readonly Entry[], said = entries.length, network = NETWORK): string {
  const lines = entries.map(({ seq, entry, kind, recordedAt, body, hash }) => JSON.stringify({ seq, entry, kind, recordedAt, body, hash }));
  return `${[headerOf(said, network), ...lines].join('\n')}\n`;
}

/** The same numbers on every machine (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function part(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
