import type { Hub } from '@wakachi/logistics';
import { ListQuery } from '../lists/list-query.js';
import { Text } from '../validation/fields.js';

export class HubListQuery extends ListQuery(['name']) {}

export class NewHubDto {
  /** 一覧表での呼び名（例: 東京） / as sheets call it */
  @Text(100)
  name: string;
}

/** 集約拠点 */
export class HubDto {
  id: string;
  name: string;
}

export class HubPageDto {
  items: HubDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export function hubDto({ id, name }: Hub): HubDto {
  return { id, name };
}
