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

const PAGE = new URL('../../docs/benchmarks.md', import.meta.url);

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
  await writeFile(PAGE, document(seen, sections));
});
console.log(`\ndocs/benchmarks.md — ${seconds(whole.milliseconds)}`);
