import { ensureRunTimeUser } from '@wakachi/database';
import { migrateAll } from '@wakachi/platform';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import type { Command } from '../io.js';
import { oneLine } from '../one-line.js';

const USAGE = {
  ja: '使い方: DATABASE_OWNER_URL（所有者）と DATABASE_URL（一般の利用者）を指定して wakachi migrate [--create-user]（一般の利用者がなければ作る）',
  en: 'usage: wakachi migrate [--create-user] (makes the ordinary user), with DATABASE_OWNER_URL (the owner) and DATABASE_URL (an ordinary user) set',
};
const DONE = { ja: 'データベースを最新にしました', en: 'the database is up to date' };

/** `wakachi migrate [--create-user]`: as the owner; the user of DATABASE_URL is let in, and made with its password when asked for. */
export const migrateCommand: Command = async (args, io) => {
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: url } = process.env;
  const createsUser = args[0] === '--create-user';
  if (!ownerUrl || !url || args.length > (createsUser ? 1 : 0)) throw new Failure(EXIT.usage, USAGE);
  const { username, password } = new URL(url);
  const user = decodeURIComponent(username);
  if (createsUser) await ensureRunTimeUser(ownerUrl, user, decodeURIComponent(password));
  await migrateAll(ownerUrl, user);
  await io.err(oneLine('migrate', DONE));
  return EXIT.ok;
};
