const MISSED = '**missed**';

/** One section as a person reads it in a terminal. */
export function asText({ title, rows, remark }) {
  const width = Math.max(...rows.map((row) => row.what.length));
  const figureWidth = Math.max(...rows.map((row) => row.figure.length));
  const lines = rows.map(({ what, figure, aim = '', met }) =>
    `  ${what.padEnd(width)}  ${figure.padStart(figureWidth)}  ${aim && `aim ${aim}`}${met === undefined ? '' : met ? ': met' : ': MISSED'}`.trimEnd(),
  );
  return [`\n■ ${title}`, ...lines, `  (${remark})`].join('\n');
}

const WITH_A_SERVER = [
  'The load generator, the application and the database **share these cores**. Read rates as ratios to their peer of the same run, not as what a server of its own would do.',
  'Nothing is switched off for speed: every commit waits for the disk.',
];

/** @param page its title, the command that writes it, what only its reader has to know, and how its figures came about */
export function document({ title, command, notes, measured = WITH_A_SERVER }, machine, sections) {
  return `${[
    `# ${title}`,
    `Written by \`${command}\`; do not edit. The bench asserts nothing about time: this page says what was seen once, on one machine.`,
    table(['', ''], machine),
    '## How to read this',
    [
      ...measured.map((note) => `- ${note}`),
      '- Whatever else the machine was doing weighs on the figures; each section says how quiet it was around it.',
      '- A figure without an aim is there to be watched.',
      ...notes.map((note) => `- ${note}`),
    ].join('\n'),
    missedAims(sections),
    ...sections.flatMap(sectionOf),
  ].join('\n\n')}\n`;
}

function missedAims(sections) {
  const missed = sections.flatMap(({ rows }) => rows.filter((row) => row.met === false));
  if (missed.length === 0) return 'In this run every figure that has an aim reached it.';
  return [
    '**These missed their aims in this run:**',
    '',
    ...missed.map(({ what, figure, aim }) => `- ${what}: ${figure} (aim ${aim})`),
  ].join('\n');
}

function sectionOf({ title, meaning, rows }) {
  const cells = rows.map(({ what, figure, aim = '', met }) => [what, figure, aim, met === undefined ? '' : met ? 'met' : MISSED]);
  return [`## ${title}`, ...meaning, table(['', 'Figure', 'Aim', ''], cells)];
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
