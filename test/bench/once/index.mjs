import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { EmbeddedPostgres } from '../../../dist/libs/database/src/index.js';
import { withCleanUp } from '../clean-up.mjs';
import { SAMPLE } from '../sample.mjs';
import { withTemporaryHome } from '../server.mjs';
import { megabytes, seconds } from '../statistics.mjs';
import { heldBy, isMemoryReadable, peakOf, postmasterOf } from './memory.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const AIM_MILLISECONDS = 30_000;
const LOOK_MILLISECONDS = 200;

/** What a newcomer waits for: the whole sample round with nothing but the checkout, then again on the data that it left. */
export function measureOnce() {
  return withTemporaryHome(async (home) => {
    const first = await start(home);
    const second = await start(home);
    return {
      ...section(),
      rows: [
        {
          what: 'first start',
          figure: seconds(first.milliseconds),
          aim: `≤ ${AIM_MILLISECONDS / 1000} s`,
          met: first.milliseconds <= AIM_MILLISECONDS,
        },
        ...memoryRows('first start', first),
        { what: 'second start, same data', figure: seconds(second.milliseconds) },
        ...memoryRows('second start', second),
      ],
    };
  });
}

async function start(home) {
  const started = performance.now();
  const env = { ...process.env, WAKACHI_HOME: home, DATABASE_URL: '', DATABASE_OWNER_URL: '', REDIS_URL: '' };
  const child = spawn(process.execPath, ['bin/start.mjs', 'standalone', '--once'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const memory = watch(child.pid, home);
  const ended = new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  return withCleanUp(
    () => stopAll(child, ended, home),
    async () => {
      const code = await ended;
      memory.stop();
      if (code !== 0) throw new Error(`--once ended with ${code}:\n${output}`);
      if (output.includes('building')) throw new Error('A source changed during the bench, so the build was timed too. Start again.');
      return { milliseconds: performance.now() - started, ...memory.peaks };
    },
  );
}

/** A start that broke off may leave the database behind. */
async function stopAll(child, ended, home) {
  if (child.exitCode === null) child.kill('SIGTERM');
  await ended.catch(() => undefined);
  if (postmasterOf(home) !== null) await (await EmbeddedPostgres.start({ home })).stop();
}

function watch(pid, home) {
  const peaks = { process: 0, everything: 0 };
  const look = () => {
    const postmaster = postmasterOf(home);
    peaks.process = Math.max(peaks.process, peakOf(pid));
    peaks.everything = Math.max(peaks.everything, heldBy(postmaster === null ? [pid] : [pid, postmaster]));
  };
  const timer = isMemoryReadable ? setInterval(look, LOOK_MILLISECONDS) : null;
  return { peaks, stop: () => clearInterval(timer) };
}

function memoryRows(name, { process: own, everything }) {
  if (!isMemoryReadable) return [{ what: `${name}: peak memory`, figure: 'not measured: needs /proc' }];
  return [
    { what: `${name}: peak memory of the Node process`, figure: megabytes(own) },
    { what: `${name}: peak memory with PostgreSQL and children`, figure: megabytes(everything) },
  ];
}

function section() {
  return {
    title: 'npm start -- --once',
    meaning: [
      `\`node bin/start.mjs standalone --once\` from a warm install — packages there, program built — with an empty data folder: initialise and start the embedded PostgreSQL, migrate, walk the sample \`${SAMPLE}\` from the sheets to the families, print, stop. The second start finds all of it done. The Node process's peak is the kernel's own (VmHWM); the other adds PostgreSQL and the reader of workbooks, looked at every ${LOOK_MILLISECONDS} ms, shared pages counted once.`,
    ],
  };
}
