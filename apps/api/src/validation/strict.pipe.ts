import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validate } from 'class-validator';
import { RequestInvalid } from '../problems/errors.js';
import { isFaultless } from './faultless.js';
import { faultsOf } from './faults-of.js';
import { sentence } from './sentences.js';

const PLAIN: readonly unknown[] = [Object, String, Number, Boolean, Array, Buffer];

/** Bodies and query strings are held to their class: no field that it does not have, no value turned into another type. */
@Injectable()
export class StrictPipe implements PipeTransform {
  async transform(value: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    if (metatype === undefined || PLAIN.includes(metatype) || (type !== 'body' && type !== 'query')) return value;
    const fields = type === 'body' ? bodyOf(value) : queryOf(value);
    const { instance, errors } = await heldTo(metatype as new () => object, fields);
    if (errors.length > 0) throw invalid(errors, type);
    return instance;
  }
}

/** The fields as an instance of the class, and where they break its rules. */
export async function heldTo<T extends object>(type: new () => T, fields: object): Promise<{ instance: T; errors: ValidationError[] }> {
  const instance = plainToInstance(type, fields, { enableImplicitConversion: false });
  if (isFaultless(instance)) return { instance, errors: [] };
  return { instance, errors: await validate(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true }) };
}

function bodyOf(value: unknown): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new RequestInvalid([{ pointer: '', text: sentence(value === undefined ? 'missing' : 'body') }]);
}

function queryOf(value: unknown): object {
  const fields = { ...(value as Record<string, unknown>) };
  const repeated = Object.keys(fields).filter((name) => Array.isArray(fields[name]));
  if (repeated.length > 0) throw new RequestInvalid(repeated.map((parameter) => ({ parameter, text: sentence('repeated') })));
  const inherited = Object.keys(fields).filter((name) => name in Object.prototype);
  if (inherited.length > 0) throw new RequestInvalid(inherited.map((parameter) => ({ parameter, text: sentence('whitelistValidation') })));
  return fields;
}

function invalid(errors: readonly ValidationError[], type: 'body' | 'query'): RequestInvalid {
  const place = (pointer: string) => (type === 'body' ? { pointer } : { parameter: pointer.slice(1) });
  return new RequestInvalid(faultsOf(errors, place));
}
