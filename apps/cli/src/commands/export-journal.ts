import { exportJournal } from '@wakachi/journal';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import type { Command } from '../io.js';
import { oneLine } from '../one-line.js';
import { readArguments } from '../read-arguments.js';
import { withDatabase } from '../with-database.js';

const USAGE = {
  ja: '使い方: DATABASE_URL を指定して wakachi export-journal --network 運営ネットワークの番号か名前 [--out ファイル]',
  en: 'usage: wakachi export-journal --network ID-OR-NAME [--out FILE], with DATABASE_URL set',
};

/** `wakachi export-journal --network N [--out FILE]`: the network's journal as `wakachi.journal/1`. */
export const exportJournalCommand: Command = async (args, io) => {
  const { positionals, options } = readArguments(args, ['network', 'out'], USAGE);
  const { network, out } = options;
  if (network === undefined || positionals.length > 0) throw new Failure(EXIT.usage, USAGE);
  await withDatabase(USAGE, async (db) => {
    const rows = await db.dataSource.query<{ id: string }[]>('SELECT id FROM networks_named($1) AS id', [network]);
    const [found] = rows;
    if (!found) throw new Failure(EXIT.noInput, { ja: 'この運営ネットワークはありません', en: 'there is no such network' }, network);
    if (rows.length > 1) {
      const ids = rows.map((row) => row.id).join(', ');
      const text = { ja: `同じ名前が複数あります。番号で指定してください: ${ids}`, en: `several have this name; give the id: ${ids}` };
      throw new Failure(EXIT.usage, text, network);
    }
    await io.writeStream(out ?? '-', exportJournal(db, found.id)).catch((error: NodeJS.ErrnoException) => {
      const isOfTheFile = error.syscall === 'open' || error.syscall === 'write';
      throw isOfTheFile ? new Failure(EXIT.cannotWrite, { ja: 'ファイルに書き込めません', en: 'cannot be written' }, out) : error;
    });
    if (out !== undefined) await io.err(oneLine(out, { ja: '監査記録を書き出しました', en: 'the journal is written' }));
  });
  return EXIT.ok;
};
