import { readFileSync } from 'node:fs';
import { offerSheet } from './sample-networks.js';

/** A file that an operation takes, unlike any other file. */
export function fileFor(operationId: string, mark: number): Buffer {
  if (operationId === 'importGroups') return groupSheet(mark);
  if (operationId === 'importEntries') return entrySheet(mark);
  return offerSheet(`${mark}`);
}

function groupSheet(mark: number): Buffer {
  const [headers, group = ''] = linesOf('groups.csv', 'shift_jis');
  return Buffer.from([headers, group.replace('G001', `Z${mark}`).replace('ひだまりの家', `見本の家${mark}`)].join('\r\n'));
}

function entrySheet(mark: number): Buffer {
  const [headers, entry = ''] = linesOf('entries.csv', 'utf-8');
  return Buffer.from([headers, `${entry}${mark}`].join('\r\n'));
}

function linesOf(fileName: string, encoding: string): string[] {
  return new TextDecoder(encoding).decode(readFileSync(`samples/round-2023/${fileName}`)).split(/\r?\n/);
}
