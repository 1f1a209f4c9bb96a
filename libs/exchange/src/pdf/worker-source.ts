/**
 * What lays a paper out, run by `render-in-worker.ts` in a thread of its own: it takes a second per thousand lines. Plain
 * CommonJS in a string, so that it is the same under the tests as in the build. What pdfmake wants as functions stands here.
 */
export const WORKER_SOURCE = `
const { parentPort, workerData } = require('node:worker_threads');
const pdfmake = require(workerData.pdfmake);
const { fonts, footer, definition } = workerData;

// What is printed may name files and addresses: nothing but the fonts is ever read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path));
pdfmake.setFonts({ NotoSansJP: fonts });
pdfmake.setTableLayouts({ thin: { hLineWidth: () => 0.4, vLineWidth: () => 0.4, hLineColor: () => '#999999', vLineColor: () => '#999999' } });

definition.footer = (page, pages) => ({
  margin: [36, 12, 36, 0],
  columns: [{ text: footer, width: '*' }, { text: page + ' / ' + pages, width: 60, alignment: 'right' }],
});
pdfmake.createPdf(definition).getBuffer().then((pdf) => parentPort.postMessage(pdf));
`;
