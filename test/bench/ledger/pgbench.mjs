import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { commandBody } from '../../../dist/libs/stock-ledger/src/command.js';
import { withTemporaryHome } from '../server.mjs';
import { CONNECTIONS, postingOf } from './books.mjs';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';

/** How to call pgbench and which one it is; null where there is none. */
export async function findPgbench() {
  const installed = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin', 'pgbench')) : [];
  for (const program of ['pgbench', ...installed.reverse()]) {
    const answer = await run(program, ['--version']).catch(() => null);
    if (answer) return { program, version: answer.stdout.trim() };
  }
  return null;
}

const BENCH = { kind: 'bench', actorId: null, reason: null, postingOf };

/**
 * The least that a client can do: the same call with the same body, prepared, from C. Latencies in milliseconds.
 * @param like the command to imitate; `postingOf(network, lotId)` is its only posting
 */
export function pgbenchPosts({ program }, url, networks, durationSeconds, like = BENCH) {
  return withTemporaryHome(async (folder) => {
    const script = join(folder, 'post.sql');
    await writeFile(script, scriptFor(networks, like));
    const shape = ['-n', '-M', 'prepared', '-c', String(CONNECTIONS), '-j', '2', '-T', String(durationSeconds)];
    const log = ['-l', `--log-prefix=${join(folder, 'log')}`];
    const { stdout } = await run(program, [...shape, ...log, '-D', `body=${bodyTemplate(networks[0], like)}`, '-f', script], {
      env: { ...process.env, ...connectionOf(url) },
    });
    const rate = /^tps = ([\d.]+)/m.exec(stdout);
    if (!rate) throw new Error(`pgbench said something unexpected:\n${stdout}`);
    return { perSecond: Number(rate[1]), latencies: await latenciesIn(folder) };
  });
}

/** What StockLedger itself writes, with gaps where the ids go. A variable, because in a script pgbench reads `:null` as one. */
function bodyTemplate(network, { postingOf: posting, ...head }) {
  const gaps = { ...posting(network, '%s'), sourceId: '%s', destinationId: '%s' };
  return commandBody({ ...head, effectiveAt: new Date(), postings: [gaps] });
}

function scriptFor(networks, { postingOf: posting }) {
  const postings = networks.map((network) => posting(network, network.lotIds[0]));
  const networkIds = uuids(networks.map((network) => network.id));
  const sources = uuids(postings.map((posting) => posting.sourceId));
  const destinations = uuids(postings.map((posting) => posting.destinationId));
  const { lotIds } = networks[0];
  return `\\set network random(1, ${networks.length})
\\set lot random(1, ${lotIds.length})
SELECT ledger_post(${networkIds}[:network], gen_random_uuid(), format(:body, ${uuids(lotIds)}[:lot], ${sources}[:network], ${destinations}[:network]), now());
`;
}

function uuids(ids) {
  return `('{${ids.join(',')}}'::uuid[])`;
}

function connectionOf(url) {
  const { hostname, port, username, password, pathname } = new URL(url);
  return { PGHOST: hostname, PGPORT: port || '5432', PGUSER: username, PGPASSWORD: password, PGDATABASE: pathname.slice(1) };
}

/** One file per thread; the third word of a line is the transaction's microseconds. */
async function latenciesIn(folder) {
  const files = (await readdir(folder)).filter((file) => file.startsWith('log.'));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.flatMap((text) => text.split('\n').flatMap((line) => (line ? [Number(line.split(' ')[2]) / 1000] : [])));
}
