import { createWriteStream } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Io } from './io.js';

const CHUNK_BYTES = 1 << 20;

/** The files, the pipes and the terminal of this process. */
export const processIo: Io = {
  readFile: (path) => readFile(path),
  readStandardInput: () => buffer(process.stdin),
  readStream: async (path) => (path === '-' ? process.stdin : openFile(path)),
  writeFile: (path, text) => writeFile(path, text),
  writeStream: (path, chunks) => (path === '-' ? toStandardOutput(chunks) : pipeline(chunks, createWriteStream(path))),
  out: async (text) => {
    await send(process.stdout, text);
  },
  err: async (text) => {
    await send(process.stderr, text);
  },
};

async function openFile(path: string): Promise<AsyncIterable<Uint8Array>> {
  const file = await open(path);
  if ((await file.stat()).isDirectory()) throw new Error(`${path} is a folder`);
  return file.createReadStream({ highWaterMark: CHUNK_BYTES });
}

async function toStandardOutput(chunks: AsyncIterable<string>): Promise<void> {
  for await (const chunk of chunks) if (!(await send(process.stdout, chunk))) return;
}

/** Settles when the text has left the process, so that a pipe gets all of it; false when its reader hung up (`| head`), which is no news. */
function send(stream: NodeJS.WriteStream, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) resolve(true);
      else if (isHungUp(error)) resolve(false);
      else reject(error);
    });
  });
}

function isHungUp({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}

// A write that fails is answered in `send`; without a listener it would also end the process, with the exit code of "does not hold".
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
