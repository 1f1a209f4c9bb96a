import { ApiProperty } from '@nestjs/swagger';
import type { Contact, Qualification, RecipientGroup, Site } from '@wakachi/groups';
import { TEMPERATURE_CLASSES, type TemperatureClass } from '@wakachi/kernel';
import { Matches } from 'class-validator';
import { ListQuery } from '../lists/list-query.js';
import { Email, MayBeAbsent, OrNull, Text } from '../validation/fields.js';

export class GroupListQuery extends ListQuery(['code', 'name', 'kana']) {
  /** コード、名前、カナの一部 / a part of the code, the name or its kana */
  @MayBeAbsent()
  @Text(200)
  search?: string;

  /** JIS の都道府県コード / the prefecture's JIS code */
  @MayBeAbsent()
  @Matches(/^\d{2}$/)
  @ApiProperty({ type: 'string', pattern: '^\\d{2}$' })
  prefecture?: string;
}

/** 連絡先の訂正。送らない項目はそのままです / left out: as it was */
export class ContactDto implements Contact {
  @MayBeAbsent()
  @OrNull()
  @Text(30)
  phone?: string | null;

  @MayBeAbsent()
  @OrNull()
  @Email()
  mail?: string | null;

  @MayBeAbsent()
  @OrNull()
  @Text(30)
  fax?: string | null;

  @MayBeAbsent()
  @OrNull()
  @Text(100)
  contactBy?: string | null;

  /** 納品先。null は未確認で、出荷できません / null: not known, so that nothing can be dispatched to it */
  @MayBeAbsent()
  @OrNull()
  @Text(300)
  deliveryAddress?: string | null;
}

export class QualificationDto {
  kind: Qualification['kind'];

  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  validFrom: string | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  validUntil: string | null;
}

/** 受取団体 */
export class GroupDto {
  id: string;
  code: string;
  name: string;
  kana: string | null;
  prefecture: string;
  city: string | null;

  /** 登録世帯数 / registered households */
  @ApiProperty({ type: 'integer' })
  households: number;

  @ApiProperty({ type: 'integer', nullable: true })
  children: number | null;

  refusesCategories: string[];

  @ApiProperty({ enum: TEMPERATURE_CLASSES, isArray: true })
  refusesTemperatures: TemperatureClass[];
}

export class GroupPageDto {
  items: GroupDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export class GroupWithContactDto extends GroupDto {
  legalForm: string | null;
  corporateNumber: string | null;
  activity: string | null;
  postcode: string | null;
  street: string | null;
  phone: string | null;
  mail: string | null;
  fax: string | null;
  contactBy: string | null;
  allergyHandling: boolean | null;
  deliveryAddress: string | null;

  /** 0 は日曜。空はいつでも / 0: Sunday; empty: any day */
  @ApiProperty({ type: 'integer', isArray: true })
  receivingWeekdays: number[];

  qualifications: QualificationDto[];
}

export class ImportedGroupsDto {
  batchId: string;

  @ApiProperty({ type: 'integer' })
  groups: number;

  @ApiProperty({ type: 'integer' })
  households: number;

  /** 担当者が見るべき団体 / groups that a person should look at */
  @ApiProperty({ type: 'integer' })
  attention: number;
}

export function groupDto(group: RecipientGroup): GroupDto {
  const { id, code, name, kana, prefecture, city, households, children, refusesCategories, refusesTemperatures } = group;
  return { id, code, name, kana, prefecture, city, households, children, refusesCategories, refusesTemperatures };
}

export function groupWithContactDto(
  group: RecipientGroup,
  site: Site | null,
  qualifications: readonly Qualification[],
): GroupWithContactDto {
  const { legalForm, corporateNumber, activity, postcode, street, phone, mail, fax, contactBy, allergyHandling } = group;
  return {
    ...groupDto(group),
    ...{ legalForm, corporateNumber, activity, postcode, street, phone, mail, fax, contactBy, allergyHandling },
    deliveryAddress: site?.address ?? null,
    receivingWeekdays: site?.receivingWeekdays ?? [],
    qualifications: qualifications.map(({ kind, validFrom, validUntil }) => ({ kind, validFrom, validUntil })),
  };
}
