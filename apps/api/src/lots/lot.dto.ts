import { ApiProperty } from '@nestjs/swagger';
import type { Lot, LotHold } from '@wakachi/donations';
import { TEMPERATURE_CLASSES, type TemperatureClass } from '@wakachi/kernel';
import type { AccountKind } from '@wakachi/stock-ledger';
import { ListQuery } from '../lists/list-query.js';
import { Day, MayBeAbsent, OneOf, QueryYesNo, Text, Uuid } from '../validation/fields.js';

export class ReadingDto {
  /** 読んだ人が決めたこと / what the donor's words mean, as the reader found out */
  @Text(1_000, { lines: true })
  resolution: string;
}

export class LotListQuery extends ListQuery(['lineNumber', 'name', 'effectiveUntil']) {
  /** 保留中のものだけ（true）、保留でないものだけ（false） / only held lots, or only those that are free */
  @MayBeAbsent()
  @QueryYesNo()
  held?: boolean;

  @MayBeAbsent()
  @Uuid()
  donorId?: string;

  @MayBeAbsent()
  @Text(50)
  category?: string;

  @MayBeAbsent()
  @OneOf(TEMPERATURE_CLASSES)
  temperature?: TemperatureClass;

  /** 期限がこの日以前のもの / last good day on or before this day */
  @MayBeAbsent()
  @Day()
  goodUntil?: string;
}

/** 保留 */
export class HoldDto {
  id: string;
  /** 寄贈企業の言葉 / the donor's own words */
  text: string;
  messageJa: string;
  messageEn: string;
  /** 読まれるまで null / null until somebody has read it */
  resolution: string | null;
  readBy: string | null;
  readAt: Date | null;
}

/** 受入ロット（品目） */
export class LotDto {
  id: string;
  offerId: string;
  donorId: string;
  itemId: string;
  /** null は直送 / null: shipped by the donor directly */
  hubId: string | null;

  @ApiProperty({ type: 'integer' })
  lineNumber: number;

  name: string;
  category: string;
  food: boolean;

  @ApiProperty({ enum: TEMPERATURE_CLASSES })
  temperature: TemperatureClass;

  @ApiProperty({ type: 'integer' })
  cases: number;

  @ApiProperty({ type: 'integer' })
  unitsPerCase: number;

  @ApiProperty({ type: 'integer', nullable: true })
  caseGrams: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  caseMillilitres: number | null;

  @ApiProperty({ enum: ['best-before', 'use-by'], nullable: true })
  dateLabel: Lot['dateLabel'];

  dateRaw: string | null;

  @ApiProperty({ enum: ['day', 'month'], nullable: true })
  datePrecision: Lot['datePrecision'];

  /** 最後のよい日 / the last good day */
  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  effectiveUntil: string | null;

  /** null は表示なし、空は「なし」 / null: not declared; empty: none */
  @ApiProperty({ type: [String], nullable: true })
  allergens: string[] | null;

  @ApiProperty({ type: 'integer', nullable: true })
  minCasesPerGroup: number | null;

  requires: string[];

  /** JIS の都道府県コード。null はどこでも / JIS codes; null: anywhere */
  @ApiProperty({ type: [String], nullable: true })
  prefectures: string[] | null;

  terms: string[];
  reportDue: boolean;

  /** まだ読まれていない保留 / holds that nobody has read yet */
  heldBecause: HoldDto[];
}

export class LotPageDto {
  items: LotDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export class WhereaboutsDto {
  kind: AccountKind;
  /** 場所の名前 / the place in words */
  label: string;

  @ApiProperty({ type: 'integer' })
  units: number;
}

export function lotDto(lot: Lot, holds: readonly LotHold[]): LotDto {
  const { id, offerId, donorId, itemId, hubId, lineNumber, name, category, food, temperature, cases, unitsPerCase } = lot;
  const { caseGrams, caseMillilitres, dateLabel, dateRaw, datePrecision, effectiveUntil, allergens } = lot;
  const { minCasesPerGroup, requires, prefectures, terms, reportDue } = lot;
  return {
    ...{ id, offerId, donorId, itemId, hubId, lineNumber, name, category, food, temperature, cases, unitsPerCase },
    ...{ caseGrams, caseMillilitres, dateLabel, dateRaw, datePrecision, effectiveUntil, allergens },
    ...{ minCasesPerGroup, requires, prefectures, terms, reportDue },
    heldBecause: holds.filter((hold) => hold.lotId === id && hold.readBy === null).map(holdDto),
  };
}

export function holdDto({ id, text, messageJa, messageEn, resolution, readBy, readAt }: LotHold): HoldDto {
  return { id, text, messageJa, messageEn, resolution, readBy, readAt };
}
