import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { EXIT } from './exit.js';
import type { Io } from './io.js';
import { run } from './run.js';

const io: Io = {
  readFile: (path) => readFile(path),
  readStandardInput: () => buffer(process.stdin),
  writeFile: (path, text) => writeFile(path, text),
  out: (text) => send(process.stdout, text),
  err: (text) => send(process.stderr, text),
};

/** Settles when the text has left the process, so that a pipe gets all of it. */
function send(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

// A write that fails rejects in `send`; without a listener it would also end the process, with the exit code of "does not hold".
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

try {
  process.exitCode = await run(process.argv.slice(2), io);
} catch (error) {
  // A reader that hung up (`| head`) is no news. Anything else is a bug: show all of it, and not as exit 1, "does not hold".
  const isHungUp = (error as NodeJS.ErrnoException).code === 'EPIPE';
  if (!isHungUp) console.error(error);
  process.exitCode = isHungUp ? EXIT.cannotWrite : EXIT.bug;
}
