import { ACCESS_ENTITIES } from '@wakachi/access';
import { DISTRIBUTIONS_ENTITIES } from '@wakachi/distributions';
import { DONATIONS_ENTITIES } from '@wakachi/donations';
import { GROUPS_ENTITIES } from '@wakachi/groups';
import { LOGISTICS_ENTITIES } from '@wakachi/logistics';
import { ImportBatch } from '@wakachi/platform';
import { ROUNDS_ENTITIES } from '@wakachi/rounds';
import { EntitySchema, getMetadataArgsStorage } from 'typeorm';
import { type TestDatabase, testDatabase } from '../harness/test-database.js';
import { disagreements, type TableColumn, tableColumns } from './table-columns.js';

const ENTITIES = [
  ImportBatch,
  ...ACCESS_ENTITIES,
  ...DONATIONS_ENTITIES,
  ...GROUPS_ENTITIES,
  ...ROUNDS_ENTITIES,
  ...LOGISTICS_ENTITIES,
  ...DISTRIBUTIONS_ENTITIES,
];

/** Wrong in every way that counts: `person` has no `nickname`, an e-mail is text, a role is never null, active is no key, a name is a must. */
const PLANTED = new EntitySchema({
  name: 'Planted',
  tableName: 'person',
  columns: {
    networkId: { type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    nickname: { type: 'text' },
    email: { type: 'int' },
    role: { type: 'text', nullable: true },
    active: { type: 'boolean', primary: true },
  },
});

let test: TestDatabase;
let columns: TableColumn[];

beforeAll(async () => {
  test = await testDatabase([...ENTITIES, PLANTED], 2);
  columns = await test.asOwner(tableColumns);
});
afterAll(() => test.drop());

const found = (entity: (typeof ENTITIES)[number] | typeof PLANTED) =>
  disagreements(test.db.dataSource.getMetadata(entity), columns, test.db.dataSource);

it.each(ENTITIES.map((entity) => [entity.name, entity] as const))('%s and its table agree', (_name, entity) => {
  expect(found(entity)).toEqual([]);
});

it('an entity that does not fit its table is found out', () => {
  expect(found(PLANTED).sort()).toEqual([
    'active: not in the primary key, mapped otherwise',
    'display_name: must be given a value, not mapped',
    'email: text, mapped as integer',
    'nickname: the table has no such column',
    'role: not null, mapped as nullable',
  ]);
});

it('every entity that the libs define is in a list that an app can load', () => {
  // By name: in one process, the global setup has loaded some of them from dist as well.
  const listed = new Set<unknown>(ENTITIES.map((entity) => entity.name));
  const defined = getMetadataArgsStorage().tables.map((table) => (table.target as { name: string }).name);
  expect(defined.filter((name) => !listed.has(name))).toEqual([]);
});
