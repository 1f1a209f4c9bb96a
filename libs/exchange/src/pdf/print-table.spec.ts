import { leftEdges, pdfText } from '../../../../test/harness/pdf-text.js';
import { type PrintedTable, printTable } from '../index.js';

const COLUMNS = [
  { heading: '日付', width: 60 },
  { heading: '摘要', width: null },
  { heading: '残', width: 60, numeric: true },
];

function table(rows: string[][], changes: Partial<PrintedTable> = {}): PrintedTable {
  const createdAt = new Date('2026-12-01T00:00:00Z');
  return {
    title: '受払簿',
    notes: ['見本の網'],
    columns: COLUMNS,
    sections: [{ heading: '即席麺', rows }],
    footer: '見本',
    createdAt,
    ...changes,
  };
}
const textOf = async (rows: string[][], changes: Partial<PrintedTable> = {}) => pdfText(await printTable(table(rows, changes)));
const printed = async (text: string) => (await textOf([['2026-11-01', text, '1']])).join('');
const squeezed = (text: string) => text.replace(/\s/g, '');

describe('a table on paper', () => {
  it('is the same bytes for the same table', async () => {
    const [first, second] = [await printTable(table([['a', 'b', 'c']])), await printTable(table([['a', 'b', 'c']]))];
    expect(first.equals(second)).toBe(true);
    expect((await printTable(table([['a', 'b', 'd']]))).equals(first)).toBe(false);
  });

  it('is A4, embeds only the letters that it uses, and runs nothing', async () => {
    const pdf = await printTable(table([['a', 'b', 'c']]));
    expect(pdf.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]');
    expect(pdf.length).toBeLessThan(60_000);
    expect(pdf.toString('latin1')).not.toMatch(/\/(?:JavaScript|JS|URI|Launch|OpenAction|EmbeddedFile|AcroForm)\b/);
  });

  it('repeats the headings and numbers every page', async () => {
    const pages = await textOf(Array.from({ length: 100 }, (_, i) => ['2026-11-01', `行 ${i}`, String(i)]));
    expect(pages.length).toBeGreaterThan(1);
    for (const [i, page] of pages.entries()) {
      expect(page).toContain('日付摘要残');
      expect(squeezed(page)).toContain(`${i + 1}/${pages.length}`);
    }
    expect(pages.filter((page) => page.includes('受払簿'))).toHaveLength(1);
  });

  it.each(['髙﨑㈱①', '塚﨟鷗', '𠮷野家', 'か\u3099', '1,234,567'])('writes %s as it is', async (text) => {
    expect(squeezed(await printed(text)).normalize('NFC')).toContain(text.normalize('NFC'));
  });

  it.each([
    ['a formula', '=HYPERLINK("http://evil.example","x")'],
    ['markup', '<b>x</b>{text:1}[[x]](javascript:alert(1))'],
    ['300 letters of Japanese', 'あ'.repeat(300)],
    ['300 letters of one word', 'A'.repeat(300)],
    ['300 letters that never begin a line', 'っ'.repeat(300)],
    ['300 letters outside the plane', '𠮷'.repeat(300)],
  ])('prints %s as text, whole', async (_, text) => {
    expect(squeezed(await printed(text))).toContain(squeezed(text));
  });

  it.each(['A'.repeat(300), 'っ'.repeat(300), '.'.repeat(300)])('keeps every column on the paper beside %s', async (text) => {
    const edges = leftEdges(await printTable(table([['2026-11-01', text, '1,234,567']])));
    expect(edges.length).toBeGreaterThan(5);
    expect(Math.max(...edges)).toBeLessThan(560);
  });

  it('leaves out what would hide or turn letters', async () => {
    expect(squeezed(await printed('\u202eexe\u200b.txt\u0007'))).toContain('exe.txt');
  });

  it('cuts the foot to one line', async () => {
    const [page] = await textOf([['a', 'b', 'c']], { footer: '長'.repeat(300) });
    expect(page?.match(/長+…/)?.[0]).toHaveLength(50);
  });
});
