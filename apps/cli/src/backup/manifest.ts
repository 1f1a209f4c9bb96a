import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import { messages } from './messages.js';

const FORMAT = 'wakachi.backup/1';
const NAME = 'manifest.json';
const ISOLATION = 'isolation.txt';

export interface NetworkHead {
  readonly id: string;
  readonly entries: number;
  readonly head: string;
}

/** What the database held at the moment of the backup, in numbers and hashes: nobody's name. */
export interface Survey {
  readonly takenAt: string;
  readonly server: string;
  readonly migration: string;
  readonly networks: readonly NetworkHead[];
  /** Rows by table, so that a copy without them is noticed. */
  readonly rows: Readonly<Record<string, number>>;
  /** Roles without a sign-in that the schema refers to; a dump of one database does not contain them. */
  readonly roles: readonly string[];
  /** SECURITY DEFINER functions that must belong to one of these roles, or they would see every network. */
  readonly functionOwners: Readonly<Record<string, string>>;
}

interface BackupFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Manifest extends Survey {
  readonly format: typeof FORMAT;
  /** `dump`: pg_dump's custom format. `cold-copy`: the embedded server's folder. */
  readonly kind: 'dump' | 'cold-copy';
  readonly platform: string;
  /** pg_dump's major version; null for a cold copy. */
  readonly tools: number | null;
  readonly files: readonly BackupFile[];
  readonly folders: readonly string[];
}

/** Hashes what lies in the folder and writes the manifest last. Returns the manifest's own hash, to be kept elsewhere. */
export async function writeManifest(folder: string, content: Omit<Manifest, 'format' | 'files' | 'folders'>): Promise<string> {
  const { files, folders } = await contentsOf(folder);
  const manifest: Manifest = { format: FORMAT, ...content, files, folders };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(join(folder, NAME), text, { mode: 0o600 });
  return createHash('sha256').update(text).digest('hex');
}

/** Throws a Failure unless every file is there, unchanged, and no other is. */
export async function readManifest(folder: string): Promise<Manifest> {
  const manifest = await parsed(folder);
  const found = new Map((await contentsOf(folder)).files.map((file) => [file.path, file]));
  found.delete(NAME);
  for (const { path, sha256 } of manifest.files) {
    const file = found.get(path);
    if (file === undefined) throw new Failure(EXIT.malformed, messages('file-missing'), join(folder, path));
    if (file.sha256 !== sha256) throw new Failure(EXIT.malformed, messages('file-changed'), join(folder, path));
    found.delete(path);
  }
  const [stranger] = found.keys();
  if (stranger !== undefined) throw new Failure(EXIT.malformed, messages('file-unknown'), join(folder, stranger));
  return manifest;
}

/** Grants, policies and owners, one fact on a line. */
export async function writeIsolation(folder: string, facts: readonly string[]): Promise<void> {
  await writeFile(join(folder, ISOLATION), facts.join('\n'), { mode: 0o600 });
}

export async function readIsolation(folder: string): Promise<string[]> {
  return (await readFile(join(folder, ISOLATION), 'utf8')).split('\n');
}

async function parsed(folder: string): Promise<Manifest> {
  const path = join(folder, NAME);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Failure(EXIT.noInput, messages('no-manifest'), path);
  });
  try {
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.format === FORMAT) return manifest;
  } catch {
    // Said below: whatever it is, it is none of ours.
  }
  throw new Failure(EXIT.malformed, messages('not-a-manifest', { format: FORMAT }), path);
}

async function contentsOf(folder: string): Promise<{ files: BackupFile[]; folders: string[] }> {
  const [files, folders]: [BackupFile[], string[]] = [[], []];
  for (const path of (await readdir(folder, { recursive: true })).sort()) {
    const entry = await lstat(join(folder, path));
    if (entry.isDirectory()) folders.push(path);
    else files.push({ path, bytes: entry.size, sha256: await hashOf(join(folder, path)) });
  }
  return { files, folders };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
