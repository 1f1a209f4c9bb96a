import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { WORKER_SOURCE } from './worker-source.js';

const { resolve } = createRequire(import.meta.url);

/** Noto Sans JP has the characters of names (髙, 﨑, ㈱, ①); only those that are used go into a file. */
const FONTS = {
  normal: resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'),
};

let turn: Promise<unknown> = Promise.resolve();

/**
 * A4, with the footer's text and the page's number at the foot of each page. The definition is plain data; its table layout is
 * `thin`. One paper at a time: a worker may take half a gigabyte.
 */
export function renderInWorker(definition: object, footer: string): Promise<Buffer> {
  const paper = turn.then(() => render(definition, footer));
  turn = paper.catch(() => undefined);
  return paper;
}

function render(definition: object, footer: string): Promise<Buffer> {
  const page = { pageSize: 'A4', pageMargins: [36, 36, 36, 42], language: 'ja', defaultStyle: { font: 'NotoSansJP', fontSize: 8 } };
  const workerData = { pdfmake: resolve('pdfmake'), fonts: FONTS, footer, definition: { ...page, ...definition } };
  const worker = new Worker(WORKER_SOURCE, { eval: true, workerData, env: {}, resourceLimits: { maxOldGenerationSizeMb: 512 } });
  return new Promise<Buffer>((done, fail) => {
    worker.once('message', (pdf: Uint8Array) => done(Buffer.from(pdf)));
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`the printer ended with ${code} and no paper`)));
  });
}
