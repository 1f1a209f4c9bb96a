import { auditRow } from '../ledger/beside-pgbench.mjs';
import { audit, CONNECTIONS } from '../ledger/books.mjs';
import { isMemoryReadable, residentOf } from '../once/memory.mjs';
import { count, median, megabytes, milliseconds, percent, percentile, perSecond } from '../statistics.mjs';
import { getRequest, load, postRequest } from './load.mjs';
import { SOAK_SECONDS } from './scale.mjs';
import { anyOf, disposal, handOut, NETWORKS, withStock } from './stock.mjs';

const LOOK_MILLISECONDS = 500;
/** Of the whole: the first part is warm-up; of the rest, the first part and the last are compared. */
const WARM_UP_SHARE = 0.2;
const WINDOW_SHARE = 0.1;
const AIM_SHARE = 0.05;

const REQUESTS = [
  (network) => postRequest(network, 'stock/disposals', disposal(network)),
  (network) => postRequest(network, 'stock/hand-outs', handOut(network)),
  (network) => getRequest(network, `sites/${network.groupIds[0]}/stock`),
  (network) => getRequest(network, `sites/${network.groupIds[0]}/movements?limit=20`),
];

/** A long mixed load: does the process hold on to what it should let go? */
export function measureSoak(server) {
  return withStock(server, NETWORKS, async ({ db, api, networks }) => {
    const before = residentOf(api.pid);
    const memory = watch(api.pid);
    const loaded = await load(api, () => anyOf(REQUESTS)(anyOf(networks)), SOAK_SECONDS);
    const samples = memory.stop();
    return { ...section(), rows: [...loadRows(loaded), ...memoryRows(before, samples), auditRow('soak', await audit(db, networks))] };
  });
}

function watch(pid) {
  const samples = [];
  const timer = setInterval(() => samples.push(residentOf(pid)), LOOK_MILLISECONDS);
  return {
    stop: () => {
      clearInterval(timer);
      return samples;
    },
  };
}

function loadRows({ perSecond: rate, latencies, refused, serverErrors }) {
  return [
    { what: 'requests', figure: `${count(latencies.length)}, ${perSecond(rate)}` },
    { what: 'p50 / p99', figure: `${milliseconds(percentile(latencies, 0.5))} / ${milliseconds(percentile(latencies, 0.99))}` },
    { what: 'answers 5xx', figure: count(serverErrors), aim: '0', met: serverErrors === 0 },
    { what: 'answers other than 2xx', figure: count(refused), aim: '0', met: refused === 0 },
  ];
}

function memoryRows(before, samples) {
  if (!isMemoryReadable) return [{ what: "the API's memory", figure: '!! NOT MEASURED: needs /proc' }];
  const window = Math.ceil(samples.length * WINDOW_SHARE);
  const warm = Math.floor(samples.length * WARM_UP_SHARE);
  const early = median(samples.slice(warm, warm + window));
  const late = median(samples.slice(-window));
  const growth = late / early - 1;
  return [
    { what: "the API's memory before any load", figure: megabytes(before) },
    { what: "the API's memory after the warm-up", figure: megabytes(early) },
    { what: "the API's memory at the end", figure: megabytes(late) },
    { what: 'growth after the warm-up', figure: percent(growth), aim: `≤ ${percent(AIM_SHARE)}`, met: growth <= AIM_SHARE },
  ];
}

function section() {
  return {
    title: 'Memory',
    meaning: [
      `${SOAK_SECONDS} s of disposals, hand-outs, a site's stock and its movements in equal parts over ${CONNECTIONS} connections and ${NETWORKS} networks, against an API that has just started. Its resident memory is looked at every ${LOOK_MILLISECONDS} ms; the first ${percent(WARM_UP_SHARE)} of the time is warm-up; compared are the medians of the ${percent(WINDOW_SHARE)} after it and of the last ${percent(WINDOW_SHARE)}.`,
    ],
  };
}
