import { readHead, type StoredHead, verifyJournal } from '@wakachi/journal';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import type { Command, Io } from '../io.js';
import { oneLine } from '../one-line.js';
import { readArguments } from '../read-arguments.js';
import { readDocument } from '../read-document.js';

const USAGE = {
  ja: '使い方: wakachi verify-journal ファイル [--heads 保管した先頭のファイル]（- は標準入力）',
  en: 'usage: wakachi verify-journal FILE [--heads FILE-OF-STORED-HEADS] (- is standard input)',
};
const HOLDS = { ja: '正しい', en: 'holds' };
const NO_FILE = { ja: 'ファイルを開けません', en: 'cannot be opened' };
const NO_HEAD = { ja: '保管した先頭として読めません', en: 'cannot be read as a stored head' };

/** `wakachi verify-journal FILE [--heads FILE]`: needs no database; exit 1 names the first entry that does not hold. */
export const verifyJournalCommand: Command = async (args, io) => {
  const { positionals, options } = readArguments(args, ['heads'], USAGE);
  const [path] = positionals;
  if (path === undefined || positionals.length > 1 || (path === '-' && options.heads === '-')) throw new Failure(EXIT.usage, USAGE);
  const heads = options.heads === undefined ? null : await readHeads(io, options.heads);
  const chunks = await io.readStream(path).catch(() => {
    throw new Failure(EXIT.noInput, NO_FILE, path);
  });
  const verdict = await verifyJournal(chunks, heads);
  if (verdict.fault) {
    await io.out(oneLine(path, verdict.fault.text));
    return EXIT.doesNotHold;
  }
  const { network, entries, head } = verdict;
  await io.out(`network ${network}\nentries ${entries}\nhead    ${head}\n${oneLine('', HOLDS)}`);
  return EXIT.ok;
};

async function readHeads(io: Io, path: string): Promise<StoredHead[]> {
  const lines = (await readDocument(io, path)).split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const head = readHead(line);
    if (!head) throw new Failure(EXIT.malformed, NO_HEAD, `${path}: ${index + 1}`);
    return [head];
  });
}
