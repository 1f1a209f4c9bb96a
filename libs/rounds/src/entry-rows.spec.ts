import { DEFAULT_SETTINGS } from '@wakachi/access';
import { RecipientGroup } from '@wakachi/groups';
import type { EntryAnswer } from './entry-answers/entry-answer.js';
import { entryRows } from './entry-rows.js';
import { Round } from './round.entity.js';
import { unknownGroups } from './unknown-groups.js';

const round = Object.assign(new Round(), { id: 'r', networkId: 'n' });
const group = (code: string, households = 100) => Object.assign(new RecipientGroup(), { id: code, code, households });
const answer = (groupCode: string, said: EntryAnswer['answer'], households: number | null = null): EntryAnswer => ({
  rowNumber: 2,
  answeredAt: '2026-11-18T10:00:00+09:00',
  groupCode,
  groupName: '',
  answer: said,
  households,
  persons: {},
  capacityCases: { ambient: null, chilled: null, frozen: null },
  unavailableDates: [],
  wishes: '',
});
const entries = (groups: RecipientGroup[], answers: EntryAnswer[] | null, settings = DEFAULT_SETTINGS) =>
  entryRows(round, groups, answers, settings).map(({ groupId, takesPart, approvedHouseholds }) => [groupId, takesPart, approvedHouseholds]);

describe('who takes part, and with how many households', () => {
  it('counts the declared households of a group that joins', () => {
    expect(entries([group('A')], [answer('A', 'joining', 120)])).toEqual([['A', true, 120]]);
  });

  it('leaves out a group that declines', () => {
    expect(entries([group('A')], [answer('A', 'declining')])).toEqual([['A', false, null]]);
  });

  it('leaves out a group that never answered, or answered blank', () => {
    expect(entries([group('A'), group('B')], [answer('B', null)])).toEqual([
      ['A', false, null],
      ['B', false, null],
    ]);
  });

  it('lets the silent take part with their registered households where the network says so', () => {
    const settings = { ...DEFAULT_SETTINGS, silentGroupsTakePart: true };
    expect(entries([group('A', 40), group('B', 50)], [answer('B', null, 999)], settings)).toEqual([
      ['A', true, 40],
      ['B', true, 50],
    ]);
  });

  it('lets everybody take part with their registered households when there is no file of answers', () => {
    expect(entries([group('A', 40)], null)).toEqual([['A', true, 40]]);
  });

  it.each([
    [130, 130],
    [131, 100],
  ])('counts %d declared households of a group with 100 registered as %d until the growth is explained', (declared, approved) => {
    expect(entries([group('A')], [answer('A', 'joining', declared)])).toEqual([['A', true, approved]]);
  });

  it('keeps what was declared, and tells a person about the growth', () => {
    const [entry] = entryRows(round, [group('A')], [answer('A', 'joining', 131)], DEFAULT_SETTINGS);
    expect(entry).toMatchObject({ declaredHouseholds: 131, attention: [{ code: 'households-grew' }] });
  });

  it('leaves out a group without any household, and says why', () => {
    const [entry] = entryRows(round, [group('A', 0)], [answer('A', 'joining', null)], DEFAULT_SETTINGS);
    expect(entry).toMatchObject({ takesPart: false, attention: [{ code: 'no-households' }] });
  });

  it('names the place of an answer of a group that the register does not have', () => {
    const issues = unknownGroups([answer('A', 'joining', 1), answer('Z', 'joining', 1)], new Set(['A']), 'entries.csv');
    expect(issues.map(({ file, row, found }) => [file, row, found])).toEqual([['entries.csv', 2, 'Z']]);
  });
});
