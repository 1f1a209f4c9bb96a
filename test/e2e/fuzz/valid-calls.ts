import { newId, systemClock } from '@wakachi/kernel';
import fc, { type Arbitrary } from 'fast-check';
import { type Call, RIGHT_TAG } from './call.js';
import type { Operation, Parameter, Schema } from './document.js';

export interface Choices {
  /** Ids of the network's records, by the name of a field or parameter such as `donorId`. */
  readonly idsOf: (field: string) => readonly string[];
  /** Of people who can sign in. */
  readonly emails: readonly string[];
  /** Files that an operation takes. */
  readonly fileFor: (operation: Operation) => Buffer;
  /** dense: every field has a value; sparse: only what must be there. */
  readonly fill?: 'dense' | 'sparse';
}

/** Closed, over, of now and still to come, by the clock of the test. */
const MONTHS = ['2026-08', '2026-09', '2026-10', '2026-11', '2027-01'];
const NOW = Date.parse('2026-11-24T09:00:00+09:00');
const LETTERS = [...'わかちあい見本食品株式会社ABCxyz019・ー（）&\'"<>%_\\$', '𠮷', '👨‍👩‍👧', 'é', 'ﾊﾟ'];

/** Requests that the document allows; the domain may still refuse them. */
export function validCall(operation: Operation, choices: Choices): Arbitrary<Call> {
  const at = (place: Parameter['in']) => operation.parameters.filter((parameter) => parameter.in === place);
  const path = Object.fromEntries(at('path').map(({ name, schema }) => [name, valuesOf(schema, name, choices).map(String)]));
  const query = Object.fromEntries(at('query').map(({ name, schema }) => [name, valuesOf(schema, name, choices).map(String)]));
  const headers = Object.fromEntries(at('header').map((header) => [header.name.toLowerCase(), headerOf(header)]));
  const parts = { path: fc.record(path), headers: fc.record(headers), body: bodyOf(operation, choices) };
  const asked = fc.record(query, { requiredKeys: choices.fill === 'dense' ? Object.keys(query) : [] });
  return fc.record({ ...parts, query: asked }).map((call) => ({
    ...call,
    operation,
    what: 'as documented',
    query: new URLSearchParams(call.query as Record<string, string>).toString(),
    headers: { ...call.headers, ...(operation.body ? { 'content-type': operation.body.type } : {}) },
  }));
}

function headerOf({ name, schema }: Parameter): Arbitrary<string> {
  if (schema.format === 'uuid') return fc.uuid();
  if (name.toLowerCase() === 'if-match') return fc.constant(RIGHT_TAG);
  return fc.constant('x');
}

function bodyOf(operation: Operation, choices: Choices): Arbitrary<string | Buffer | undefined> {
  if (!operation.body) return fc.constant(undefined);
  if (operation.body.schema.format === 'binary') return fc.constant(null).map(() => choices.fileFor(operation));
  return valuesOf(operation.body.schema, '', choices).map((body) => JSON.stringify(body));
}

export function valuesOf(schema: Schema, field: string, choices: Choices): Arbitrary<unknown> {
  if (schema.anyOf) return alternative(schema.anyOf, field, choices);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'array':
      return arrayOf(schema, field, choices);
    case 'object':
      return objectOf(schema, choices);
    default:
      return textOf(schema, field, choices);
  }
}

function alternative(schemas: readonly Schema[], field: string, choices: Choices): Arbitrary<unknown> {
  const wanted = { dense: schemas.filter((one) => one.type !== 'null'), sparse: schemas.filter((one) => one.type === 'null') };
  const chosen = choices.fill ? wanted[choices.fill] : schemas;
  return fc.oneof(...(chosen.length > 0 ? chosen : schemas).map((one) => valuesOf(one, field, choices)));
}

/** Mostly few, as there is little of anything. */
function numberOf({ minimum = -1_000, maximum = 1_000_000 }: Schema): Arbitrary<number> {
  const few = fc.integer({ min: Math.max(minimum, Math.min(0, maximum)), max: Math.min(maximum, Math.max(minimum, 0) + 20) });
  return fc.oneof({ weight: 3, arbitrary: few }, { weight: 1, arbitrary: fc.integer({ min: minimum, max: maximum }) });
}

function arrayOf({ items = {}, minItems = 0, maxItems = 5 }: Schema, field: string, choices: Choices): Arbitrary<unknown> {
  const least = choices.fill === 'dense' ? Math.max(1, minItems) : minItems;
  const lengths = { minLength: least, maxLength: choices.fill ? least : Math.max(least, Math.min(maxItems, 5)) };
  const named = ['lotId', 'shipmentLineId'].find((name) => items.properties?.[name]);
  if (!named) return fc.array(valuesOf(items, field, choices), lengths);
  return fc.uniqueArray(valuesOf(items, field, choices), { ...lengths, selector: (line) => (line as Record<string, unknown>)[named] });
}

function objectOf({ properties = {}, required = [] }: Schema, choices: Choices): Arbitrary<unknown> {
  const fields = Object.entries(properties).filter(([name]) => choices.fill !== 'sparse' || required.includes(name));
  const values = Object.fromEntries(fields.map(([name, schema]) => [name, valuesOf(schema, name, choices)]));
  return fc.record(values, { requiredKeys: choices.fill === 'dense' ? Object.keys(values) : required.filter((name) => name in values) });
}

function textOf({ format, pattern, minLength = 1, maxLength = 300 }: Schema, field: string, choices: Choices): Arbitrary<string> {
  if (field === 'id') return fc.constant(null).map(() => newId(systemClock));
  if (field === 'month') return fc.constantFrom(...MONTHS);
  if (format === 'date-time') return fc.integer({ min: -3_600, max: 300 }).map((seconds) => new Date(NOW + seconds * 1_000).toISOString());
  if (format === 'uuid') return idFor(choices.idsOf(field));
  if (format === 'date') return fc.integer({ min: 0, max: 6_000 }).map(dayFrom);
  if (format === 'email') return fc.oneof(fc.emailAddress(), fc.constantFrom(...choices.emails));
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  const letter = fc.constantFrom(...LETTERS);
  const short = fc.string({ unit: letter, minLength, maxLength: Math.min(maxLength, 12) });
  const long = fc.string({ unit: fc.constantFrom('長', 'x'), minLength: maxLength, maxLength });
  return fc.oneof({ weight: 9, arbitrary: short }, { weight: 1, arbitrary: long });
}

function idFor(ids: readonly string[]): Arbitrary<string> {
  if (ids.length === 0) return fc.uuid();
  const existing = fc.nat({ max: ids.length - 1 }).map((i) => ids[i] as string);
  return fc.oneof({ weight: 6, arbitrary: existing }, { weight: 1, arbitrary: fc.uuid() });
}

function dayFrom(days: number): string {
  return new Date(Date.UTC(2020, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
}
