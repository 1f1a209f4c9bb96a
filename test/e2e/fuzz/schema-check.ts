import { Ajv } from 'ajv';
import type { Schema } from './document.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: true });
ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
ajv.addFormat('date', (text) => DAY.test(text) && isDay(text));
ajv.addFormat('date-time', (text) => /^\d{4}-\d{2}-\d{2}T.+Z$/.test(text) && !Number.isNaN(Date.parse(text)));
ajv.addFormat('email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/);

const checks = new WeakMap<Schema, (value: unknown) => string[]>();

/** What is wrong with the value, by JSON Schema alone. */
export function faultsOf(schema: Schema, value: unknown): string[] {
  let check = checks.get(schema);
  if (!check) {
    const validate = ajv.compile(schema);
    check = (one) => (validate(one) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`));
    checks.set(schema, check);
  }
  return check(value);
}

const closedOnes = new WeakMap<Schema, Schema>();

/** An answer has the documented fields and no others: one that nobody described may be one that nobody should see. */
export function closed(schema: Schema): Schema {
  const known = closedOnes.get(schema);
  if (known) return known;
  const { properties, items, anyOf } = schema;
  const own = properties
    ? { properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, closed(one)])), additionalProperties: false }
    : {};
  const result = { ...schema, ...own, ...(items ? { items: closed(items) } : {}), ...(anyOf ? { anyOf: anyOf.map(closed) } : {}) };
  closedOnes.set(schema, result);
  return result;
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
