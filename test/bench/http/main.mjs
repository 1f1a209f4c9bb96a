import { writeFile } from 'node:fs/promises';
import 'reflect-metadata';
import { withQuietChecked } from '../busy-elsewhere.mjs';
import { cleanUpWhenInterrupted } from '../clean-up.mjs';
import { machine } from '../machine.mjs';
import { asText, document } from '../report.mjs';
import { withServer } from '../server.mjs';
import { seconds, timed } from '../statistics.mjs';
import { measureBatches } from './batches.mjs';
import { measureCommands } from './commands.mjs';
import { measureRebuild } from './rebuild.mjs';
import { measureRounds } from './rounds.mjs';
import { shortened } from './scale.mjs';
import { measureSoak } from './soak.mjs';

const FILE = new URL('../../../docs/benchmarks-http.md', import.meta.url);
const PAGE = {
  title: 'Benchmarks of the API',
  command: 'npm run bench:http',
  notes: [
    ...(shortened.length > 0 ? [`**This run was changed by ${shortened.join(', ')}**: its figures are not the ones to quote.`] : []),
    '`BENCH_SECONDS` (a turn), `BENCH_TIMES` (batches; a fifth as many rounds), `BENCH_POSTINGS` and `BENCH_SOAK_SECONDS` shorten it; `BENCH_DATABASE_OWNER_URL` measures a server that is there already.',
    '`BENCH_CPU_PROFILES` names a folder for CPU profiles of the API; profiling slows it down.',
    'The ledger without HTTP, imports, runs, and the first start: [benchmarks.md](benchmarks.md).',
  ],
};

cleanUpWhenInterrupted();
const whole = await timed(() =>
  withServer(async (server) => {
    const about = machine(server);
    for (const [name, value] of about) console.log(`${name.padEnd(22)}${value}`);
    const sections = [];
    for (const measure of [measureCommands, measureBatches, measureRounds, measureRebuild, measureSoak]) {
      sections.push(await withQuietChecked(() => measure(server)));
      console.log(asText(sections.at(-1)));
    }
    await writeFile(FILE, document(PAGE, about, sections));
  }),
);
console.log(`\ndocs/benchmarks-http.md — ${seconds(whole.milliseconds)}`);
