import { readFileSync } from 'node:fs';

/** JSON Schema as ajv reads it: no references, and `nullable` told as an alternative. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly type: string; readonly schema: Schema } | null;
  /** By status; `default` for the problems of every request. Null: an answer without a schema. */
  readonly answers: ReadonlyMap<string, Schema | null>;
  /** The slugs of its problems. */
  readonly problems: ReadonlySet<string>;
  readonly needsSignIn: boolean;
}

interface RawSchema extends Schema {
  readonly $ref?: string;
  readonly allOf?: readonly RawSchema[];
  readonly oneOf?: readonly RawSchema[];
  readonly nullable?: boolean;
  readonly description?: string;
  readonly example?: unknown;
  readonly default?: unknown;
}

type Content = Readonly<Record<string, { readonly schema?: RawSchema }>>;

interface RawOperation {
  readonly operationId: string;
  readonly parameters?: readonly (Omit<Parameter, 'schema'> & { readonly schema?: RawSchema })[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
  readonly security?: readonly unknown[];
}

interface RawDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, RawSchema>> };
}

const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as RawDocument;

export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, raw]) => operationOf(method.toUpperCase(), path, raw)),
);

function operationOf(method: string, path: string, raw: RawOperation): Operation {
  const responses = Object.entries(raw.responses);
  const refusals = responses.filter(([status]) => !status.startsWith('2')).map(([, { description }]) => description);
  return {
    id: raw.operationId,
    method,
    path,
    parameters: (raw.parameters ?? []).map((one) => ({ ...one, schema: schemaOf(one.schema ?? { type: 'string' }) })),
    body: contentOf(raw.requestBody?.content),
    answers: new Map(responses.map(([status, { content }]) => [status, contentOf(content)?.schema ?? null])),
    problems: new Set(refusals.flatMap((text) => text.match(/[a-z]+(-[a-z]+)+|busy/g) ?? [])),
    needsSignIn: (raw.security ?? []).length > 0,
  };
}

function contentOf(content: Content = {}): { type: string; schema: Schema } | null {
  const [only] = Object.entries(content);
  return only?.[1].schema ? { type: only[0], schema: schemaOf(only[1].schema) } : null;
}

function schemaOf({ $ref, allOf = [], oneOf, nullable, description: _, example: __, default: ___, ...own }: RawSchema): Schema {
  const name = $ref?.split('/').at(-1);
  const referred = name === undefined ? [] : [document.components.schemas[name] as RawSchema];
  const { items, properties, additionalProperties, ...rest } = own;
  const inner: Schema = {
    ...rest,
    ...(items ? { items: schemaOf(items) } : {}),
    ...(properties ? { properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, schemaOf(one)])) } : {}),
    ...(typeof additionalProperties === 'object' ? { additionalProperties: schemaOf(additionalProperties) } : { additionalProperties }),
    ...(oneOf ? { anyOf: oneOf.map(schemaOf) } : {}),
  };
  const plain = [...[...referred, ...allOf].map(schemaOf), inner].reduce(both);
  return nullable ? { anyOf: [plain, { type: 'null' }] } : plain;
}

/** What holds for one holds for the other too. */
function both(one: Schema, other: Schema): Schema {
  const said = Object.fromEntries(Object.entries(other).filter(([, value]) => value !== undefined)) as Schema;
  const required = [...(one.required ?? []), ...(said.required ?? [])];
  const properties = { ...one.properties, ...said.properties };
  return {
    ...one,
    ...said,
    ...(required.length > 0 ? { required } : {}),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
  };
}
