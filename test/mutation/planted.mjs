/**
 * `npm run mutation`: plants each bug of mutants.mjs into a copy of the built core, and lets kill-core.mjs judge it. Ends with 1
 * when one survives, or when its line is no longer there.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { mutants } from './mutants.mjs';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const JUDGE = fileURLToPath(new URL('kill-core.mjs', import.meta.url));
/** A search that never ends is told from a slow one. */
const LONGEST_MILLISECONDS = 60_000;

// Where the packages are found.
const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
await mkdir(cache, { recursive: true });
const copy = await mkdtemp(join(cache, 'wakachi-mutants-'));
try {
  for (const lib of ['matching', 'kernel']) await cp(join(DIST, 'libs', lib), join(copy, 'libs', lib), { recursive: true });
  await writeFile(join(copy, 'package.json'), '{"type":"module"}');
  if (judged() !== 0) throw new Error('The core as it is does not pass.');
  const survivors = [];
  for (const [file, ...changes] of mutants) {
    const path = join(copy, 'libs/matching/src/core', `${file}.js`);
    const text = await readFile(path, 'utf8');
    await writeFile(path, changes.reduce(changed, text));
    const isKilled = judged() !== 0;
    await writeFile(path, text);
    const what = `${file}: ${changes.map(([code, wrong]) => `${code} → ${wrong || '(nothing)'}`.replace(/\s+/g, ' ')).join(' and ')}`;
    console.log(`${isKilled ? 'killed  ' : 'SURVIVED'}  ${what}`);
    if (!isKilled) survivors.push(what);
  }
  console.log(`${mutants.length - survivors.length} of ${mutants.length} mutants killed`);
  process.exitCode = survivors.length === 0 ? 0 : 1;
} finally {
  await rm(copy, { recursive: true, force: true });
}

function changed(text, [code, wrong]) {
  if (!text.includes(code)) throw new Error(`not there any more: ${code}`);
  return text.replace(code, wrong);
}

/** The judge's exit code; null when it had to be ended. */
function judged() {
  const env = { ...process.env, MATCHING: pathToFileURL(join(copy, 'libs/matching/src/index.js')).href };
  return spawnSync(process.execPath, [JUDGE], { env, stdio: 'ignore', timeout: LONGEST_MILLISECONDS }).status;
}
