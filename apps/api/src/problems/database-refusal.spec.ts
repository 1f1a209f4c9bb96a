import { QueryFailedError } from 'typeorm';
import { databaseRefusal } from './database-refusal.js';

const refused = (code: string) => databaseRefusal(new QueryFailedError('SELECT secret', [], Object.assign(new Error('secret'), { code })));

describe('what the database refuses', () => {
  it.each([
    ['a value that is there already', '23505', 'clash-with-record', 'conflict'],
    ['what a check never lets be', '23514', 'clash-with-record', 'conflict'],
    ['a reference to nothing', '23503', 'refers-to-nothing', 'conflict'],
    ['a value out of range', '22003', 'value-refused', 'invalid'],
    ['a text that is no UUID', '22P02', 'value-refused', 'invalid'],
    ['NUL in a text', '22021', 'value-refused', 'invalid'],
    ['a serialisation failure', '40001', 'busy', 'unavailable'],
    ['a deadlock', '40P01', 'busy', 'unavailable'],
  ])('%s (%s) is %s', (_, code, type, kind) => {
    expect(refused(code)).toMatchObject({ type, kind, details: {} });
  });

  it('asks to come back when others were writing', () => {
    expect(refused('40P01')).toMatchObject({ headers: { 'retry-after': '1' } });
  });

  it('leaves everything else to be a bug, and says nothing of it', () => {
    expect([refused('42703'), databaseRefusal(new Error('secret'))]).toEqual([null, null]);
  });
});
