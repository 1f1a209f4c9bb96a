import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { percent, sum } from './statistics.mjs';

const LOOK_MILLISECONDS = 1_000;

/** Runs a measurement and adds to its section how quiet the machine was around it. */
export async function withQuietChecked(measure) {
  const before = await busyShare();
  const section = await measure();
  const after = await busyShare();
  const remark = `Other work kept ${percent(before)} of the cores busy just before this, and ${percent(after)} just after.`;
  return { ...section, meaning: [...section.meaning, remark], remark };
}

/** While this process does nothing, so it is others' work. */
async function busyShare() {
  const earlier = total();
  await sleep(LOOK_MILLISECONDS);
  const later = total();
  return 1 - (later.idle - earlier.idle) / (later.all - earlier.all);
}

function total() {
  const times = cpus().map((cpu) => cpu.times);
  return { idle: sum(times.map((time) => time.idle)), all: sum(times.flatMap((time) => Object.values(time))) };
}
