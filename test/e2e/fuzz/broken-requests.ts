import { type BrokenBody, brokenBodies, brokenFiles } from './broken-bodies.js';
import { type Call, RIGHT_TAG } from './call.js';
import type { Parameter, Schema } from './document.js';
import { faultsOf } from './schema-check.js';

export interface BrokenCall {
  readonly call: Call;
  /** Else any answer but a fault of ours will do. */
  readonly mustBeRefused: boolean;
}

const ODD_IDS = ['nonsense', '%00', '%zz', '%F0%9F', '..%2f..', '0x10', '-1', 'null', '%D9%A3', 'a'.repeat(300), "'%20OR%201=1", '{}'];
const ODD_TEXTS = ['', '%00', 'a%00b', '%ED%A0%80', '%FF', '%E3%80%80', '%E2%80%AEabc', '-1', '1.5', '3e9', '0x10', '9007199254740993'];
const MORE_TEXTS = [
  'true',
  'TRUE',
  'null',
  '%5B%5D',
  '2027-02-30',
  'infinity',
  '%27%3B--',
  '%25',
  '%5C',
  'x'.repeat(3_000),
  'x'.repeat(20_000),
];
const UNKNOWN = ['unknown=1', '__proto__=1', 'constructor=1', 'toString=1', 'networkId=1', '=', '%00=1'];
const ODD_KEYS = ['', 'one', '12345', 'g'.repeat(36), 'x'.repeat(5_000), '00000000-0000-0000-0000-00000000000'];

/** A command that cannot be read is told in its own verdict, so that those around it are done: see StockSyncController. */
const IN_A_VERDICT = /^(no )?\/commands(\/\d| = \[[^\]])/;

/** Requests that are wrong in one place, made from one that is right. */
export function brokenCalls(right: Call): BrokenCall[] {
  return [...inItsBody(right), ...inItsPath(right), ...inItsQuery(right), ...inItsHeaders(right)];
}

function inItsBody(right: Call): BrokenCall[] {
  if (right.operation.method === 'GET') return [];
  const { body } = right.operation;
  return bodiesFor(right).map((broken) => {
    const type = broken.contentType ?? 'application/json';
    const { 'content-type': _, ...headers } = right.headers;
    const call = { ...right, what: broken.what, body: broken.body, headers: type === '' ? headers : { ...headers, 'content-type': type } };
    if (right.operation.id === 'syncStock' && IN_A_VERDICT.test(broken.what)) return { call, mustBeRefused: false };
    return { call, mustBeRefused: broken.refused ?? !fits(body?.schema ?? {}, broken.body) };
  });
}

function bodiesFor({ operation, body }: Call): BrokenBody[] {
  if (!operation.body) return brokenBodies({}, '{"extra":1}').map((broken) => ({ ...broken, refused: isNothing(broken) ? null : true }));
  return Buffer.isBuffer(body) ? brokenFiles(body) : brokenBodies(operation.body.schema, body as string);
}

/** Where no body is wanted, an empty one is as good as none. */
function isNothing({ body, contentType }: BrokenBody): boolean {
  return ['{}', '[]', 'null'].includes(body.toString()) || contentType === '';
}

function fits(schema: Schema, body: string | Buffer): boolean {
  try {
    return faultsOf(schema, JSON.parse(body.toString())).length === 0;
  } catch {
    return false;
  }
}

function inItsPath(right: Call): BrokenCall[] {
  return Object.keys(right.path).flatMap((name) =>
    ODD_IDS.map((id) => ({
      call: { ...right, what: `${name} ${id.slice(0, 40)}`, path: { ...right.path, [name]: id } },
      mustBeRefused: true,
    })),
  );
}

function inItsQuery(right: Call): BrokenCall[] {
  const parameters = right.operation.parameters.filter((parameter) => parameter.in === 'query');
  const asked = (query: string, mustBeRefused: boolean) => ({ call: { ...right, what: `?${query.slice(0, 60)}`, query }, mustBeRefused });
  const known = parameters.flatMap((parameter) => [
    ...[...ODD_TEXTS, ...MORE_TEXTS].map((text) => asked(`${parameter.name}=${text}`, !mayBe(parameter, text))),
    asked(`${parameter.name}=1&${parameter.name}=2`, true),
    asked(`${parameter.name}[]=1`, true),
    asked(`${parameter.name}[$ne]=1`, true),
  ]);
  const isApi = right.operation.path.startsWith('/api/');
  return [...known, ...UNKNOWN.map((query) => asked(query, isApi && query !== '='))];
}

/** What stands in a query is text; the document says what it is to be read as. */
function mayBe({ schema }: Parameter, text: string): boolean {
  if (/%00|%ED|%FF/.test(text)) return false;
  const plain = decodeURIComponent(text);
  if (schema.type === 'integer') return /^\d+$/.test(plain) && faultsOf(schema, Number(plain)).length === 0;
  if (schema.type === 'boolean') return plain === 'true' || plain === 'false';
  return faultsOf(schema, plain).length === 0;
}

function inItsHeaders(right: Call): BrokenCall[] {
  const without = (name: string) => Object.fromEntries(Object.entries(right.headers).filter(([header]) => header !== name));
  return Object.entries(right.headers).flatMap(([name, value]) => {
    if (name === 'content-type') return [];
    const odd = value === RIGHT_TAG ? ['"x"', 'x', 'W/"x"', '""', '"x", "y"', ',', 'x'.repeat(5_000)] : ODD_KEYS;
    const changed = odd.map((text) => ({ what: `${name} ${text.slice(0, 40)}`, headers: { ...right.headers, [name]: text } }));
    return [{ what: `no ${name}`, headers: without(name) }, ...changed].map((broken) => ({
      call: { ...right, ...broken },
      mustBeRefused: true,
    }));
  });
}
