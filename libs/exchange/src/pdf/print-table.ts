import { toPdf } from './printer.js';

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

const LINE = 0.4;
const GREY = '#999999';

/** A table on A4; the column headings stand on each page. Every text is printed as it is: nothing in it is markup or a formula. */
export function printTable(table: PrintedTable): Promise<Buffer> {
  const { title, notes, columns, footer, createdAt } = table;
  return toPdf({
    info: { title: printable(title), creationDate: createdAt, modDate: createdAt, producer: 'wakachi', creator: 'wakachi' },
    pageMargins: [36, 36, 36, 42],
    content: [
      { text: printable(title), fontSize: 15, bold: true },
      ...notes.map((note) => ({ text: printable(note), margin: [0, 2, 0, 0] })),
      {
        margin: [0, 8, 0, 0],
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: columns.map(({ width }) => width ?? '*'),
          body: [headings(columns), ...table.sections.flatMap((section) => sectionRows(section, columns))],
        },
        layout: { hLineWidth: () => LINE, vLineWidth: () => LINE, hLineColor: () => GREY, vLineColor: () => GREY },
      },
    ],
    footer: (page: number, pages: number) => ({
      margin: [36, 12, 36, 0],
      columns: [
        { text: printable(footer), width: '*' },
        { text: `${page} / ${pages}`, width: 60, alignment: 'right' },
      ],
    }),
  });
}

function headings(columns: readonly PrintedColumn[]): object[] {
  return columns.map(({ heading }) => ({ text: heading, bold: true, alignment: 'center', fillColor: '#e8e8e8' }));
}

function sectionRows({ heading, rows }: PrintedSection, columns: readonly PrintedColumn[]): object[][] {
  const title = { text: printable(heading), bold: true, colSpan: columns.length, fillColor: '#f6f6f6' };
  const last = rows.length - 1;
  return [
    [title, ...columns.slice(1).map(() => ({}))],
    ...rows.map((row, i) =>
      row.map((text, c) => ({ text: printable(text), bold: i === last, alignment: columns[c]?.numeric ? 'right' : 'left' })),
    ),
  ];
}

/** Characters without a shape of their own only hide or turn others on paper. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(/\p{Cf}/gu, '');
}
