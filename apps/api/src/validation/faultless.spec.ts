import 'reflect-metadata';
import { CATEGORY_IDS } from '@wakachi/catalogue';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import fc from 'fast-check';
import { ContactDto } from '../groups/group.dto.js';
import { NewOfferDto } from '../offers/new-offer.dto.js';
import { DisposeCommandDto, HandOutCommandDto } from '../stock/command.dto.js';
import { isFaultless } from './faultless.js';
import { heldTo } from './strict.pipe.js';

type Body = Readonly<Record<string, unknown>>;

const ID = '01a20afb-df2c-761c-9c3c-480782b2b33c';
const command = { id: ID, occurredAt: '2026-11-24T09:00:00+09:00', siteId: ID, lines: [{ lotId: ID, units: 1 }] };
const offer = {
  donorId: ID,
  hubId: null,
  itemName: '米',
  category: CATEGORY_IDS[0],
  temperature: 'ambient',
  cases: 2,
  unitsPerCase: 12,
  freightPaidBy: 'donor',
};
const KINDS: [string, new () => object, Body][] = [
  ['a disposal', DisposeCommandDto, { ...command, reason: '水ぬれ' }],
  ['a hand-out', HandOutCommandDto, { ...command, households: 1, children: 0 }],
  ['a contact, with a field left out and one without a value', ContactDto, { phone: null, mail: 'a@example.jp' }],
  ['an offer, with an object in it', NewOfferDto, { ...offer, dateLabel: { kind: 'use-by', date: '2027-03' } }],
];

const ODD = fc.oneof(
  fc.constantFrom(undefined, null, '', ' ', 'x', 0, 1, -1, 1.5, 2 ** 31, true, ID, ID.toUpperCase(), '2026-11-24', 'constructor'),
  fc.constantFrom(
    [],
    {},
    [null],
    [[]],
    [{}],
    [undefined],
    [{ lotId: ID, units: 1 }],
    [{ lotId: ID, units: 0 }],
    [[{ lotId: ID, units: 1 }]],
  ),
  fc.constantFrom({ kind: 'use-by', date: '2027-03' }, { kind: 'x' }, [{ lotId: ID, units: 1, x: 1 }], { 0: { lotId: ID, units: 1 } }),
  fc.jsonValue(),
);

/** One or two fields of a good body are something else, or there is one too many. */
function spoilt(body: Body): fc.Arbitrary<Body> {
  const field = fc.tuple(fc.constantFrom(...Object.keys(body), 'more', 'toString', 'hasOwnProperty'), ODD);
  return fc.array(field, { minLength: 1, maxLength: 2 }).map((fields) => ({ ...body, ...Object.fromEntries(fields) }));
}

const classValidatorOn = (instance: object) =>
  validate(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });

describe.each(KINDS)('%s', (_, type, good) => {
  it('is seen to be faultless without asking class-validator', () => {
    expect(isFaultless(plainToInstance(type, good))).toBe(true);
  });

  it('is never called faultless when class-validator finds a fault', async () => {
    const property = fc.asyncProperty(spoilt(good), async (body) => {
      const instance = plainToInstance(type, body, { enableImplicitConversion: false });
      if (isFaultless(instance)) expect(await classValidatorOn(instance)).toEqual([]);
    });
    await fc.assert(property, { numRuns: 500 });
  });

  it('has the faults that class-validator finds, no more and no fewer', async () => {
    const property = fc.asyncProperty(spoilt(good), async (body) => {
      const { instance, errors } = await heldTo(type, body);
      expect(errors).toEqual(await classValidatorOn(instance));
    });
    await fc.assert(property, { numRuns: 200 });
  });
});

it('knows nothing of a class without rules', () => {
  expect(isFaultless(new (class {})())).toBe(false);
  expect(isFaultless(Object.create(null))).toBe(false);
});
