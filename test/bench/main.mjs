import { writeFile } from 'node:fs/promises';
import { withQuietChecked } from './busy-elsewhere.mjs';
import { cleanUpWhenInterrupted } from './clean-up.mjs';
import { measureImport } from './import.mjs';
import { measureJournal } from './journal.mjs';
import { measureLedger } from './ledger/index.mjs';
import { machine } from './machine.mjs';
import { measureOnce } from './once/index.mjs';
import { asText, document } from './report.mjs';
import { measureRound } from './round/index.mjs';
import { withServer } from './server.mjs';
import { seconds, timed } from './statistics.mjs';

const FILE = new URL('../../docs/benchmarks.md', import.meta.url);
const PAGE = {
  title: 'Benchmarks',
  command: 'npm run bench',
  notes: [
    '`BENCH_DATABASE_OWNER_URL` measures a server that is there already; `REDIS_URL` names the Redis for the queue. pgbench comes with PostgreSQL (Debian: `postgresql-contrib` or `postgresql`).',
    'The API over HTTP: [benchmarks-http.md](benchmarks-http.md). The matching engine: [benchmarks-matching.md](benchmarks-matching.md).',
  ],
};

cleanUpWhenInterrupted();
const whole = await timed(async () => {
  const sections = [];
  const take = async (measure) => {
    sections.push(await withQuietChecked(measure));
    console.log(asText(sections.at(-1)));
  };
  const seen = await withServer(async (server) => {
    const about = machine(server);
    for (const [name, value] of about) console.log(`${name.padEnd(22)}${value}`);
    for (const measure of [measureLedger, measureImport, measureRound]) await take(() => measure(server));
    return about;
  });
  // Last and alone: no other database of ours is running beside it.
  await take(measureJournal);
  await take(measureOnce);
  await writeFile(FILE, document(PAGE, seen, sections));
});
console.log(`\ndocs/benchmarks.md — ${seconds(whole.milliseconds)}`);
