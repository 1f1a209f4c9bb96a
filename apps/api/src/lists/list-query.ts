import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { MayBeAbsent, OneOf, QueryWhole } from '../validation/fields.js';

const DEFAULT_LIMIT = 50;
const MOST_ROWS = 200;

export interface PageRequest {
  limit: number;
  cursor?: string;
  sort: string;
}

/** The query of a list that can be sorted by each of these columns, forwards or backwards (`-`). */
export function ListQuery(columns: readonly string[], defaultSort = columns[0] as string): Type<PageRequest> {
  const sorts = columns.flatMap((column) => [column, `-${column}`]);

  class Query implements PageRequest {
    @MayBeAbsent()
    @QueryWhole(1, MOST_ROWS)
    @ApiProperty({ default: DEFAULT_LIMIT })
    limit = DEFAULT_LIMIT;

    @MayBeAbsent()
    @IsString()
    @MaxLength(1_000)
    @ApiProperty({ type: 'string', description: '前の応答の next / the `next` of the earlier answer' })
    cursor?: string;

    @MayBeAbsent()
    @OneOf(sorts)
    @ApiProperty({ default: defaultSort })
    sort = defaultSort;
  }
  return Query;
}
