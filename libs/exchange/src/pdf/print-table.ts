import { renderInWorker } from './render-in-worker.js';

export interface PrintedColumn {
  readonly heading: string;
  /** In points; null takes what is left of the page. */
  readonly width: number | null;
  /** Stands at the right. */
  readonly numeric?: boolean;
}

export interface PrintedSection {
  readonly heading: string;
  /** The last one is set off as the section's sum. */
  readonly rows: readonly (readonly string[])[];
}

export interface PrintedTable {
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly PrintedColumn[];
  readonly sections: readonly PrintedSection[];
  /** At the foot of each page, beside its number. */
  readonly footer: string;
  /** Stands in the file instead of the time of printing, so that the same table is the same bytes. */
  readonly createdAt: Date;
}

const FOOTER_LETTERS = 50;
/** Where a long word may break: after every twenty letters. */
const LONG_WORD = /\S{20}(?=\S)/gu;
const UNSEEN_SPACE = { text: ' ', fontSize: 0.1 };

/** A table on A4; the column headings stand on each page. Every text is printed as it is: nothing in it is markup or a formula. */
export function printTable({ title, notes, columns, sections, footer, createdAt }: PrintedTable): Promise<Buffer> {
  const definition = {
    info: { title: printable(title), creationDate: createdAt, modDate: createdAt, producer: 'wakachi', creator: 'wakachi' },
    content: [
      { ...cell(title), fontSize: 15, bold: true },
      ...notes.map((note) => ({ ...cell(note), margin: [0, 2, 0, 0] })),
      {
        margin: [0, 8, 0, 0],
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: columns.map(({ width }) => width ?? '*'),
          body: [headings(columns), ...sections.flatMap((section) => sectionRows(section, columns))],
        },
        layout: 'thin',
      },
    ],
  };
  return renderInWorker(definition, oneLine(footer));
}

function headings(columns: readonly PrintedColumn[]): object[] {
  return columns.map(({ heading }) => ({ text: heading, bold: true, alignment: 'center', fillColor: '#e8e8e8' }));
}

function sectionRows({ heading, rows }: PrintedSection, columns: readonly PrintedColumn[]): object[][] {
  const title = { ...cell(heading), bold: true, colSpan: columns.length, fillColor: '#f6f6f6' };
  const last = rows.length - 1;
  return [
    [title, ...columns.slice(1).map(() => ({}))],
    ...rows.map((row, i) =>
      row.map((text, c) => ({ ...cell(text), bold: i === last, alignment: columns[c]?.numeric === true ? 'right' : 'left' })),
    ),
  ];
}

/** Text as it is. Characters without a shape of their own are left out, as they only hide or turn others on paper. */
function cell(text: string): object {
  return { text: breakable(printable(text)) };
}

function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(/\p{Cf}/gu, '');
}

/**
 * A word that is longer than its column would push the columns after it off the page: a space that nobody sees lets it break.
 * (The font has no zero-width space, and pdfmake's own `break-all` tears letters outside the basic plane in two.)
 */
function breakable(text: string): string | object[] {
  const parts = text.replace(LONG_WORD, '$&\n').split('\n');
  return parts.length === 1 ? text : parts.flatMap((part, i) => (i === 0 ? [{ text: part }] : [UNSEEN_SPACE, { text: part }]));
}

/** What fits beside the page's number. */
function oneLine(text: string): string {
  const letters = [...printable(text)];
  return letters.length <= FOOTER_LETTERS ? letters.join('') : `${letters.slice(0, FOOTER_LETTERS - 1).join('')}…`;
}
