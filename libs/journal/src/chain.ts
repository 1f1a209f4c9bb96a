import { hash } from 'node:crypto';

const HASH_BYTES = 32;
const LENGTH_BYTES = 4;

/**
 * The hashes of one network's chain. An entry's bytes: the previous hash, then network, sequence, entry id, kind, time and body,
 * each as UTF-8 behind its length (4 bytes, big-endian), so that no two different entries have the same bytes.
 */
export class Chain {
  /** What the first entry builds upon: the hash of the network's id. */
  readonly genesis: string;
  /** One buffer for all entries: a million of them make no garbage. */
  private bytes = Buffer.allocUnsafe(1 << 16);

  constructor(private readonly networkId: string) {
    this.genesis = hash('sha256', this.bytes.subarray(0, this.write(networkId, 0)));
  }

  /** Lower-case hexadecimal SHA-256 of the entry that follows `previous`. */
  next(previous: string, seq: string, entryId: string, kind: string, recordedAt: string, body: string): string {
    // No UTF-16 unit takes more than three bytes.
    const most =
      HASH_BYTES +
      6 * LENGTH_BYTES +
      3 * (this.networkId.length + seq.length + entryId.length + kind.length + recordedAt.length + body.length);
    if (this.bytes.length < most) this.bytes = Buffer.allocUnsafe(2 * most);
    this.bytes.write(previous, 0, 'hex');
    let end = this.write(this.networkId, HASH_BYTES);
    end = this.write(seq, end);
    end = this.write(entryId, end);
    end = this.write(kind, end);
    end = this.write(recordedAt, end);
    end = this.write(body, end);
    return hash('sha256', this.bytes.subarray(0, end));
  }

  private write(text: string, at: number): number {
    const length = this.bytes.write(text, at + LENGTH_BYTES);
    this.bytes.writeInt32BE(length, at);
    return at + LENGTH_BYTES + length;
  }
}
