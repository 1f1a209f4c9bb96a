import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { isCalendarDate, isUuid } from '@wakachi/kernel';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/** The most that a column of whole numbers holds. */
export const LARGEST_WHOLE = 2_147_483_647;

/** Direction marks that can make a name read otherwise than it is stored. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;
const UUID_V7 = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const INVISIBLE_ONLY = /^[\p{Z}\p{C}\u3164\u2800]*$/u;

const check = (name: string, validate: (value: unknown) => boolean) => ValidateBy({ name, validator: { validate } });
const isText = (value: unknown): value is string => typeof value === 'string';
const isPrintable = (text: string) => !BIDI.test(text) && !/\p{Cc}/u.test(text);
const isSeen = (text: string) => isPrintable(text) && !INVISIBLE_ONLY.test(text);
const onText = (change: (text: string) => string) => Transform(({ value }) => (isText(value) ? change(value) : value));
const documented = (options: ApiPropertyOptions, ...rules: PropertyDecorator[]) => applyDecorators(...rules, ApiProperty(options));

interface TextOptions {
  /** Line breaks may stand in it. */
  readonly lines?: boolean;
}

/** What people read: NFC, trimmed, at least one character that is seen, none that hides or turns others. */
export const Text = (most: number, { lines = false }: TextOptions = {}) =>
  documented(
    { type: 'string', minLength: 1, maxLength: most },
    onText((text) => text.normalize('NFC').trim()),
    IsString(),
    check('isNotBlank', (value) => isText(value) && !INVISIBLE_ONLY.test(value)),
    check('isPrintable', (value) => isText(value) && isPrintable(lines ? value.replace(/[\n\t]/g, '') : value)),
    MaxLength(most),
  );

export const Whole = (least: number, most = LARGEST_WHOLE) =>
  documented({ type: 'integer', minimum: least, maximum: most }, IsInt(), Min(least), Max(most));

const DECIMAL = /^(0|[1-9]\d{0,9})(\.\d{1,6})?$/;

/** Not below 0, in text: `"0.05"`. A number would be rounded on its way. */
export const Decimal = () =>
  documented(
    { type: 'string', pattern: DECIMAL.source, maxLength: 17 },
    check('isDecimal', (value) => isText(value) && DECIMAL.test(value)),
  );

export const YesNo = () => documented({ type: 'boolean' }, IsBoolean());

export const Uuid = () =>
  documented(
    { type: 'string', format: 'uuid' },
    onText((text) => text.toLowerCase()),
    check('isUuid', (value) => isText(value) && isUuid(value)),
  );

/** An id that sorts by time (RFC 9562, version 7), made by whoever sends it. */
export const UuidV7 = () =>
  documented(
    { type: 'string', format: 'uuid', pattern: UUID_V7.source },
    onText((text) => text.toLowerCase()),
    check('isUuidV7', (value) => isText(value) && isUuid(value) && UUID_V7.test(value)),
  );

/** `2026-11-24T09:00:00+09:00`: an instant needs its offset from UTC. */
export const Instant = () =>
  documented(
    { type: 'string', format: 'date-time', maxLength: 40 },
    check(
      'isInstant',
      (value) => isText(value) && INSTANT.test(value) && isCalendarDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)),
    ),
  );

export const NotZero = () => check('isNotZero', (value) => value !== 0);

/** No two entries of a list name the same thing. */
export const UniqueBy = (field: string) =>
  check(
    'arrayUnique',
    (value) =>
      !Array.isArray(value) || new Set(value.map((entry) => (entry as Record<string, unknown> | null)?.[field])).size === value.length,
  );

/** `YYYY-MM-DD`. */
export const Day = () =>
  documented(
    { type: 'string', format: 'date' },
    check('isDay', (value) => isText(value) && isCalendarDate(value)),
  );

export const OneOf = (values: readonly (string | number)[]) => documented({ enum: [...values] }, IsIn(values));

/** Addresses are compared in lower case. */
export const Email = () =>
  documented(
    { type: 'string', format: 'email', maxLength: 254 },
    onText((text) => text.trim().toLowerCase()),
    IsEmail(),
    MaxLength(254),
  );

/** The field may be left out. */
export const MayBeAbsent = () =>
  documented(
    { required: false },
    ValidateIf((_, value) => value !== undefined),
  );

/** The field may be null, which says that there is no value. */
export const OrNull = () =>
  documented(
    { nullable: true },
    ValidateIf((_, value) => value !== null),
  );

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Beside ValidateNested, which takes an empty array for an object. */
export const IsOneObject = () => check('isObject', isObject);

interface ListOptions {
  readonly least?: number;
  readonly most: number;
}

/** Objects, each held to its own class. */
export const ListOf = (type: () => new () => object, { least = 1, most }: ListOptions) =>
  documented(
    { type: type(), isArray: true, minItems: least, maxItems: most },
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(most),
    check('isObject', (value) => Array.isArray(value) && value.every(isObject)),
    ValidateNested({ each: true }),
    Type(type),
  );

/** Words that people typed, each as `Text`. */
export const TextList = (most: number, mostLetters: number) =>
  documented(
    { type: 'string', isArray: true, maxItems: most },
    Transform(({ value }) => (Array.isArray(value) ? value.map((text) => (isText(text) ? text.normalize('NFC').trim() : text)) : value)),
    IsArray(),
    ArrayMaxSize(most),
    check(
      'isPrintable',
      (value) => Array.isArray(value) && value.every((text) => isText(text) && isSeen(text) && text.length <= mostLetters),
    ),
  );

/** A whole number in a query string, where everything is text. */
export const QueryWhole = (least: number, most: number) =>
  documented(
    { type: 'integer', minimum: least, maximum: most },
    Transform(({ value }) => (isText(value) && /^\d{1,15}$/.test(value) ? Number(value) : value)),
    check('isWholeText', (value) => typeof value === 'number'),
    Min(least),
    Max(most),
  );

export const QueryYesNo = () =>
  documented(
    { type: 'boolean' },
    Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean(),
  );
