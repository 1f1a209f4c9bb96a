import { existsSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from './document.js';
import { closed, faultsOf } from './schema-check.js';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Fault {
  readonly pointer?: unknown;
  readonly parameter?: unknown;
  readonly header?: unknown;
  readonly detail?: unknown;
}

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const LATIN = /[A-Za-z]{2}/;
/** Of a request that the server cannot take for one of an operation. */
const OF_NO_OPERATION = ['path-not-found', 'url-malformed', 'headers-too-large', 'request-invalid'];

/** What answers that are no JSON are, and how they begin. */
const FILES = [
  ['application/pdf', '%PDF-'],
  ['application/x-ndjson', '{"format":"wakachi.journal/1"'],
] as const;

/** What is wrong with an answer, whatever was asked. */
export function wrongIn(operation: Operation, { status, headers, text }: Answer, language: 'ja' | 'en'): string[] {
  if (status >= 500) return [`${status} ${text.slice(0, 300)}`];
  if (status >= 400) return wrongInProblem(operation, status, headers, text, language);
  const schema = operation.answers.get(String(status));
  if (schema === undefined) return [`${status} is not documented`];
  if (schema === null) return [];
  if (schema.format === 'binary')
    return FILES.some(([type, begins]) => headers['content-type'] === type && text.startsWith(begins)) ? [] : ['not a file'];
  if (!headers['content-type']?.startsWith('application/json')) return [`an answer of type ${headers['content-type']}`];
  return faultsOf(closed(schema), JSON.parse(text)).map((fault) => `answers ${status} against its schema: ${fault}`);
}

function wrongInProblem(operation: Operation, status: number, headers: IncomingHttpHeaders, text: string, language: 'ja' | 'en'): string[] {
  if (!headers['content-type']?.startsWith('application/problem+json')) return [`${status} of type ${headers['content-type']}: ${text}`];
  const problem = JSON.parse(text) as { type?: unknown; status?: unknown; title?: unknown; errors?: Fault[] };
  const slug = /^\/problems\/([a-z-]+)$/.exec(String(problem.type))?.[1] ?? '';
  const schema = operation.answers.get('default');
  const speaks = (sentence: unknown) => typeof sentence === 'string' && (language === 'ja' ? JAPANESE : LATIN).test(sentence);
  const faults = problem.errors ?? [];
  const isPlace = (fault: Fault) =>
    [fault.pointer, fault.parameter, fault.header].filter((place) => typeof place === 'string').length === 1;
  return [
    ...(schema ? faultsOf(schema, problem) : []),
    ...(existsSync(`docs/problems/${slug}.md`) ? [] : [`no page about ${problem.type}`]),
    ...(operation.problems.has(slug) || OF_NO_OPERATION.includes(slug) ? [] : [`${status} ${slug} is not documented`]),
    ...(problem.status === status ? [] : [`says ${problem.status} and is ${status}`]),
    ...(speaks(problem.title) && headers['content-language']?.includes(language) ? [] : [`not in ${language}: ${problem.title}`]),
    ...(slug === 'request-invalid' && faults.length === 0 ? ['does not say what to mend'] : []),
    ...faults
      .filter((fault) => !isPlace(fault) || !speaks(fault.detail))
      .map((fault) => `a fault without place or words: ${JSON.stringify(fault)}`),
  ];
}
