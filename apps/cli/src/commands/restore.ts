import { resolve } from 'node:path';
import type { Bilingual } from '@wakachi/kernel';
import { restoreEmbedded } from '../backup/embedded.js';
import { type Manifest, readManifest } from '../backup/manifest.js';
import { messages } from '../backup/messages.js';
import { restoreServer } from '../backup/server.js';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import type { Command } from '../io.js';
import { oneLine } from '../one-line.js';

const USAGE = {
  ja: '使い方: wakachi restore バックアップのフォルダー（サーバーは空のデータベースを DATABASE_OWNER_URL で、内蔵は空の WAKACHI_HOME へ）',
  en: 'usage: wakachi restore FOLDER (a server: into the empty database of DATABASE_OWNER_URL; embedded: into an empty WAKACHI_HOME)',
};

/** `wakachi restore FOLDER`: checks the files, restores, then checks the copy; the last line on stdout is the verdict. */
export const restoreCommand: Command = async (args, io) => {
  const [name] = args;
  if (name === undefined || args.length !== 1 || name.startsWith('-')) throw new Failure(EXIT.usage, USAGE);
  const folder = resolve(name);
  const began = Date.now();
  const manifest = await readManifest(folder);
  const faults = await restore(folder, manifest);
  const { takenAt, networks } = manifest;
  const entries = networks.reduce((sum, network) => sum + network.entries, 0);
  for (const fault of faults) await io.err(oneLine(folder, fault));
  if (faults.length === 0) await io.err(oneLine(folder, messages('restore-holds', { networks: networks.length, entries })));
  const verdict = faults.length === 0 ? 'holds' : 'does-not-hold';
  const seconds = (Date.now() - began) / 1_000;
  await io.out(`${JSON.stringify({ verdict, takenAt, networks: networks.length, entries, faults: faults.length, seconds })}\n`);
  return faults.length === 0 ? EXIT.ok : EXIT.doesNotHold;
};

function restore(folder: string, manifest: Manifest): Promise<Bilingual[]> {
  const url = process.env['DATABASE_OWNER_URL'];
  if (manifest.kind === 'dump' && !url) throw new Failure(EXIT.usage, messages('needs-server'), folder);
  if (manifest.kind === 'cold-copy' && url) throw new Failure(EXIT.usage, messages('needs-home'), folder);
  return url ? restoreServer(url, folder, manifest) : restoreEmbedded(folder, manifest);
}
