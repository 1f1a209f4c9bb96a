import fc from 'fast-check';
import {
  ALLERGEN_MASTERS,
  allergenMasterOn,
  allergenNamed,
  CATEGORIES,
  CATEGORY_IDS,
  categoryNamed,
  corporateNumberCheckDigit,
  gtinCheckDigit,
  isCorporateNumber,
  PREFECTURES,
  prefectureNamed,
  prefectureWithCode,
  REGIONS,
  readGtin,
  regionNamed,
} from './index.js';

describe('allergens', () => {
  it('are 8 mandatory and 20 recommended until the change of 2026', () => {
    const master = allergenMasterOn('2026-03-31');
    expect([master.mandatory.length, master.recommended.length, master.toBeConfirmed]).toEqual([8, 20, false]);
  });

  it('have cashew mandatory and pistachio recommended from 2026, to be confirmed', () => {
    const master = allergenMasterOn('2026-04-01');
    expect(master.mandatory).toContain('カシューナッツ');
    expect(master.recommended).not.toContain('カシューナッツ');
    expect(master.recommended).toContain('ピスタチオ');
    expect([master.mandatory.length, master.recommended.length, master.toBeConfirmed]).toEqual([9, 20, true]);
  });

  it('stand once each in a master, and the masters in the order of their days', () => {
    for (const { mandatory, recommended } of ALLERGEN_MASTERS) {
      expect(new Set([...mandatory, ...recommended]).size).toBe(mandatory.length + recommended.length);
    }
    const days = ALLERGEN_MASTERS.map((master) => master.validFrom);
    expect(days).toEqual([...days].sort());
  });

  it('are known by the other names of sheets', () => {
    expect(['ピーナッツ', '乳成分', 'ｴﾋﾞ', '小麦', 'まつたけ', 'constructor'].map(allergenNamed)).toEqual([
      '落花生',
      '乳',
      'えび',
      '小麦',
      null,
      null,
    ]);
  });
});

describe('a GTIN', () => {
  it.each([
    ['4569951100000', true, false],
    ['４５６９９５１１０００００', true, false],
    ['14569951100007', true, false],
    ['49012347', true, false],
    ['96385074', true, false],
    ['036000291452', true, false],
    ['4569951100001', false, false],
    ['2012345678903', true, true],
    ['0212345678906', false, true],
  ])('%s: check digit right %s, in-store %s', (text, checkDigitRight, inStore) => {
    expect(readGtin(text)).toMatchObject({ ok: true, checkDigitRight, inStore });
  });

  it.each([
    ['4.90E+12', 'scientific-notation'],
    ['4.90123e12', 'scientific-notation'],
    ['490123', 'wrong-length'],
    ['49O1234567894', 'not-digits'],
    ['https://example.com', 'not-digits'],
    ['\u001d0104569951100000', 'not-digits'],
    ['456995110000①', 'not-digits'],
  ])('%j is refused: %s', (text, reason) => {
    expect(readGtin(text)).toEqual({ ok: false, reason });
  });

  it('keeps its check digit when it is padded with zeros', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{7,12}$/), (payload) => gtinCheckDigit(payload) === gtinCheckDigit(payload.padStart(13, '0'))),
    );
  });

  it('shows every single wrong digit', () => {
    const wrongDigit = fc.tuple(fc.stringMatching(/^\d{12}$/), fc.nat(12), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(wrongDigit, ([payload, place, shift]) => {
        const digits = [...payload, String(gtinCheckDigit(payload))];
        digits[place] = String((Number(digits[place]) + shift) % 10);
        expect(readGtin(digits.join(''))).toMatchObject({ ok: true, checkDigitRight: false });
      }),
    );
  });
});

describe('a corporate number', () => {
  it('begins with 9 − (Σ Pn·Qn mod 9)', () => {
    // The National Tax Agency's own.
    expect(isCorporateNumber('7000012050002')).toBe(true);
    expect(isCorporateNumber('6000012050002')).toBe(false);
    expect(isCorporateNumber('000012050002')).toBe(false);
    expect(isCorporateNumber('７000012050002')).toBe(false);
  });

  it('never begins with 0', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{12}$/),
        (payload) => corporateNumberCheckDigit(payload) >= 1 && corporateNumberCheckDigit(payload) <= 9,
      ),
    );
  });
});

describe('places', () => {
  it('are 47 prefectures, numbered without a gap', () => {
    expect(PREFECTURES.map((prefecture) => Number(prefecture.code))).toEqual(Array.from({ length: 47 }, (_, index) => index + 1));
  });

  it('are found by code, and by name with or without its ending', () => {
    expect(prefectureWithCode('41')?.en).toBe('Saga');
    expect(['佐賀県', '佐賀', '東京', '京都', '北海道', '江戸'].map((name) => prefectureNamed(name)?.code)).toEqual([
      '41',
      '41',
      '13',
      '26',
      '01',
      undefined,
    ]);
  });

  it('make up regions of known prefectures', () => {
    for (const region of REGIONS) {
      expect(region.prefectures.every((code) => prefectureWithCode(code) !== null)).toBe(true);
      expect(new Set(region.prefectures).size).toBe(region.prefectures.length);
    }
  });

  it('九州 is 40–46, without Okinawa', () => {
    expect(regionNamed('九州')?.prefectures).toEqual(['40', '41', '42', '43', '44', '45', '46']);
  });

  it('東日本 and 西日本 divide the country', () => {
    const east = regionNamed('東日本')?.prefectures ?? [];
    const west = regionNamed('西日本')?.prefectures ?? [];
    expect(east).toHaveLength(17);
    expect([...east, ...west].sort()).toEqual(PREFECTURES.map((prefecture) => prefecture.code));
  });
});

describe('categories', () => {
  it('have one entry for each id, and only daily goods are no food', () => {
    expect(CATEGORIES.map((category) => category.id)).toEqual([...CATEGORY_IDS]);
    expect(CATEGORIES.filter((category) => !category.food).map((category) => category.id)).toEqual(['daily-goods']);
  });

  it('are found by their word, and by none that only looks like one', () => {
    expect(['レトルト', 'ﾚﾄﾙﾄ', 'お菓子', '文具', 'toString'].map((word) => categoryNamed(word)?.id)).toEqual([
      'retort',
      'retort',
      'confectionery',
      undefined,
      undefined,
    ]);
  });
});
