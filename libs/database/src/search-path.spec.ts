import { type TestDatabase, testDatabase } from '../../../test/harness/test-database.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase([], 1);
});
afterAll(() => test.drop());

describe('functions that enter a network', () => {
  it('all look names up along the same path, so that none throws the plans of another away', async () => {
    const { rows } = await test.asOwner((owner) =>
      owner.query(`SELECT proname FROM pg_proc
                    WHERE pronamespace = 'public'::regnamespace AND prosrc ~ 'PERFORM enter_network'
                      AND NOT coalesce(proconfig, '{}') @> ARRAY['search_path=pg_catalog, public, pg_temp']`),
    );
    expect(rows).toEqual([]);
  });
});
