import type { Schema } from './document.js';

export interface BrokenBody {
  readonly what: string;
  readonly body: string | Buffer;
  readonly contentType?: string;
  /** Null: only if the schema says so. */
  readonly refused: true | null;
}

const PLACE = '@@place@@';
/** As JSON text: `JSON.stringify` would mend some of them. */
const ODD_VALUES = [
  ...['null', 'true', '0', '-1', '1.5', '1e400', '-0', '3e9', '2147483648', '9007199254740993', '"0x10"', '"１２"', '"12"', '""', '" "'],
  ...['"\u3000"', '"a\\u0000b"', '"a\u0000b"', '"\\ud800"', '"\\udc00\\ud800"', '"\u202eabc"', '"\u200b"', '"\ufeff"', '"مرحبا"'],
  ...['"2027-02-30"', '"9999-12-31"', '"0001-01-01"', '"infinity"', '"now"', '"a@b"', '"%s%n"', '"\'; DROP TABLE donor; --"'],
  ...['[]', '{}', '[null]', '[[]]', '{"$ne":null}', '{"__proto__":{"a":1}}', '{"constructor":1}', `"${'x'.repeat(100_000)}"`],
];
const MUST_NOT = ['"a\\u0000b"', '"a\u0000b"', '"\\ud800"', '"\\udc00\\ud800"', '9007199254740993', '1e400', '{"__proto__":{"a":1}}'];
const EXTRA = ['extra', '__proto__', 'constructor', 'toString', 'networkId', ''];

/** Everything that can be wrong with a JSON body, made from one that is right. */
export function brokenBodies(schema: Schema, text: string): BrokenBody[] {
  const right = JSON.parse(text) as object;
  return [...fieldByField(schema, right, right, ''), ...extraFields(right), ...asAWhole(text)];
}

function fieldByField(schema: Schema, whole: object, at: object, pointer: string): BrokenBody[] {
  return Object.entries(at).flatMap(([name, value]) => {
    const own = schemaAt(schema, name);
    const place = `${pointer}/${name}`;
    const odd = [...ODD_VALUES, ...outOfBounds(own), `[${JSON.stringify(value)}]`].map((json) => ({
      what: `${place} = ${json.slice(0, 40)}`,
      body: replaced(whole, at, name, PLACE).replace(`"${PLACE}"`, () => json),
      refused: MUST_NOT.includes(json) ? (true as const) : null,
    }));
    const dropped: BrokenBody[] = Array.isArray(at)
      ? []
      : [{ what: `no ${place}`, body: replaced(whole, at, name, undefined), refused: null }];
    const deeper = value !== null && typeof value === 'object' ? fieldByField(own, whole, value, place) : [];
    return [...odd, ...dropped, ...deeper];
  });
}

/** The text of the whole with one field changed, wherever it stands. */
function replaced(whole: object, holder: object, name: string, value: unknown): string {
  const fields = holder as Record<string, unknown>;
  const before = fields[name];
  fields[name] = value;
  const text = JSON.stringify(whole);
  fields[name] = before;
  return text;
}

function schemaAt(schema: Schema, name: string): Schema {
  const plain = schema.anyOf?.find((one) => one.type !== 'null') ?? schema;
  return plain.items ?? plain.properties?.[name] ?? {};
}

function outOfBounds(schema: Schema): string[] {
  const { minimum, maximum, minLength, maxLength, maxItems, items } = schema.anyOf?.find((one) => one.type !== 'null') ?? schema;
  return [
    ...(minimum === undefined ? [] : [String(minimum - 1)]),
    ...(maximum === undefined ? [] : [String(maximum + 1)]),
    ...(minLength === undefined ? [] : [JSON.stringify('見'.repeat(minLength - 1))]),
    ...(maxLength === undefined ? [] : [JSON.stringify('見'.repeat(maxLength + 1))]),
    ...(maxItems === undefined || items?.type !== 'string' ? [] : [JSON.stringify(Array(maxItems + 1).fill('卵'))]),
  ];
}

function extraFields(right: object): BrokenBody[] {
  const members = JSON.stringify(right).slice(1, -1);
  return EXTRA.map((name) => ({
    what: `the extra field ${JSON.stringify(name)}`,
    body: `{${JSON.stringify(name)}:"x"${members && `,${members}`}}`,
    refused: true,
  }));
}

function asAWhole(text: string): BrokenBody[] {
  const json = { contentType: 'application/json', refused: true } as const;
  const member = text.slice(1, -1);
  return [
    { what: 'cut off', body: text.slice(0, -1), ...json },
    { what: 'cut off in the middle', body: text.slice(0, text.length / 2), ...json },
    { what: 'every key twice', body: `{${member},${member}}`, ...json },
    { what: 'a byte order mark', body: `\ufeff${text}`, ...json },
    { what: 'in an array', body: `[${text}]`, ...json },
    { what: 'an empty array', body: '[]', ...json },
    ...['null', '"a"', '5', 'true', '', ' ', '{}{}', 'NaN', "{'a':1}", '/**/{}'].map((body) => ({ what: `body ${body}`, body, ...json })),
    { what: 'something after its end', body: `${text}{}`, ...json },
    { what: 'not UTF-8', body: Buffer.concat([Buffer.from(text.slice(0, -2)), Buffer.from([0xff, 0xfe, 0x22, 0x7d])]), ...json },
    { what: 'UTF-16', body: Buffer.from(text, 'utf16le'), ...json },
    { what: 'deep', body: '['.repeat(100_000), ...json },
    { what: 'too large', body: `{"a":"${'x'.repeat(1_100_000)}"}`, ...json },
    ...['text/plain', 'application/x-www-form-urlencoded', 'application/octet-stream', 'multipart/form-data; boundary=x', 'x', ''].map(
      (contentType) => ({ what: `as ${contentType || 'no type'}`, body: text, contentType, refused: true as const }),
    ),
  ];
}

/** Bodies for a request that takes a file. */
export function brokenFiles(file: Buffer): BrokenBody[] {
  const bytes = { contentType: 'application/octet-stream', refused: true } as const;
  return [
    { what: 'an empty file', body: '', ...bytes },
    { what: 'a text', body: 'これは表ではありません', ...bytes },
    { what: 'zeros', body: Buffer.alloc(100_000), ...bytes },
    { what: 'a zip that is none', body: Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(500, 7)]), ...bytes },
    { what: 'half of its first line', body: file.subarray(0, 40), ...bytes },
    { what: 'all bytes', body: Buffer.from(Array.from({ length: 4_096 }, (_, i) => (i * 37) % 256)), ...bytes },
    { what: 'as JSON', body: file, contentType: 'application/json', refused: true },
    { what: 'as text', body: file, contentType: 'text/csv', refused: true },
  ];
}
