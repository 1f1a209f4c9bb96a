import { readOfferSheet } from '../../dist/libs/donations/src/offer-sheet/read-offer-sheet.js';
import { readGroupRegister } from '../../dist/libs/groups/src/group-register/read-group-register.js';
import { readEntryAnswers } from '../../dist/libs/rounds/src/entry-answers/read-entry-answers.js';
import { importOffers, withApplication } from './application.mjs';
import { openRound } from './round/open-round.mjs';
import { AS_OF, newNetwork, SAMPLE, sampleFiles } from './sample.mjs';
import { withFreshDatabase } from './server.mjs';
import { count, medianAndRange, timed } from './statistics.mjs';

const TIMES = 5;
const READERS = { offers: readOfferSheet, groups: readGroupRegister, entries: readEntryAnswers };

/** The three files of the sample round into a fresh network, and how much of it is reading. */
export function measureImport(server) {
  return withFreshDatabase(server, ({ url }) =>
    withApplication({ databaseUrl: url }, async (application) => {
      const files = await sampleFiles();
      const imports = { offers: [], groups: [], entries: [], all: [] };
      for (let time = 0; time < TIMES; time += 1) await importAll(application, files, newNetwork(`import ${time}`), imports);
      const { readings, sizes } = await readAll(files);
      return { ...section(sizes), rows: rowsOf(imports, readings) };
    }),
  );
}

async function importAll(application, files, network, imports) {
  await application.networks.open(network.asOpened);
  const steps = {
    offers: () => importOffers(application, network, files.offers),
    groups: () => application.groups.import(network.id, files.groups, network.desk),
    entries: () => application.rounds.enter(network.id, roundId, files.entries, network.desk),
  };
  const roundId = await openRound(application, network);
  let all = 0;
  for (const [kind, step] of Object.entries(steps)) {
    const { milliseconds } = await timed(step);
    imports[kind].push(milliseconds);
    all += milliseconds;
  }
  imports.all.push(all);
}

/** Bytes to checked lines, without a database. */
async function readAll(files) {
  const readings = { offers: [], groups: [], entries: [] };
  const sizes = {};
  for (const [kind, read] of Object.entries(READERS)) {
    for (let time = 0; time < TIMES; time += 1) {
      const { bytes, fileName } = files[kind];
      const { milliseconds, result } = await timed(() => read(bytes, fileName, { asOf: AS_OF }));
      readings[kind].push(milliseconds);
      sizes[kind] = result.rows.length;
    }
  }
  return { readings, sizes };
}

function rowsOf(imports, readings) {
  const labels = { offers: 'offers.xlsx', groups: 'groups.csv', entries: 'entries.csv' };
  return [
    { what: 'all three files', figure: medianAndRange(imports.all), aim: 'none set' },
    ...Object.entries(labels).flatMap(([kind, file]) => [
      { what: file, figure: medianAndRange(imports[kind]) },
      { what: `${file}, of it reading`, figure: medianAndRange(readings[kind]) },
    ]),
  ];
}

function section({ offers, groups, entries }) {
  return {
    title: 'Import',
    meaning: [
      `The sample \`${SAMPLE}\` — ${count(offers)} lines of offers, ${count(groups)} groups, ${count(entries)} entries — through the services that the application imports with, ${TIMES} times, each into a fresh network: median (least – most). The first time is cold and is not left out. "Reading" is bytes to checked lines without a database, measured by itself; a workbook is parsed in a child process, and starting that is part of it.`,
    ],
  };
}
