import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The process's figures. They are counted where they arise and belong to the process, so they are not injected. */
export const registry = new Registry();

const registers = [registry];

export const httpSeconds = new Histogram({
  name: 'wakachi_http_request_seconds',
  help: 'Time to answer a request, by method, route template and status.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers,
});

export const runSeconds = new Histogram({
  name: 'wakachi_run_seconds',
  help: 'Time a worker spent on one attempt at a run.',
  labelNames: ['outcome'],
  buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 1_800],
  registers,
});

/** A transaction that rolls back after the ledger has answered is counted too. */
export const ledgerCommands = new Counter({
  name: 'wakachi_ledger_commands_total',
  help: "Commands sent to the ledger, by kind and the ledger's answer.",
  labelNames: ['kind', 'outcome'],
  registers,
});

export const ledgerPostings = new Counter({
  name: 'wakachi_ledger_postings_total',
  help: 'Postings in commands that the ledger applied; a reversal counts as a command alone.',
  registers,
});

export const queueJobs = new Gauge({
  name: 'wakachi_queue_jobs',
  help: 'Jobs in a queue, by state. Every process reports the same queue: take the maximum.',
  labelNames: ['queue', 'state'],
  registers,
});

export const outboxWaiting = new Gauge({
  name: 'wakachi_outbox_waiting',
  help: 'Events that wait for the relay, of all networks.',
  registers,
});

export const outboxLag = new Gauge({
  name: 'wakachi_outbox_lag_seconds',
  help: 'Age of the oldest event that waits; 0 when none does.',
  registers,
});

export const poolConnections = new Gauge({
  name: 'wakachi_database_connections',
  help: 'Connections of this process, in use and idle, and callers that wait for one.',
  labelNames: ['state'],
  registers,
});

export const reachable = new Gauge({
  name: 'wakachi_reachable',
  help: '1 when the part answered this scrape, else 0 and its figures are left out.',
  labelNames: ['part'],
  registers,
});

let begun = false;

/** Processor, memory, event loop: begun when somebody is going to ask, not by importing this. */
export function beginProcessMetrics(): void {
  if (!begun) collectDefaultMetrics({ register: registry });
  begun = true;
}
