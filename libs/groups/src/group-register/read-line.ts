import { isCorporateNumber, prefectureNamed } from '@wakachi/catalogue';
import {
  choice,
  complete,
  mark,
  orBlank,
  phone,
  plainDigits,
  postcode,
  requiredText,
  text,
  weekdays,
  wholeNumber,
} from '@wakachi/exchange';
import type { CalendarDate } from '@wakachi/kernel';
import type { GroupRow } from './columns.js';
import type { Attention, DeliverySite, GroupLine } from './group-line.js';
import { attentionMessage, expectation, message } from './messages.js';
import { readQualifications } from './qualifications.js';
import { readRefusals } from './refusals.js';

const HALF_DAYS = choice<'morning' | 'afternoon' | 'any'>({
  午前: 'morning',
  午後: 'afternoon',
  終日: 'any',
  AM: 'morning',
  PM: 'afternoon',
});
const litres = orBlank(wholeNumber({ min: 0 }));

/** Null when something in the row is unread; its issues are noted on the row. */
export function readGroupLine(row: GroupRow, asOf: CalendarDate): GroupLine | null {
  const corporateNumber = readCorporateNumber(row);
  const refusals = readRefusals(row.read('refusals', text()) ?? '');
  const frozenLitres = row.read('frozenCapacity', litres);
  const qualifications = readQualifications(row, frozenLitres, asOf);
  const site = readSite(row.read('site', text()) ?? '');
  return complete<GroupLine>({
    rowNumber: row.rowNumber,
    ...readIdentity(row),
    corporateNumber: corporateNumber.value,
    ...readAddress(row),
    households: row.read('households', wholeNumber({ min: 1 })),
    children: row.read('children', orBlank(wholeNumber({ min: 0 }))),
    capacityMillilitres: capacityOf(row.read('ambientCapacity', litres), row.read('chilledCapacity', litres), frozenLitres),
    receivingWeekdays: row.read('weekdays', weekdays),
    receivingHalfDay: row.read('halfDay', orBlank(HALF_DAYS)),
    refuses: refusals.refuses,
    allergyHandling: row.read('allergyHandling', mark),
    qualifications: qualifications.qualifications,
    forklift: row.read('forklift', mark),
    largestVehicle: row.read('largestVehicle', text(50)),
    contactBy: row.read('contactBy', text(50)),
    site: site.site,
    attention: [...corporateNumber.attention, ...refusals.attention, ...qualifications.attention, ...site.attention],
  });
}

function readIdentity(row: GroupRow) {
  return {
    code: row.read('code', requiredText(50))?.normalize('NFKC').toUpperCase(),
    name: row.read('name', requiredText(200)),
    kana: row.read('kana', text(200))?.normalize('NFKC'),
    legalForm: row.read('legalForm', text(50)),
    activity: row.read('activity', text(200)),
  };
}

function readAddress(row: GroupRow) {
  return {
    postcode: row.read('postcode', postcode),
    prefecture: readPrefecture(row),
    city: row.read('city', requiredText(100)),
    street: row.read('street', text(200)),
    phone: row.read('phone', orBlank(phone)),
    mail: readMail(row),
    fax: row.read('fax', orBlank(phone)),
  };
}

function readPrefecture(row: GroupRow): string | undefined {
  const name = row.read('prefecture', requiredText(20));
  if (name === undefined) return undefined;
  const prefecture = prefectureNamed(name);
  if (prefecture !== null) return prefecture.code;
  const code = 'unknown-prefecture';
  row.note('prefecture', { code, message: message(code, { found: name }), expected: expectation('prefecture') });
  return undefined;
}

/** No more than a look: only a delivered message proves an address. */
function readMail(row: GroupRow): string | null | undefined {
  const mail = row.read('mail', orBlank(text(254)));
  if (typeof mail !== 'string' || /^[^\s@]+@[^\s@]+$/.test(mail)) return mail;
  const code = 'not-a-mail-address';
  row.note('mail', { code, message: message(code, { found: mail }), expected: expectation('mail') });
  return undefined;
}

/** A number that fails its own check is kept and flagged: the group exists, and a typing slip is mended by asking. */
function readCorporateNumber(row: GroupRow): { value: string | null | undefined; attention: Attention[] } {
  if (row.isBlank('corporateNumber')) return { value: null, attention: [] };
  const number = plainDigits(row.shown('corporateNumber')).replace(/[\s-]/g, '');
  const expected = expectation('corporate-number');
  if (!/^\d{13}$/.test(number)) {
    const code = 'not-a-corporate-number';
    row.note('corporateNumber', { code, message: message(code, { found: number }), expected });
    return { value: undefined, attention: [] };
  }
  if (isCorporateNumber(number)) return { value: number, attention: [] };
  const code = 'corporate-number-check-digit';
  const text = attentionMessage(code, { text: number });
  row.note('corporateNumber', { code, message: text, expected }, 'warning');
  return { value: number, attention: [{ code, text: number, message: text }] };
}

function readSite(written: string): { site: DeliverySite; attention: Attention[] } {
  if (/^(同上|同左|住所に同じ)$/.test(written)) return { site: 'same-as-address', attention: [] };
  if (written !== '' && !/別途|未定|確認/.test(written)) return { site: { address: written }, attention: [] };
  const code = 'site-to-be-confirmed';
  return {
    site: 'to-be-confirmed',
    attention: [{ code, text: written, message: attentionMessage(code, { text: written || '空欄 / blank' }) }],
  };
}

function capacityOf(
  ambient: number | null | undefined,
  chilled: number | null | undefined,
  frozen: number | null | undefined,
): GroupLine['capacityMillilitres'] | undefined {
  if (ambient === undefined || chilled === undefined || frozen === undefined) return undefined;
  return { ambient: millilitres(ambient), chilled: millilitres(chilled), frozen: millilitres(frozen) };
}

function millilitres(litres: number | null): number | null {
  return litres === null ? null : litres * 1000;
}
