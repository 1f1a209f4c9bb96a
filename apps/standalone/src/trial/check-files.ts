import { readOfferSheet } from '@wakachi/donations';
import { readGroupRegister } from '@wakachi/groups';
import type { RowIssue } from '@wakachi/kernel';
import { ImportRefused } from '@wakachi/platform';
import { readEntryAnswers, unknownGroups } from '@wakachi/rounds';
import type { Trial } from './trial-files.js';

/**
 * Reads all files of a trial before the first of them is taken in, so that a mistake in the last one leaves nothing behind.
 * Returns what a person should look at all the same. Throws ImportRefused with the places to mend in every file.
 */
export async function checkFiles({ offers, groups, entries, asOf }: Trial): Promise<RowIssue[]> {
  const sheet = await readOfferSheet(offers.bytes, offers.fileName, { asOf });
  const register = await readGroupRegister(groups.bytes, groups.fileName, { asOf });
  const answers = entries && (await readEntryAnswers(entries.bytes, entries.fileName, { asOf }));
  const codes = register.ok ? new Set(register.rows.map((group) => group.code)) : null;
  const strangers = entries && answers?.ok && codes ? unknownGroups(answers.rows, codes, entries.fileName) : [];
  const readings = [sheet, register, ...(answers ? [answers] : [])];
  const broken = readings.flatMap((reading) => (reading.ok ? [] : reading.issues));
  if (broken.length + strangers.length > 0) {
    const files = [...new Set([...broken, ...strangers].map((issue) => issue.file))];
    throw new ImportRefused(files.join('、'), [...broken, ...strangers]);
  }
  return readings.flatMap((reading) => (reading.ok ? reading.warnings : []));
}
