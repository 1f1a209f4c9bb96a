import type { Donor } from '@wakachi/donations';
import { ListQuery } from '../lists/list-query.js';
import { MayBeAbsent, Text } from '../validation/fields.js';

export class DonorListQuery extends ListQuery(['name']) {
  /** 名前の一部 / a part of the name */
  @MayBeAbsent()
  @Text(200)
  search?: string;
}

export class NewDonorDto {
  /** 正式な名前 / the name as the donor writes it */
  @Text(200)
  name: string;
}

/** 寄贈企業 */
export class DonorDto {
  id: string;
  name: string;
}

export class DonorPageDto {
  items: DonorDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export function donorDto({ id, name }: Donor): DonorDto {
  return { id, name };
}
