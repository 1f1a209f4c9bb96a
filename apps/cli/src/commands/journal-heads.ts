import { currentHeads, headLine } from '@wakachi/journal';
import { systemClock } from '@wakachi/kernel';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import type { Command } from '../io.js';
import { withDatabase } from '../with-database.js';

const USAGE = {
  ja: '使い方: DATABASE_URL を指定して wakachi journal-heads（結果は別の場所に保管してください）',
  en: 'usage: wakachi journal-heads, with DATABASE_URL set (keep what it prints somewhere else)',
};

/** `wakachi journal-heads`: one line per network, to be added to a file that whoever writes to the database cannot reach. */
export const journalHeadsCommand: Command = async (args, io) => {
  if (args.length > 0) throw new Failure(EXIT.usage, USAGE);
  const heads = await withDatabase(USAGE, (db) => currentHeads(db.dataSource));
  for (const head of heads) await io.out(`${headLine(head, systemClock.now())}\n`);
  return EXIT.ok;
};
