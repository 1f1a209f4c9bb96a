import iconv from 'iconv-lite';
import { refusal } from '../../test/codes.js';
import { readSheet } from '../index.js';

const utf8 = (text: string) => Buffer.from(text);
const cp932 = (text: string) => iconv.encode(text, 'cp932');
const bom = Buffer.from([0xef, 0xbb, 0xbf]);

describe('CSV', () => {
  it.each([
    ['UTF-8', utf8('団体名,髙橋①\r\n表ソ能,0012\r\n')],
    ['UTF-8 with BOM', Buffer.concat([bom, utf8('団体名,髙橋①\r\n表ソ能,0012\r\n')])],
    ['CP932, with ①, 髙 and the bytes 0x5C inside 表ソ能', cp932('団体名,髙橋①\r\n表ソ能,0012\r\n')],
  ])('reads %s, leading zeros included', async (_name, bytes) => {
    expect((await readSheet(bytes, 'a.csv')).rows).toEqual([
      ['団体名', '髙橋①'],
      ['表ソ能', '0012'],
    ]);
  });

  it('refuses CP932 that claims to be UTF-8, and names the line', async () => {
    const [issue] = await refusal(() => readSheet(Buffer.concat([bom, utf8('a,b\r\n'), cp932('表,能\r\n')]), 'a.csv'));
    expect(issue?.code).toBe('claims-utf8');
    expect(issue?.message.ja).toContain('2 行目');
  });

  it('names the line that no encoding explains', async () => {
    const [issue] = await refusal(() => readSheet(Buffer.concat([cp932('表,能\r\n'), Buffer.from([0x82, 0xff, 0x0a])]), 'a.csv'));
    expect(issue?.code).toBe('unknown-encoding');
    expect(issue?.message.en).toContain('Line 2');
  });

  it.each([
    ['little-endian with a mark', Buffer.from('\ufeffa,b\r\n', 'utf16le')],
    ['without a mark', Buffer.from('code,name\r\n1,2\r\n', 'utf16le')],
  ])('refuses UTF-16 %s', async (_name, bytes) => {
    expect((await refusal(() => readSheet(bytes, 'a.csv')))[0]?.code).toBe('utf16');
  });

  it('locates a quote that is never closed', async () => {
    const [issue] = await refusal(() => readSheet(utf8('a,b\r\n1,2\r\n"3,4\r\n5,6\r\n'), 'a.csv'));
    expect(issue?.code).toBe('csv-broken');
    expect(issue?.row).toBeGreaterThanOrEqual(3);
  });

  it('keeps a line break inside a quoted cell', async () => {
    expect((await readSheet(utf8('a,b\n"1\n2",3\n'), 'a.csv')).rows[1]).toEqual(['1\n2', '3']);
  });

  it('keeps what looks like a formula as the text it is', async () => {
    expect((await readSheet(utf8('a,b\n=1+1,＠x\n'), 'a.csv')).rows[1]).toEqual(['=1+1', '＠x']);
  });

  it('refuses more rows than a round can have', async () => {
    expect((await refusal(() => readSheet(utf8('a,b\n'.repeat(20_001)), 'a.csv')))[0]?.code).toBe('too-many-rows');
  });

  it('refuses a picture that is named .csv', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x01, 0x02, 0x03, 0x04]);
    const [issue] = await refusal(() => readSheet(png, 'a.csv'));
    expect(['not-a-sheet', 'unknown-encoding']).toContain(issue?.code);
  });
});
