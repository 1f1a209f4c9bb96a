import { issueToken, readToken } from './sign-in-token.js';

const NOW = new Date('2026-11-24T00:00:00Z');
const LATER = new Date('2026-11-24T13:00:00Z');
const WHO = { networkId: 'network', personId: 'person', role: 'coordinator' } as const;

describe('a sign-in token', () => {
  it('says who it was made for, the first time and every time', () => {
    const token = issueToken(WHO, NOW);
    for (let time = 0; time < 3; time += 1) expect(readToken(token, NOW)).toEqual(WHO);
  });

  it('ends, also when it has been seen before', () => {
    const token = issueToken(WHO, NOW);
    expect(readToken(token, NOW)).not.toBeNull();
    expect(readToken(token, LATER)).toBeNull();
  });

  it('is worth nothing with another payload or another signature, also after the real one', () => {
    const token = issueToken(WHO, NOW);
    readToken(token, NOW);
    const [payload, mark] = token.split('.') as [string, string];
    const other = Buffer.from(JSON.stringify({ ...WHO, role: 'network-admin', until: LATER.getTime() })).toString('base64url');
    for (const forged of [`${other}.${mark}`, `${payload}.${mark.slice(1)}x`, `${payload}.`, payload, '.', ''])
      expect(readToken(forged, NOW)).toBeNull();
  });
});
