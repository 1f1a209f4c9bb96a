import { readFile } from 'node:fs/promises';
import type { EntryAnswer } from './entry-answer.js';
import { readEntryAnswers } from './read-entry-answers.js';

const SAMPLE = new URL('../../../../samples/round-2023/', import.meta.url);
const AS_OF = '2026-11-24';
const HEADER =
  'タイムスタンプ,団体コード,団体名,参加・辞退,今回の世帯数,受入可能箱数（常温）,受入可能箱数（冷蔵）,受入可能箱数（冷凍）,受取不可日,ご要望';

const read = (...rows: string[]) => readEntryAnswers(Buffer.from([HEADER, ...rows].join('\r\n')), 'entries.csv', { asOf: AS_OF });

async function answer(row: string): Promise<EntryAnswer> {
  const reading = await read(row);
  if (!reading.ok) throw new Error(reading.issues.map((issue) => issue.message.en).join('; '));
  return reading.rows[0] as EntryAnswer;
}

const withDays = (days: string) => `2026/11/11 18:16:00,G004,みらいの家,参加,68,37,25,17,${days},`;

describe('the sample of autumn 2023', () => {
  it('reads to the figures of that round', async () => {
    const { entries } = JSON.parse(await readFile(new URL('totals.json', SAMPLE), 'utf8'));
    const reading = await readEntryAnswers(await readFile(new URL('entries.csv', SAMPLE)), 'entries.csv', { asOf: AS_OF });
    if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
    const count = (wanted: EntryAnswer['answer']) => reading.rows.filter((row) => row.answer === wanted).length;
    expect(reading.warnings).toEqual([]);
    expect([reading.rows.length, count('joining'), count('declining'), count(null)]).toEqual([
      entries.rows,
      entries.joining,
      entries.declining,
      2,
    ]);
  });
});

describe('an answer to the call', () => {
  it('is read whole', async () => {
    expect(await answer('2026/11/17 8:46:00,ｇ００４,みらいの家,参加,６８,37,,0,12/10,油は不要です')).toEqual({
      rowNumber: 2,
      answeredAt: '2026-11-17T08:46:00+09:00',
      groupCode: 'G004',
      groupName: 'みらいの家',
      answer: 'joining',
      households: 68,
      persons: {},
      capacityCases: { ambient: 37, chilled: null, frozen: 0 },
      unavailableDates: ['2026-12-10'],
      wishes: '油は不要です',
    });
  });

  it('says how many people there are for whom some goods are meant, where the form asked', async () => {
    const header = `${HEADER},乳児（0歳）,65歳以上`;
    const row = '2026/11/17 8:46:00,G004,みらいの家,参加,68,37,,0,,,１２,';
    const reading = await readEntryAnswers(Buffer.from([header, row].join('\r\n')), 'entries.csv', { asOf: AS_OF });
    expect(reading.ok && reading.rows[0]?.persons).toEqual({ infants: 12 });
  });

  it('that is blank is silence, not a decline', async () => {
    expect((await answer('2026/11/20 13:19:00,G028,にじいろネット,,,,,,,')).answer).toBeNull();
  });

  it('that joins without households is kept, with a warning', async () => {
    const reading = await read('2026/11/20 13:19:00,G028,にじいろネット,参加,,1,,,,');
    expect(reading.ok && reading.rows[0]?.households).toBeNull();
    expect(reading.ok && reading.warnings).toMatchObject([{ code: 'households-blank', row: 2, column: '今回の世帯数' }]);
  });

  it.each([
    ['12/10', ['2026-12-10']],
    ['"12/16、12/10"', ['2026-12-10', '2026-12-16']],
    ['"12/10,12/10"', ['2026-12-10']],
    ['１２/１０', ['2026-12-10']],
    ['12月10日（木）', ['2026-12-10']],
    ['2026/12/10', ['2026-12-10']],
    ['11/24', ['2026-11-24']],
    ['11/23', ['2027-11-23']],
    ['1/5', ['2027-01-05']],
    ['なし', []],
    ['', []],
  ])('that cannot receive on %s means %j', async (days, dates) => {
    expect((await answer(withDays(days))).unavailableDates).toEqual(dates);
  });

  it.each(['年末', '12/10〜12/12', '2/30', '13/1'])('that cannot receive on %s is refused', async (days) => {
    const reading = await read(withDays(days));
    expect(!reading.ok && reading.issues).toMatchObject([{ code: 'not-an-unavailable-day', row: 2, column: '受取不可日' }]);
  });

  it('that says neither yes nor no is refused', async () => {
    const reading = await read('2026/11/20 13:19:00,G028,にじいろネット,検討中,,,,,,');
    expect(!reading.ok && reading.issues.map((issue) => issue.code)).toEqual(['not-a-choice']);
  });
});

describe('two answers of one group', () => {
  const joining = (at: string, code: string, households: number) => `${at},${code},家,参加,${households},1,,,,`;

  it.each([
    ['the later row', joining('2026/11/11 9:00:00', 'G001', 10), joining('2026/11/12 9:00:00', 'Ｇ００１', 20), 3, 2],
    ['the earlier row', joining('2026/11/12 9:00:00', 'G001', 20), joining('2026/11/11 9:00:00', 'G001', 10), 2, 3],
  ])('the later one holds, here %s, with a warning that names both', async (_name, first, second, kept, superseded) => {
    const reading = await read(first, second);
    expect(reading.ok && reading.rows.map((row) => [row.rowNumber, row.households])).toEqual([[kept, 20]]);
    expect(reading.ok && reading.warnings).toMatchObject([{ code: 'answered-twice', row: superseded }]);
    expect(reading.ok && reading.warnings[0]?.message.en).toContain(`the later answer (row ${kept}) holds`);
  });
});
