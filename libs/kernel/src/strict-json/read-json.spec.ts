import { JsonFault } from './json-fault.js';
import { readJson } from './read-json.js';
import type { JsonPolicy } from './scan-json.js';

const STRICT: JsonPolicy = { deepest: 4, nul: 'refuse', numbers: 'whole', reservedKeys: ['constructor'] };
const read = (text: string, policy = STRICT) => readJson(Buffer.from(text), policy);

function pointerOf(bytes: Uint8Array, policy = STRICT): string {
  try {
    readJson(bytes, policy);
  } catch (error) {
    if (error instanceof JsonFault) return error.pointer;
    throw error;
  }
  throw new Error('was read');
}

describe('strict JSON', () => {
  it('reads what JSON.parse reads, when nothing in it is doubtful', () => {
    const value = { a: [1, -2, true, null, 'の\n"\\'], b: { c: {} } };
    expect(read(` ${JSON.stringify(value)}\n`)).toEqual(value);
  });

  it.each([
    ['a key that stands twice', '{"a":{"b":1,"b":1}}', '/a/b'],
    ['a fraction', '{"a":1.5}', '/a'],
    ['an exponent', '{"a":[3e9]}', '/a/0'],
    ['a number that cannot be told from the next', '{"a":9007199254740993}', '/a'],
    ['the same below zero', '{"a":-9007199254740993}', '/a'],
    ['NUL', '{"a":"x\\u0000"}', '/a'],
    ['half of a pair', '{"a":"\\ud800"}', '/a'],
    ['a key that would set the prototype', '{"__proto__":{}}', '/__proto__'],
    ['a key that the reader reserves', '{"a":{"constructor":1}}', '/a/constructor'],
    ['more levels than allowed', '[[[[[1]]]]]', '/0/0/0/0/0'],
    ['something after the end', '{} x', ''],
    ['nothing', '', ''],
    ['a byte order mark', '\ufeff{}', ''],
    ['an end too early', '{"a":', '/a'],
  ])('refuses %s, and says where', (_, text, pointer) => {
    expect(pointerOf(Buffer.from(text))).toBe(pointer);
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(pointerOf(Buffer.from([0x7b, 0xff, 0x7d]))).toBe('');
  });

  it('reads what comes after a document that broke off inside a letter', () => {
    expect(pointerOf(Buffer.from('"の').subarray(0, 3))).toBe('');
    expect(read('"の"')).toBe('の');
  });

  it('takes fractions and NUL where the policy does, and still no number beyond what can be told apart', () => {
    const loose: JsonPolicy = { deepest: 4, nul: 'keep', numbers: 'any' };
    expect(read('{"a":1.5,"b":"\\u0000","constructor":1e3}', loose)).toEqual({ a: 1.5, b: '\0', constructor: 1000 });
    expect(pointerOf(Buffer.from('[1e400]'), loose)).toBe('/0');
  });
});
