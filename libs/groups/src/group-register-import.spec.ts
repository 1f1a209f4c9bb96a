import { AlreadyImported, ImportRefused } from '@wakachi/platform';
import { sample, TestApplication } from '../../../test/harness/application.js';
import { GroupRegisterImport, GroupsAlreadyRegistered, RecipientGroup } from './index.js';

let app: TestApplication;
beforeAll(async () => {
  app = await TestApplication.start();
});
afterAll(() => app.stop());

const importInto = async (name: string, networkId: string, change: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes) => {
  const { bytes } = await sample('groups.csv');
  return app.get(GroupRegisterImport).import(networkId, { bytes: change(bytes), fileName: 'groups.csv' }, app.person(name, 'coordinator'));
};
const groupsOf = (networkId: string) => app.db.inNetwork(networkId, (tx) => tx.count(RecipientGroup));

describe('importing a register of groups', () => {
  it('registers every group with its households', async () => {
    const networkId = await app.network('register');
    await expect(importInto('register', networkId)).resolves.toMatchObject({ groups: 100, households: 25_000 });
    await expect(groupsOf(networkId)).resolves.toBe(100);
  });

  it('takes the same file in once', async () => {
    const networkId = await app.network('register-twice');
    await importInto('register-twice', networkId);
    await expect(importInto('register-twice', networkId)).rejects.toBeInstanceOf(AlreadyImported);
  });

  it('refuses another file that names groups it has, and names them', async () => {
    const networkId = await app.network('register-again');
    await importInto('register-again', networkId);
    const withoutLastLine = (bytes: Uint8Array) => bytes.subarray(0, bytes.lastIndexOf(10, bytes.length - 2) + 1);
    const error = await importInto('register-again', networkId, withoutLastLine).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(GroupsAlreadyRegistered);
    expect((error as GroupsAlreadyRegistered).text.ja).toContain('G001');
    await expect(groupsOf(networkId)).resolves.toBe(100);
  });

  it('registers nobody when one row is wrong', async () => {
    const networkId = await app.network('register-broken');
    const doubled = (bytes: Uint8Array) => Buffer.concat([bytes, bytes.subarray(bytes.indexOf(10) + 1)]);
    await expect(importInto('register-broken', networkId, doubled)).rejects.toBeInstanceOf(ImportRefused);
    await expect(groupsOf(networkId)).resolves.toBe(0);
  });
});
