import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Program } from '../../harness/program.js';

const tag = randomBytes(4).toString('hex');
const [database, user] = [`fresh_${tag}`, `fresh_${tag}`];
const adminUrl = process.env['WAKACHI_TEST_ADMIN_URL'] as string;

async function admin(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

afterAll(() => admin(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`, `DROP ROLE IF EXISTS ${user}`));

it('wakachi migrate --create-user makes a fresh database usable, and may be run again', async () => {
  await admin(`CREATE DATABASE ${database}`);
  const owner = new URL(adminUrl);
  owner.pathname = `/${database}`;
  const application = new URL(owner);
  Object.assign(application, { username: user, password: 'of-the-application' });
  const env = { DATABASE_OWNER_URL: owner.href, DATABASE_URL: application.href };
  for (let times = 0; times < 2; times += 1)
    expect(await Program.start('bin/wakachi.mjs', env, ['migrate', '--create-user']).ended()).toBe(0);
  const client = new pg.Client({ connectionString: application.href });
  await client.connect();
  expect((await client.query('SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user')).rows).toEqual([
    { rolsuper: false, rolbypassrls: false },
  ]);
  expect((await client.query('SELECT waiting FROM outbox_lag()')).rows).toEqual([{ waiting: '0' }]);
  await client.end();
  expect(await Program.start('bin/wakachi.mjs', env, ['migrate', '--make-coffee']).ended()).toBe(64);
});
