const BELOW = '**below**';

/** One section as a person reads it in a terminal. */
export function asText({ title, rows }) {
  const width = Math.max(...rows.map((row) => row.what.length));
  const figureWidth = Math.max(...rows.map((row) => row.figure.length));
  const lines = rows.map(({ what, figure, aim = '', met }) =>
    `  ${what.padEnd(width)}  ${figure.padStart(figureWidth)}  ${aim && `aim ${aim}`}${met === undefined ? '' : met ? ': met' : ': BELOW'}`.trimEnd(),
  );
  return [`\n■ ${title}`, ...lines].join('\n');
}

export function document(machine, sections) {
  return `${[
    '# Benchmarks',
    'Written by `npm run bench`; do not edit. The bench asserts nothing about time: this page says what was seen once, on one machine.',
    table(['', ''], machine),
    '## How to read this',
    [
      '- The load generator, the application and the database **share these cores**. Read rates as ratios to their peer of the same run, not as what a server of its own would do.',
      '- Every commit waits for the disk, so rates follow the disk: fsync on this one may be faster or slower than on yours.',
      '- A figure without an aim is there to be watched.',
      '- `BENCH_DATABASE_OWNER_URL` measures a server that is there already; `REDIS_URL` names the Redis for the queue. pgbench comes with PostgreSQL (Debian: `postgresql-contrib` or `postgresql`).',
    ].join('\n'),
    belowAim(sections),
    ...sections.flatMap(sectionOf),
  ].join('\n\n')}\n`;
}

function belowAim(sections) {
  const below = sections.flatMap(({ rows }) => rows.filter((row) => row.met === false));
  if (below.length === 0) return 'In this run every figure that has an aim reached it.';
  return ['**Below its aim in this run:**', '', ...below.map(({ what, figure, aim }) => `- ${what}: ${figure} (aim ${aim})`)].join('\n');
}

function sectionOf({ title, meaning, rows }) {
  const cells = rows.map(({ what, figure, aim = '', met }) => [what, figure, aim, met === undefined ? '' : met ? 'met' : BELOW]);
  return [`## ${title}`, ...meaning, table(['', 'Figure', 'Aim', ''], cells)];
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
