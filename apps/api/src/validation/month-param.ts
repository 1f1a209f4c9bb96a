import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { isMonth } from '@wakachi/stock-ledger';
import { RequestInvalid } from '../problems/errors.js';
import { sentence } from './sentences.js';

class MonthPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (isMonth(value)) return value;
    throw new RequestInvalid([{ parameter: 'month', text: sentence('isMonth') }]);
  }
}

/** The month in the path, `YYYY-MM`. */
export function InMonth(): ParameterDecorator {
  return (target, key, index) => {
    Param('month', new MonthPipe())(target, key, index);
    const method = Object.getOwnPropertyDescriptor(target, key as string) as PropertyDescriptor;
    ApiParam({ name: 'month', schema: { type: 'string', pattern: '^\\d{4}-\\d{2}$' } })(target, key as string, method);
  };
}
