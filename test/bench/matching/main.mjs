import { writeFile } from 'node:fs/promises';
import { withQuietChecked } from '../busy-elsewhere.mjs';
import { machine } from '../machine.mjs';
import { asText, document } from '../report.mjs';
import { seconds, timed } from '../statistics.mjs';
import { measureCore } from './core.mjs';
import { measureDeliveries } from './deliveries.mjs';
import { measureWhole } from './whole.mjs';

const FILE = new URL('../../../docs/benchmarks-matching.md', import.meta.url);
const PAGE = {
  title: 'Benchmarks of the matching engine',
  command: 'npm run bench:matching',
  measured: ['One thread. Every size has a process of its own; times are of one process, warm, without the first calls.'],
  notes: ['The application and its database: [benchmarks.md](benchmarks.md). The method: [matching.md](matching.md).'],
};

const whole = await timed(async () => {
  const about = machine();
  for (const [name, value] of about) console.log(`${name.padEnd(22)}${value}`);
  const sections = [];
  for (const measure of [measureCore, measureWhole, measureDeliveries]) {
    sections.push(await withQuietChecked(measure));
    console.log(asText(sections.at(-1)));
  }
  await writeFile(FILE, document(PAGE, about, sections));
});
console.log(`\ndocs/benchmarks-matching.md — ${seconds(whole.milliseconds)}`);
