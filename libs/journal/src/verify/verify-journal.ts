import { StringDecoder } from 'node:string_decoder';
import type { StoredHead } from '../export/heads.js';
import { JournalVerifier, type Verdict } from './journal-verifier.js';

/**
 * Reads an exported journal once, from front to back, in the memory of one chunk, without a database.
 *
 * @param heads stored heads of any networks; with null the chain is held against itself alone
 */
export async function verifyJournal(chunks: AsyncIterable<Uint8Array>, heads: readonly StoredHead[] | null): Promise<Verdict> {
  const verifier = new JournalVerifier(heads);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.write(chunk as Buffer)).split('\n');
    rest = lines.pop() as string;
    for (const line of lines) if (!verifier.take(line)) return verifier.end();
  }
  rest += decoder.end();
  if (rest !== '') verifier.take(rest);
  return verifier.end();
}
