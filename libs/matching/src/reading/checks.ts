import { isCalendarDate, isWellFormed, pointerStep } from '@wakachi/kernel';
import { Fault } from './fault.js';

/** Throws a `Fault` at the pointer unless the value fits. Checks compose into the description of a format. */
export type Check = (value: unknown, at: string) => void;
type Fields = Readonly<Record<string, Check>>;

export const text: Check = (value, at) => {
  if (typeof value !== 'string') throw new Fault(at, 'notText');
  if (!isWellFormed(value)) throw new Fault(at, 'surrogate');
};

/** Characters, not code units: an id of 64 kanji outside the basic plane is as good as any. */
export const id: Check = (value, at) => {
  text(value, at);
  const written = value as string;
  if (written.length < 1 || written.length > 128 || [...written].length > 64) throw new Fault(at, 'notId');
};

export const boolean: Check = (value, at) => {
  if (typeof value !== 'boolean') throw new Fault(at, 'notBoolean');
};

export const date: Check = (value, at) => {
  if (typeof value !== 'string' || !isCalendarDate(value)) throw new Fault(at, 'notDate');
};

export const decimal: Check = (value, at) => {
  if (typeof value !== 'string' || !/^(0|[1-9]\d{0,14})(\.\d{1,30})?$/.test(value)) throw new Fault(at, 'notDecimal');
};

export const integer =
  (least: number): Check =>
  (value, at) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) throw new Fault(at, 'notWhole');
    if (value < least) throw new Fault(at, 'tooSmall', { least });
    if (value > Number.MAX_SAFE_INTEGER) throw new Fault(at, 'tooLarge');
  };

export const oneOf =
  (names: readonly string[]): Check =>
  (value, at) => {
    if (typeof value !== 'string' || !names.includes(value)) throw new Fault(at, 'notOneOf', { names: names.join(', ') });
  };

export const orNull =
  (check: Check): Check =>
  (value, at) => {
    if (value !== null) check(value, at);
  };

export const list =
  (item: Check, most = Number.POSITIVE_INFINITY): Check =>
  (value, at) => {
    if (!Array.isArray(value)) throw new Fault(at, 'notList');
    if (value.length > most) throw new Fault(at, 'tooMany', { most });
    for (let i = 0; i < value.length; i++) item(value[i], pointerStep(at, i));
  };

/** An object whose keys are data (node names), not fields. */
export const dictionary =
  (item: Check): Check =>
  (value, at) => {
    for (const [key, inner] of Object.entries(record(value, at))) item(inner, pointerStep(at, key));
  };

export const shape = (required: Fields, optional: Fields = {}): Check => {
  const known = new Map([...Object.entries(required), ...Object.entries(optional)]);
  const needed = Object.keys(required);
  return (value, at) => {
    const fields = record(value, at);
    for (const key of Object.keys(fields)) if (!known.has(key)) throw new Fault(pointerStep(at, key), 'unknownField');
    for (const key of needed) if (fields[key] === undefined) throw new Fault(pointerStep(at, key), 'missing');
    for (const [key, check] of known) if (fields[key] !== undefined) check(fields[key], `${at}/${key}`);
  };
};

function record(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Fault(at, 'notObject');
  return value as Record<string, unknown>;
}
