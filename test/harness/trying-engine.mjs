import { pathToFileURL } from 'node:url';

const ENGINE = pathToFileURL('dist/libs/rounds/src/engine/engine-thread.js').href;

/** What an engine may do to whoever hosts its thread. */
const TRIALS = {
  spin: (milliseconds) => `for (const end = Date.now() + ${Number(milliseconds)}; Date.now() < end; ) continue;`,
  grow: () => 'for (const eaten = []; ; ) eaten.push(Array.from({ length: 1_000 }, () => ({ more: 1 })));',
  throw: () => `throw new Error('the engine has a bug');`,
  exit: () => 'process.exit(3);',
};

/** An engine that first keeps its thread busy for so many milliseconds (or `Infinity`), eats memory, fails, or ends its thread. */
export function tryingEngine(trial, milliseconds) {
  const source = `${TRIALS[trial](milliseconds)}\nawait import(${JSON.stringify(ENGINE)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}
