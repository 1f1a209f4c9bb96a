import { writeXlsx } from 'hucre/xlsx';
import { refusal } from '../test/codes.js';
import { workbookAround, zipOf } from '../test/zip.js';
import { column, openTable, optionalColumn, readSheet, requiredText, wholeNumber } from './index.js';

const COLUMNS = [
  column('name', ['品名', '商品名']),
  column('cases', ['ケース数', '箱数']),
  column('depth', ['寸法(mm)/縦']),
  optionalColumn('note', ['備考']),
];

async function open(csv: string) {
  return openTable<string>(await readSheet(Buffer.from(csv), 'a.csv'), COLUMNS);
}

const readAll = async (csv: string) =>
  (await open(csv)).rows.map((row) => [row.rowNumber, row.read('name', requiredText()), row.read('cases', wholeNumber({ min: 1 }))]);

describe('the header', () => {
  it('is found below titles, in any order and by any known name', async () => {
    const csv = '寄贈の一覧,,\n※太枠内,,\n箱数,寸法（mm）／縦,商品名\n3,10,米\n'.replace('／', '/');
    expect(await readAll(csv)).toEqual([[4, '米', 3]]);
  });

  it('may span two rows', async () => {
    expect(await readAll('品名,寸法(mm),,ケース数\n,縦,,\n米,10,,3\n')).toEqual([[3, '米', 3]]);
  });

  it('may span two rows with merged cells', async () => {
    const rows = [
      ['申込', null, null],
      ['品名', 'ケース数', '寸法(mm)'],
      [null, null, '縦'],
      ['米', 3, 10],
    ];
    const merges = [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
      { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
    ];
    const table = openTable(await readSheet(await writeXlsx({ sheets: [{ name: 'a', rows, merges }] }), 'a.xlsx'), COLUMNS);
    expect(table.issues).toEqual([]);
    expect(table.rows[0]?.shown('depth')).toBe('10');
  });

  it('is not passed over where a heading is unknown: the heading is named with its place', async () => {
    const [issue] = await refusal(() => open('品名,ケース数,寸法(mm)/縦,なぞ\n米,3,10,x\n'));
    expect(issue).toMatchObject({ code: 'unknown-column', cell: 'D1', column: 'なぞ', row: 1 });
  });

  it('does not take centimetres for millimetres', async () => {
    const issues = await refusal(() => open('品名,ケース数,寸法(cm)/縦\n米,3,10\n'));
    expect(issues.map((issue) => [issue.code, issue.column])).toEqual([
      ['unknown-column', '寸法(cm)/縦'],
      ['missing-column', '寸法(mm)/縦'],
    ]);
  });

  it('names what is missing and what stands twice, all at once', async () => {
    const issues = await refusal(() => open('品名,ケース数,箱数\n米,3,3\n'));
    expect(issues.map((issue) => issue.code)).toEqual(['duplicate-column', 'missing-column']);
    expect(issues[0]?.message.en).toBe('Header "箱数" stands at both B1 and C1');
  });

  it('is not found in another sheet', async () => {
    const [issue] = await refusal(() => open('日付,天気\n1/1,晴れ\n'));
    expect(issue?.code).toBe('header-not-found');
    expect(issue?.expected.ja).toContain('品名');
  });

  it('needs data below it', async () => {
    expect((await refusal(() => open('品名,ケース数,寸法(mm)/縦\n,,\n')))[0]?.code).toBe('no-rows');
  });
});

describe('the rows', () => {
  it('leave out blank ones but keep the numbers one sees', async () => {
    expect(await readAll('品名,ケース数,寸法(mm)/縦\n\n,,\n米,3,10\n')).toEqual([[4, '米', 3]]);
  });

  it('leave out a note, with a warning', async () => {
    const table = await open('品名,ケース数,寸法(mm)/縦\n米,3,10\n※以上,,\n');
    expect(table.rows).toHaveLength(1);
    expect(table.issues.map((issue) => [issue.code, issue.severity, issue.row])).toEqual([['note-row-skipped', 'warning', 3]]);
  });

  it('may hold nothing outside the headed columns', async () => {
    const table = await open('品名,ケース数,寸法(mm)/縦\n米,3,10,追加\n');
    expect(table.issues).toMatchObject([{ code: 'data-without-header', cell: 'D2', found: '追加' }]);
  });

  it('may not be merged', async () => {
    const rows = [
      ['品名', 'ケース数', '寸法(mm)/縦'],
      ['米', 3, 10],
      [null, 4, 10],
    ];
    const merges = [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }];
    const table = openTable(await readSheet(await writeXlsx({ sheets: [{ name: 'a', rows, merges }] }), 'a.xlsx'), COLUMNS);
    expect(table.issues).toMatchObject([{ code: 'merged-data', cell: 'A2', row: 2 }]);
  });

  it('are poisoned by a formula that failed', async () => {
    const cells = (cases: string) =>
      `<row r="1"><c r="A1" t="inlineStr"><is><t>品名</t></is></c><c r="B1" t="inlineStr"><is><t>ケース数</t></is></c><c r="C1" t="inlineStr"><is><t>寸法(mm)/縦</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>米</t></is></c>${cases}<c r="C2"><v>1</v></c></row>`;
    const bytes = zipOf(workbookAround(cells('<c r="B2" t="e"><f>X!A1</f><v>#REF!</v></c>')));
    const table = openTable(await readSheet(bytes, 'a.xlsx'), COLUMNS);
    expect(table.rows[0]?.read('cases', wholeNumber({ min: 1 }))).toBeUndefined();
    expect(table.issues).toMatchObject([{ code: 'formula-error', cell: 'B2', found: '#REF!', column: 'ケース数', sheet: '一覧' }]);
  });
});
