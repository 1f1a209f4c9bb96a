import { EXIT } from './exit.js';
import { Failure } from './failure.js';
import type { Io } from './io.js';

/** The text of a file; `-` is standard input. A byte order mark is dropped; bytes that are not UTF-8 are malformed. */
export async function readDocument(io: Io, path: string): Promise<string> {
  const bytes = path === '-' ? await io.readStandardInput() : await readFile(io, path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure(EXIT.malformed, { ja: 'UTF-8 として読めません', en: 'is not UTF-8' }, `${path}: #`);
  }
}

async function readFile(io: Io, path: string): Promise<Uint8Array> {
  try {
    return await io.readFile(path);
  } catch {
    throw new Failure(EXIT.noInput, { ja: 'ファイルを開けません', en: 'cannot be opened' }, path);
  }
}
