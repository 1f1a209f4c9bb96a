import { chained, type Entry, fileOf, headerOf, NETWORK, seeded, someEntries } from '../../test/journal-file.js';
import type { StoredHead } from '../export/heads.js';
import { verifyJournal } from './verify-journal.js';

const ENTRIES = someEntries(60);
const last = (entries: readonly Entry[]) => entries.at(-1) as Entry;
const headAt = (seq: number): StoredHead => ({ network: NETWORK, seq, hash: (ENTRIES[seq - 1] as Entry).hash });

async function* pieces(content: string | Uint8Array, size: number) {
  const bytes = Buffer.from(content as string);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** In pieces that cut lines and characters, as a stream does. */
const verify = (content: string | Uint8Array, heads: StoredHead[] | null = null) => verifyJournal(pieces(content, 37), heads);
const english = async (content: string, heads: StoredHead[] | null = null) => (await verify(content, heads)).fault?.text.en ?? 'holds';

describe('an exported journal', () => {
  it('holds as it was written', async () => {
    await expect(verify(fileOf(ENTRIES))).resolves.toEqual({ network: NETWORK, entries: 60, head: last(ENTRIES).hash, fault: null });
    await expect(verify(fileOf(ENTRIES), [headAt(20), headAt(60)])).resolves.toMatchObject({ fault: null });
  });

  it('holds when it is empty, or longer than what was stored of it', async () => {
    await expect(english(`${headerOf(0)}\n`)).resolves.toBe('holds');
    await expect(english(fileOf(ENTRIES), [headAt(5)])).resolves.toBe('holds');
  });

  it('holds with an entry larger than any buffer that is there already', async () => {
    const large = chained([{ ...last(ENTRIES), seq: 1, body: JSON.stringify('大'.repeat(200_000)) }]);
    await expect(english(fileOf(large))).resolves.toBe('holds');
  });

  it.each<[string, () => string, string]>([
    ['nothing at all', () => '', 'line 1: it is not a header'],
    ['another file', () => '{"format":"wakachi.problem/1"}\n', 'line 1: it is not a header'],
    [
      "another network's header",
      () => `${headerOf(60, NETWORK.replace(/^./, '0'))}\n${fileOf(ENTRIES).split('\n').slice(1).join('\n')}`,
      'line 2 (entry 1): the hash differs',
    ],
    [
      'a genesis of its own',
      () => fileOf(ENTRIES).replace(/"genesis":"../, '"genesis":"00'),
      'line 1: the genesis hash is not that of network',
    ],
    [
      'a field that a reader could overlook',
      () => fileOf(ENTRIES).replace('"seq":7,', '"seq":7,"seq":7,'),
      'line 8 (entry 7): it cannot be read',
    ],
    ['a line that is empty', () => fileOf(ENTRIES).replace('\n{"seq":9,', '\n\n{"seq":9,'), 'line 10 (entry 9): it cannot be read'],
    [
      'a gap',
      () =>
        fileOf(
          ENTRIES.filter((entry) => entry.seq !== 30),
          60,
        ),
      'line 31: entry 30 is missing here, 31 stands',
    ],
    [
      'a duplicate',
      () => fileOf(ENTRIES.flatMap((entry) => (entry.seq === 30 ? [entry, entry] : [entry]))),
      'line 32: entry 31 is expected here, 30 stands here again',
    ],
    ['a tail that is cut off', () => fileOf(ENTRIES.slice(0, 59), 60), 'line 61: entry 60 and what follows is missing (the header says 60'],
    ['an entry that its header does not know', () => fileOf(ENTRIES, 59), 'line 61 (entry 60): there are more entries than the 59'],
  ])('does not hold with %s', async (_what, content, said) => {
    await expect(english(content())).resolves.toContain(said);
  });

  it('is held against stored heads: cut off, made anew, or of another network', async () => {
    await expect(english(fileOf(ENTRIES.slice(0, 50)), [headAt(20), headAt(55)])).resolves.toContain(
      'line 52: entry 51 and what follows is missing; the stored head is entry 55',
    );
    const anew = chained(ENTRIES.map((entry) => (entry.seq === 33 ? { ...entry, body: '{}' } : entry)));
    await expect(english(fileOf(anew))).resolves.toBe('holds');
    await expect(english(fileOf(anew), [headAt(60), headAt(20), headAt(40)])).resolves.toContain(
      'line 41 (entry 40): the hash is not that of the stored head; the chain was made anew from one of the entries 21 to 40',
    );
    await expect(english(fileOf(ENTRIES), [{ ...headAt(60), network: 'another' }])).resolves.toContain(
      'none of the stored heads is of network',
    );
  });
});

describe('a thousand mutations', () => {
  const file = Buffer.from(fileOf(ENTRIES));
  const lineStarts = [0, ...[...file.entries()].flatMap(([at, byte]) => (byte === 10 ? [at + 1] : []))];
  const random = seeded(20_261_124);
  const anyEntry = () => 1 + random(ENTRIES.length);

  /** The first entry that a flip of this byte makes wrong; the header is 0. */
  const entryAt = (at: number) => lineStarts.findLastIndex((start) => start <= at);

  const MUTATIONS: Record<string, () => { content: string | Uint8Array; heads?: StoredHead[]; first: (found: number) => boolean }> = {
    'a flipped bit': () => {
      const at = random(file.length - 1);
      const content = Buffer.from(file);
      content[at] = (content[at] as number) ^ (1 << random(8));
      return { content, first: (found) => found === entryAt(at) };
    },
    'a changed character': () => {
      const at = random(file.length - 1);
      const content = Buffer.from(file);
      do content[at] = 32 + random(95);
      while (content[at] === file[at]);
      return { content, first: (found) => found === entryAt(at) };
    },
    'a deleted entry': () => {
      const seq = anyEntry();
      return {
        content: fileOf(
          ENTRIES.filter((entry) => entry.seq !== seq),
          ENTRIES.length,
        ),
        first: (found) => found === seq,
      };
    },
    'two swapped entries': () => {
      const a = anyEntry();
      const b = ((a + random(ENTRIES.length - 1)) % ENTRIES.length) + 1;
      const swapped = [...ENTRIES];
      [swapped[a - 1], swapped[b - 1]] = [swapped[b - 1] as Entry, swapped[a - 1] as Entry];
      return { content: fileOf(swapped), first: (found) => found === Math.min(a, b) };
    },
    'a tail cut off, header and all': () => {
      const left = random(ENTRIES.length);
      return { content: fileOf(ENTRIES.slice(0, left)), heads: [headAt(60)], first: (found) => found === left + 1 };
    },
    'a chain made anew from some entry on': () => {
      const from = anyEntry();
      const stored = [10, 20, 30, 40, 50, 60];
      const anew = chained(ENTRIES.map((entry) => (entry.seq === from ? { ...entry, body: `${entry.body} ` } : entry)));
      return { content: fileOf(anew), heads: stored.map(headAt), first: (found) => found === stored.find((seq) => seq >= from) };
    },
  };
  const kinds = Object.keys(MUTATIONS);

  it('are all found, at the first entry that is wrong', async () => {
    const missed: string[] = [];
    for (let i = 0; i < 1_000; i++) {
      const kind = kinds[i % kinds.length] as string;
      const { content, heads, first } = (MUTATIONS[kind] as (typeof MUTATIONS)[string])();
      const { fault } = await verifyJournal(pieces(content, 4_096), heads ?? null);
      if (!fault || !first(fault.seq)) missed.push(`${i}: ${kind}, found ${fault?.seq}: ${fault?.text.en}`);
    }
    expect(missed).toEqual([]);
  });
});
