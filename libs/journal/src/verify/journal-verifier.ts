import type { Bilingual } from '@wakachi/kernel';
import { Chain } from '../chain.js';
import { type Header, readEntry, readHeader } from '../export/format.js';
import type { StoredHead } from '../export/heads.js';
import { messages } from '../messages.js';

/** The first thing that is wrong. */
export interface JournalFault {
  /** The first entry that does not hold; 0 is the header. */
  readonly seq: number;
  readonly line: number;
  readonly text: Bilingual;
}

export interface Verdict {
  readonly network: string;
  /** Entries that hold. */
  readonly entries: number;
  /** The hash of the last one that holds. */
  readonly head: string;
  readonly fault: JournalFault | null;
}

type FaultKind = Exclude<Parameters<typeof messages>[0], 'entry-conflict'>;

/** Takes an exported journal line by line and remembers nothing but where it is. */
export class JournalVerifier {
  private readonly storedHeads: StoredHead[];
  private header: Header = { network: '', genesis: '', exportedAtSeq: 0 };
  private chain = new Chain('');
  private lines = 0;
  private entries = 0;
  private head = '';
  /** The last stored head that the file agrees with. */
  private agreed = 0;
  private fault: JournalFault | null = null;

  constructor(private readonly heads: readonly StoredHead[] | null) {
    this.storedHeads = [];
  }

  /** False: something is wrong, and the rest need not be read. */
  take(line: string): boolean {
    this.lines += 1;
    if (this.lines === 1) this.takeHeader(line);
    else this.takeEntry(line);
    return this.fault === null;
  }

  /** After the last line. */
  end(): Verdict {
    this.fault ??= this.lines === 0 ? this.wrong('no-header', 0) : this.whatIsMissing();
    return { network: this.header.network, entries: this.entries, head: this.head, fault: this.fault };
  }

  private takeHeader(line: string): void {
    const header = readHeader(line);
    if (!header) {
      this.fault = this.wrong('no-header', 0);
      return;
    }
    this.header = header;
    this.chain = new Chain(header.network);
    this.head = this.chain.genesis;
    const { network } = header;
    this.storedHeads.push(...(this.heads ?? []).filter((head) => head.network === network).sort((a, b) => a.seq - b.seq));
    if (header.genesis !== this.chain.genesis) this.fault = this.wrong('wrong-genesis', 0, { network });
    else if (this.heads !== null && this.storedHeads.length === 0) this.fault = this.wrong('other-network', 0, { network });
    else this.compareWithStored();
  }

  private takeEntry(line: string): void {
    const seq = this.entries + 1;
    const entry = readEntry(line);
    if (!entry) this.fault = this.wrong('malformed', seq);
    else if (entry.seq !== String(seq)) this.fault = this.wrong(Number(entry.seq) > seq ? 'missing' : 'again', seq, { found: entry.seq });
    else if (this.chain.next(this.head, entry.seq, entry.entryId, entry.kind, entry.recordedAt, entry.body) !== entry.hash)
      this.fault = this.wrong('hash-differs', seq);
    else if (seq > this.header.exportedAtSeq) this.fault = this.wrong('more-than-said', seq, { expected: this.header.exportedAtSeq });
    else {
      this.entries = seq;
      this.head = entry.hash;
      this.compareWithStored();
    }
  }

  /** A chain that was made anew holds in itself; a head that was kept elsewhere gives it away. */
  private compareWithStored(): void {
    for (let next = this.storedHeads[0]; next?.seq === this.entries; next = this.storedHeads[0]) {
      if (next.hash !== this.head) {
        this.fault = this.wrong('rewritten', this.entries, { from: Math.min(this.agreed + 1, this.entries) });
        return;
      }
      this.agreed = this.entries;
      this.storedHeads.shift();
    }
  }

  private whatIsMissing(): JournalFault | null {
    const { exportedAtSeq } = this.header;
    if (this.entries < exportedAtSeq) return this.wrong('ends-early', this.entries + 1, { expected: exportedAtSeq }, this.lines + 1);
    const stored = this.storedHeads.at(-1);
    return stored ? this.wrong('truncated', this.entries + 1, { stored: stored.seq }, this.lines + 1) : null;
  }

  private wrong(kind: FaultKind, seq: number, more: Record<string, string | number> = {}, line = Math.max(this.lines, 1)): JournalFault {
    return { seq, line, text: messages(kind, { seq, line, ...more }) };
  }
}
