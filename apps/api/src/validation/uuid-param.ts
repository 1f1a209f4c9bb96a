import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { isUuid } from '@wakachi/kernel';
import { RequestInvalid } from '../problems/errors.js';
import { sentence } from './sentences.js';

class UuidPipe implements PipeTransform<string, string> {
  constructor(private readonly parameter: string) {}

  transform(value: string): string {
    const id = value.toLowerCase();
    if (isUuid(id)) return id;
    throw new RequestInvalid([{ parameter: this.parameter, text: sentence('isUuid') }]);
  }
}

/** An id in the path, in either case. */
export function Id(name: string): ParameterDecorator {
  return (target, key, index) => {
    Param(name, new UuidPipe(name))(target, key, index);
    const method = Object.getOwnPropertyDescriptor(target, key as string) as PropertyDescriptor;
    ApiParam({ name, schema: { type: 'string', format: 'uuid' } })(target, key as string, method);
  };
}
