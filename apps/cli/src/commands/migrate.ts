import { migrateAll } from '@wakachi/platform';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import type { Command } from '../io.js';
import { oneLine } from '../one-line.js';

const USAGE = {
  ja: '使い方: DATABASE_OWNER_URL（所有者）と DATABASE_URL（一般の利用者）を指定して wakachi migrate',
  en: 'usage: wakachi migrate, with DATABASE_OWNER_URL (the owner) and DATABASE_URL (an ordinary user) set',
};
const DONE = { ja: 'データベースを最新にしました', en: 'the database is up to date' };

/** `wakachi migrate`: as the owner; the user of DATABASE_URL is let in. */
export const migrateCommand: Command = async (args, io) => {
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: url } = process.env;
  if (!ownerUrl || !url || args.length > 0) throw new Failure(EXIT.usage, USAGE);
  await migrateAll(ownerUrl, decodeURIComponent(new URL(url).username));
  await io.err(oneLine('migrate', DONE));
  return EXIT.ok;
};
