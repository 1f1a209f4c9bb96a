import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Chain } from '../../dist/libs/journal/src/index.js';
import { deriveId } from '../../dist/libs/kernel/src/index.js';
import { peakOf } from './once/memory.mjs';
import { withTemporaryHome } from './server.mjs';
import { count, megabytes, perSecond, timed } from './statistics.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ROWS = 1_000_000;
const RATE_AIM = 250_000;
const TIMES = 3;
const LOOK_MILLISECONDS = 100;

/** What an auditor runs: the whole command, its start included, over an exported journal of a million entries. */
export function measureJournal() {
  return withTemporaryHome(async (home) => {
    const file = join(home, 'journal.ndjson');
    await pipeline(postings(ROWS), createWriteStream(file));
    const runs = [];
    for (let time = 0; time < TIMES; time += 1) runs.push(await timed(() => verify(file)));
    const rate = ROWS / (Math.min(...runs.map((run) => run.milliseconds)) / 1000);
    return {
      title: 'The journal, verified',
      meaning: [
        `\`wakachi verify-journal\` over ${count(ROWS)} entries (${megabytes((await stat(file)).size)}), each a posting of one line as the ledger writes it; the best of ${TIMES}, Node's start included. Its memory is the most that it was seen to hold.`,
      ],
      rows: [
        { what: 'entries verified', figure: perSecond(rate), aim: `≥ ${perSecond(RATE_AIM)}`, met: rate >= RATE_AIM },
        { what: 'most memory', figure: megabytes(Math.max(...runs.map((run) => run.result))) },
      ],
    };
  });
}

async function verify(file) {
  const child = spawn(process.execPath, ['bin/wakachi.mjs', 'verify-journal', file], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  let most = 0;
  const look = setInterval(() => {
    most = Math.max(most, peakOf(child.pid));
  }, LOOK_MILLISECONDS);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`verify-journal ended with ${code}`);
  return most;
}

function* postings(rows) {
  const network = deriveId('bench', 'journal');
  const chain = new Chain(network);
  const ids = Array.from({ length: 1_000 }, (_, i) => deriveId('bench', 'journal', i));
  const id = (i) => ids[i % ids.length];
  let previous = chain.genesis;
  yield `${JSON.stringify({ format: 'wakachi.journal/1', network, genesis: previous, exportedAtSeq: rows })}\n`;
  let lines = '';
  for (let seq = 1; seq <= rows; seq += 1) {
    const [entry, kind, recordedAt] = [id(seq), 'hand-out', '2026-11-24T00:00:00.123456Z'];
    const effectiveAt = '2026-11-24T00:00:00.000Z';
    const moved = [[id(seq + 1), id(seq + 2), id(seq + 3), 1 + (seq % 99)]];
    const body = JSON.stringify({ actor: id(seq + 4), effectiveAt, kind, postings: moved, reason: null });
    previous = chain.next(previous, String(seq), entry, kind, recordedAt, body);
    lines += `${JSON.stringify({ seq, entry, kind, recordedAt, body, hash: previous })}\n`;
    if (seq % 1_000 === 0 || seq === rows) {
      yield lines;
      lines = '';
    }
  }
}
