import { access, mkdir, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { copyEmbedded, platformName } from '../backup/embedded.js';
import { type Survey, writeManifest } from '../backup/manifest.js';
import { messages } from '../backup/messages.js';
import { dumpServer } from '../backup/server.js';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import type { Command } from '../io.js';
import { oneLine } from '../one-line.js';

const USAGE = {
  ja: '使い方: wakachi backup 新しいフォルダー（サーバーは DATABASE_BACKUP_URL または DATABASE_OWNER_URL、なければ内蔵データベース）',
  en: 'usage: wakachi backup NEW-FOLDER (a server by DATABASE_BACKUP_URL or DATABASE_OWNER_URL, else the embedded database)',
};

/** `wakachi backup FOLDER`: the last line on stdout is one JSON object. The folder appears when it is whole, or not at all. */
export const backupCommand: Command = async (args, io) => {
  const [name] = args;
  if (name === undefined || args.length !== 1 || name.startsWith('-')) throw new Failure(EXIT.usage, USAGE);
  const target = resolve(name);
  const unfinished = `${target}.unfinished`;
  const began = Date.now();
  await makeFolder(target, unfinished);
  try {
    const { found, manifestSha256 } = await fill(unfinished);
    await rename(unfinished, target);
    const entries = found.networks.reduce((sum, network) => sum + network.entries, 0);
    const { takenAt, networks } = found;
    const seconds = (Date.now() - began) / 1_000;
    await io.err(oneLine(target, messages('backed-up', { networks: networks.length, entries })));
    await io.out(`${JSON.stringify({ folder: target, takenAt, networks: networks.length, entries, manifestSha256, seconds })}\n`);
    return EXIT.ok;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
};

async function fill(folder: string): Promise<{ found: Survey; manifestSha256: string }> {
  const url = process.env['DATABASE_BACKUP_URL'] || process.env['DATABASE_OWNER_URL'];
  const platform = platformName();
  if (url) {
    const { tools, ...found } = await dumpServer(url, folder);
    return { found, manifestSha256: await writeManifest(folder, { ...found, kind: 'dump', platform, tools }) };
  }
  const found = await copyEmbedded(folder);
  return { found, manifestSha256: await writeManifest(folder, { ...found, kind: 'cold-copy', platform, tools: null }) };
}

/** It will hold personal data: for its owner alone. */
async function makeFolder(target: string, unfinished: string): Promise<void> {
  const exists = await access(target).then(
    () => true,
    () => false,
  );
  if (exists) throw new Failure(EXIT.cannotWrite, messages('target-exists'), target);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 }).catch(() => {
    throw new Failure(EXIT.cannotWrite, messages('cannot-write'), target);
  });
}
