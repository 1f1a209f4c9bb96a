import { plainArray } from './plain-array.js';

describe('plainArray', () => {
  it('writes ids, numbers and nulls as PostgreSQL reads them', () => {
    expect(plainArray(['a-1', null, 'b-2'])).toBe('{a-1,NULL,b-2}');
    expect(plainArray([3, 0])).toBe('{3,0}');
    expect(plainArray([])).toBe('{}');
  });
});
