import {
  choice,
  complete,
  openTable,
  orBlank,
  type Reading,
  reading,
  readingOf,
  readSheet,
  requiredText,
  text,
  timestamp,
  wholeNumber,
} from '@wakachi/exchange';
import type { CalendarDate } from '@wakachi/kernel';
import { TARGETS } from '@wakachi/matching';
import type { DeclaredPersons } from '../round-entry.entity.js';
import { ENTRY_COLUMNS, type EntryColumn, type EntryRow } from './columns.js';
import type { EntryAnswer } from './entry-answer.js';
import { expectation, message } from './messages.js';
import { unavailableDates } from './unavailable-dates.js';

const ANSWERS = choice<'joining' | 'declining'>({
  参加: 'joining',
  参加する: 'joining',
  辞退: 'declining',
  不参加: 'declining',
  辞退する: 'declining',
});
const count = (min: number) => orBlank(wholeNumber({ min }));

/** Reads the answers to a call as the form hands them out. Whole or not at all; a group's later answer holds. */
export function readEntryAnswers(bytes: Uint8Array, fileName: string, { asOf }: { asOf: CalendarDate }): Promise<Reading<EntryAnswer>> {
  return readingOf(async () => {
    const table = openTable<EntryColumn>(await readSheet(bytes, fileName), ENTRY_COLUMNS);
    const answers = table.rows.flatMap((row) => readAnswer(row, asOf) ?? []);
    return reading(withoutSuperseded(answers, table.rows), table.issues);
  });
}

function readAnswer(row: EntryRow, asOf: CalendarDate): EntryAnswer | null {
  const answer = row.read('answer', orBlank(ANSWERS));
  const households = row.read('households', count(1));
  if (answer === 'joining' && households === null) {
    const code = 'households-blank';
    row.note('households', { code, message: message(code), expected: expectation('households') }, 'warning');
  }
  return complete<EntryAnswer>({
    rowNumber: row.rowNumber,
    answeredAt: row.read('answeredAt', timestamp),
    groupCode: row.read('groupCode', requiredText(50))?.normalize('NFKC').toUpperCase(),
    groupName: row.read('groupName', text(200)),
    answer,
    households,
    persons: readPersons(row),
    capacityCases: readCapacity(row),
    unavailableDates: row.read('unavailable', unavailableDates(asOf)),
    wishes: row.read('wishes', text(2000)),
  });
}

function readCapacity(row: EntryRow): EntryAnswer['capacityCases'] | undefined {
  const ambient = row.read('ambientCases', count(0));
  const chilled = row.read('chilledCases', count(0));
  const frozen = row.read('frozenCases', count(0));
  return ambient === undefined || chilled === undefined || frozen === undefined ? undefined : { ambient, chilled, frozen };
}

/** Undefined where a number cannot be read. */
function readPersons(row: EntryRow): DeclaredPersons | undefined {
  const said = TARGETS.map((target) => [target, row.read(target, count(0))] as const);
  if (said.some(([, persons]) => persons === undefined)) return undefined;
  return Object.fromEntries(said.filter(([, persons]) => persons !== null));
}

/** By the time of the answer, not by the order of the rows; the lower row when both came in the same second. */
function withoutSuperseded(answers: readonly EntryAnswer[], rows: readonly EntryRow[]): EntryAnswer[] {
  const kept = new Map<string, EntryAnswer>();
  for (const answer of answers) {
    const earlier = kept.get(answer.groupCode);
    const holds = earlier === undefined || answer.answeredAt >= earlier.answeredAt ? answer : earlier;
    kept.set(answer.groupCode, holds);
    if (earlier === undefined) continue;
    const superseded = holds === answer ? earlier : answer;
    const params = { code: answer.groupCode, superseded: superseded.rowNumber, kept: holds.rowNumber };
    const issue = { code: 'answered-twice', message: message('answered-twice', params), expected: expectation('one-answer') };
    rows.find((row) => row.rowNumber === superseded.rowNumber)?.note('groupCode', issue, 'warning');
  }
  return [...kept.values()].sort((a, b) => a.rowNumber - b.rowNumber);
}
