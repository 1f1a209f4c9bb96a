import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { addDays, type CalendarDate, deriveId, sha256, systemClock, todayInJapan } from '@wakachi/kernel';
import type { ImportFile } from '@wakachi/platform';
import { projectRoot } from '../host/project-root.js';
import type { Options } from '../options.js';

/** One round to try: its files, its network, its days. */
export interface Trial {
  /** Derived from the files' contents: the same files are the same network. */
  readonly networkId: string;
  readonly networkName: string;
  readonly roundName: string;
  /** The domain of the trial's people, so that each network has its own sign-ins. */
  readonly mailDomain: string;
  readonly offers: ImportFile;
  readonly groups: ImportFile;
  readonly entries: ImportFile | null;
  readonly asOf: CalendarDate;
  readonly arrivalDate: CalendarDate;
}

const SAMPLE = { offers: 'offers.xlsx', groups: 'groups.csv', entries: 'entries.csv' };
/** The sample is dated, so that it prints the same figures on any day. */
const SAMPLE_AS_OF = '2026-11-24';
const DAYS_TO_ARRIVAL = 16;

/** A file that was named cannot be read. */
export class FileUnreadable extends Error {
  constructor(path: string, cause: NodeJS.ErrnoException) {
    super(
      `ファイル「${path}」を読めません（${cause.code}）。名前と場所を確認してください。 / Cannot read "${path}". Check its name and place.`,
      { cause },
    );
  }
}

/** Throws FileUnreadable. */
export async function openTrial({ files, asOf }: Options): Promise<Trial> {
  const folder = join(projectRoot, 'samples', 'round-2023');
  const paths = files ?? {
    offers: join(folder, SAMPLE.offers),
    groups: join(folder, SAMPLE.groups),
    entries: join(folder, SAMPLE.entries),
  };
  const offers = await open(paths.offers);
  const groups = await open(paths.groups);
  const entries = paths.entries === null ? null : await open(paths.entries);
  const networkId = deriveId(
    'trial',
    sha256(offers.bytes),
    sha256(groups.bytes),
    entries === null ? '' : sha256(entries.bytes),
    files === null ? 'sample' : 'own',
  );
  const start = asOf ?? (files === null ? SAMPLE_AS_OF : todayInJapan(systemClock));
  return {
    networkId,
    networkName: files === null ? '見本アライアンス' : `お試し ${offers.fileName}`,
    roundName: files === null ? '2026年冬の配分回（見本）' : 'お試しの配分回',
    mailDomain: files === null ? 'mihon.example' : `${networkId.slice(0, 8)}.example`,
    offers,
    groups,
    entries,
    asOf: start,
    arrivalDate: addDays(start, DAYS_TO_ARRIVAL),
  };
}

async function open(path: string): Promise<ImportFile> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new FileUnreadable(path, error);
  });
  return { bytes, fileName: basename(path) };
}
