import { ApiProperty } from '@nestjs/swagger';
import { CATEGORY_IDS, type CategoryId } from '@wakachi/catalogue';
import type { OfferForm } from '@wakachi/donations';
import { TEMPERATURE_CLASSES, type TemperatureClass } from '@wakachi/kernel';
import { Type } from 'class-transformer';
import { Matches, ValidateNested } from 'class-validator';
import { Day, IsOneObject, MayBeAbsent, OneOf, OrNull, Text, TextList, Uuid, Whole } from '../validation/fields.js';

const LABELS = ['best-before', 'use-by'] as const;
export const PAYERS = ['donor', 'coordinator'] as const;

export class DateLabelDto {
  @OneOf(LABELS)
  kind: (typeof LABELS)[number];

  /** YYYY-MM-DD、月までしか表示がなければ YYYY-MM / YYYY-MM where the package says no more */
  @Matches(/^\d{4}-\d{2}(-\d{2})?$/)
  @ApiProperty({ type: 'string', pattern: '^\\d{4}-\\d{2}(-\\d{2})?$', example: '2027-03' })
  date: string;
}

/** 寄贈申出1件。Excel の一覧の1行と同じ決まりです / what a line of the sheet says, under the same rules */
export class NewOfferDto implements OfferForm {
  @Uuid()
  donorId: string;

  /** null は直送 / null: shipped by the donor directly */
  @OrNull()
  @Uuid()
  hubId: string | null;

  @Text(200)
  itemName: string;

  @OneOf(CATEGORY_IDS)
  category: CategoryId;

  @MayBeAbsent()
  @OrNull()
  @Text(20)
  gtin?: string | null;

  @OneOf(TEMPERATURE_CLASSES)
  temperature: TemperatureClass;

  @Whole(1, 999_999)
  cases: number;

  @Whole(1, 99_999)
  unitsPerCase: number;

  @MayBeAbsent()
  @OrNull()
  @Whole(1, 1_000_000)
  caseGrams?: number | null;

  @MayBeAbsent()
  @OrNull()
  @Whole(1, 10_000_000)
  caseMillilitres?: number | null;

  /** 食品では必須 / required for food */
  @MayBeAbsent()
  @OrNull()
  @IsOneObject()
  @ValidateNested()
  @Type(() => DateLabelDto)
  @ApiProperty({ type: () => DateLabelDto, nullable: true })
  dateLabel?: DateLabelDto | null;

  /** 食品では必須。含まないときは [] / required for food; [] when there are none */
  @MayBeAbsent()
  @OrNull()
  @TextList(50, 50)
  allergens?: string[] | null;

  @MayBeAbsent()
  @OrNull()
  @Whole(1, 9_999)
  minCasesPerGroup?: number | null;

  /** 寄贈企業の言葉のまま。わからない文言の品目は保留になります / the donor's own words; what no rule understands holds the lot */
  @MayBeAbsent()
  @OrNull()
  @Text(1_000, { lines: true })
  conditionText?: string | null;

  @OneOf(PAYERS)
  freightPaidBy: (typeof PAYERS)[number];

  @MayBeAbsent()
  @OrNull()
  @Day()
  availableFrom?: string | null;

  @MayBeAbsent()
  @OrNull()
  @Day()
  answerWantedBy?: string | null;

  /** 帳簿単価（円） / book value of a unit in yen */
  @MayBeAbsent()
  @OrNull()
  @Whole(0)
  bookYen?: number | null;

  /** 参考小売単価（円） / reference retail price of a unit in yen */
  @MayBeAbsent()
  @OrNull()
  @Whole(0)
  referenceRetailYen?: number | null;

  @MayBeAbsent()
  @OrNull()
  @Text(200)
  department?: string | null;

  @MayBeAbsent()
  @OrNull()
  @Text(200)
  donationReason?: string | null;

  @MayBeAbsent()
  @OrNull()
  @Text(1_000, { lines: true })
  remarks?: string | null;
}
