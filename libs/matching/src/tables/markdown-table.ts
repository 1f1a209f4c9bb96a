/** A column: its heading, and whether its cells are figures, which stand to the right. */
export interface Column {
  readonly heading: string;
  readonly isFigure?: boolean;
}

/** A Markdown table whose columns also line up in a terminal with a fixed-width font. Ends with a line end. */
export function markdownTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = [columns.map(({ heading }) => heading), ...rows].map((row) => row.map(escaped));
  const widths = columns.map((_, i) => Math.max(3, ...cells.map((row) => widthOf(row[i] ?? ''))));
  const line = (row: readonly string[]) =>
    `| ${columns.map((column, i) => padded(row[i] ?? '', widths[i] as number, column)).join(' | ')} |\n`;
  const rule = columns.map(({ isFigure }, i) => (isFigure ? `${'-'.repeat((widths[i] as number) - 1)}:` : '-'.repeat(widths[i] as number)));
  const [head = [], ...body] = cells;
  return [head, rule, ...body].map(line).join('');
}

/** A bar would end the cell, a line end the table. */
function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/gu, ' ');
}

function padded(text: string, width: number, { isFigure }: Column): string {
  const space = ' '.repeat(width - widthOf(text));
  return isFigure ? space + text : text + space;
}

/** In columns of a terminal: kana, kanji and full-width forms take two. */
function widthOf(text: string): number {
  return [...text].reduce(
    (width, character) =>
      width + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(character) ? 2 : 1),
    0,
  );
}
