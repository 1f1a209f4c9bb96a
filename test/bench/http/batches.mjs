import { randomUUID } from 'node:crypto';
import { auditRow } from '../ledger/beside-pgbench.mjs';
import { audit } from '../ledger/books.mjs';
import { count, milliseconds, percentile, timed } from '../statistics.mjs';
import { BATCHES } from './scale.mjs';
import { disposal, handOut, withStock } from './stock.mjs';

const COMMANDS = 100;
const WARM_UP_BATCHES = 5;
const AIM_MILLISECONDS = 250;

/** What a phone sends after a long day offline, one phone at a time. */
export function measureBatches(server) {
  return withStock(server, 1, async ({ db, api, networks }) => {
    const [network] = networks;
    const times = [];
    let notApplied = 0;
    for (let time = -WARM_UP_BATCHES; time < BATCHES; time += 1) {
      const body = { deviceId: randomUUID(), commands: Array.from({ length: COMMANDS }, (_, n) => command(network, n)) };
      const sent = await timed(() => api.post('stock/batches', { token: network.token, body }));
      notApplied += sent.result.verdicts.filter(({ outcome, replayed }) => outcome !== 'applied' || replayed).length;
      if (time >= 0) times.push(sent.milliseconds);
    }
    return { ...section(), rows: [...rowsOf(times, notApplied), auditRow('batches', await audit(db, [network]))] };
  });
}

function command(network, index) {
  const sequence = index + 1;
  return index % 2 === 0 ? { sequence, type: 'hand-out', ...handOut(network) } : { sequence, type: 'dispose', ...disposal(network) };
}

function rowsOf(times, notApplied) {
  const p99 = percentile(times, 0.99);
  return [
    {
      what: `batch of ${COMMANDS}: p50 / p99`,
      figure: `${milliseconds(percentile(times, 0.5))} / ${milliseconds(p99)}`,
      aim: `p99 ≤ ${AIM_MILLISECONDS} ms`,
      met: p99 <= AIM_MILLISECONDS,
    },
    { what: 'commands that were not applied', figure: count(notApplied), aim: '0', met: notApplied === 0 },
  ];
}

function section() {
  return {
    title: 'Batches',
    meaning: [
      `\`POST /api/v1/stock/batches\`: ${COMMANDS} commands, half hand-outs and half disposals, one unit each, ${count(BATCHES)} batches one at a time, each from a new device, after ${WARM_UP_BATCHES} to warm up. All of a batch can be applied, so it is one transaction; one command that cannot would be found by halving.`,
    ],
  };
}
