import { ApiProperty } from '@nestjs/swagger';
import type { ParkedCommand, Synced, Verdict } from '@wakachi/distributions';
import type { Lot } from '@wakachi/donations';
import type { Site } from '@wakachi/groups';
import { ListQuery } from '../lists/list-query.js';
import { Day, MayBeAbsent, QueryYesNo, Text, Uuid, YesNo } from '../validation/fields.js';

export class NewSiteDto {
  /** 「第二倉庫」など / such as "second store" */
  @Text(100)
  name: string;
}

/** 置き場 */
export class SiteDto {
  id: string;
  groupId: string;
  name: string | null;
  /** 出荷が届く置き場 / where shipments arrive */
  main: boolean;
}

export class SiteListDto {
  items: SiteDto[];
}

export class CreatedSiteDto {
  id: string;
}

export class SiteStockQuery extends ListQuery(['effectiveUntil', 'name']) {
  @MayBeAbsent()
  @Uuid()
  lotId?: string;

  /** 期限がこの日までの品目 / lots whose last good day is not after this one */
  @MayBeAbsent()
  @Day()
  until?: string;
}

/** 置き場にある品目 */
export class StockLineDto {
  lotId: string;
  name: string;

  /** 個 */
  @ApiProperty({ type: 'integer' })
  units: number;

  @ApiProperty({ type: 'integer' })
  unitsPerCase: number;

  @ApiProperty({ enum: ['best-before', 'use-by'], nullable: true })
  dateLabel: string | null;

  /** 最後に配れる日 / the last good day */
  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  effectiveUntil: string | null;

  @ApiProperty({ type: 'string', isArray: true, nullable: true })
  allergens: string[] | null;

  /** 寄贈企業の条件 / the donor's terms, such as no-social-media */
  terms: string[];
}

export class SiteStockPageDto {
  items: StockLineDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export class MovementQuery extends ListQuery(['voucher'], '-voucher') {
  @MayBeAbsent()
  @Uuid()
  lotId?: string;
}

export class MovementLineDto {
  lotId: string;
  lotName: string;

  /** 入は正、出は負 / in above zero, out below */
  @ApiProperty({ type: 'integer' })
  change: number;
}

/** 入出庫 */
export class MovementDto {
  commandId: string;

  /** 伝票番号（欠番なし） / voucher number, without gaps */
  @ApiProperty({ type: 'integer' })
  voucher: number;

  kind: string;
  effectiveAt: Date;
  recordedAt: Date;
  recordedBy: string | null;
  reason: string | null;
  reverses: string | null;
  lines: MovementLineDto[];
}

export class MovementPageDto {
  items: MovementDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

/** 記録しました */
export class AppliedDto {
  id: string;
  /** true: 前に記録済みで、今回は何も変わっていません / applied before; nothing changed this time */
  replayed: boolean;
}

export class VerdictProblemDto {
  /** /problems/… */
  type: string;
  title: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'object', properties: { pointer: { type: 'string' }, detail: { type: 'string' } } },
    required: false,
  })
  errors?: { pointer: string; detail: string }[];
}

export class VerdictDto {
  /** commands の何番目か（0 から） / which of the commands, from 0 */
  @ApiProperty({ type: 'integer' })
  index: number;

  @ApiProperty({ type: 'string', nullable: true })
  id: string | null;

  /** applied 記録済み、parked 事務局の確認待ち、dismissed 事務局が取り下げ、conflict 同じ番号で別の内容、invalid 形が正しくない */
  @ApiProperty({ enum: ['applied', 'parked', 'dismissed', 'conflict', 'invalid'] })
  outcome: Verdict['outcome'] | 'invalid';

  /** 前と同じ番号で、前と同じ答え / the answer that it got before */
  replayed: boolean;

  @ApiProperty({ type: () => VerdictProblemDto, nullable: true })
  problem: VerdictProblemDto | null;
}

class MissingDto {
  @ApiProperty({ type: 'integer' })
  from: number;

  @ApiProperty({ type: 'integer' })
  to: number;
}

export class SyncedDto {
  verdicts: VerdictDto[];
  /** まだ届いていない通し番号 / sequence numbers that never arrived */
  @ApiProperty({ type: () => MissingDto, isArray: true })
  missing: Synced['missing'];
}

export class ParkedQuery extends ListQuery(['parkedAt']) {
  @MayBeAbsent()
  @Uuid()
  deviceId?: string;

  /** true: 処理済み、false: 確認待ち（既定） / those that were dealt with, or those that wait (the default) */
  @MayBeAbsent()
  @QueryYesNo()
  resolved?: boolean;
}

/** 確認待ちの記録 */
export class ParkedCommandDto {
  id: string;
  deviceId: string;
  sentBy: string;

  /** 送られた内容 / as it was sent */
  @ApiProperty({ type: 'object', additionalProperties: true })
  command: Record<string, unknown>;

  problem: string;
  message: string;
  messageEn: string;
  parkedAt: Date;

  @ApiProperty({ enum: ['applied', 'dismissed'], nullable: true })
  outcome: string | null;

  resolvedBy: string | null;
  resolvedAt: Date | null;
  resolution: string | null;
}

export class ParkedPageDto {
  items: ParkedCommandDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export class RetryDto {
  /** 締めた月の記録や時計の狂った記録を、今日の日付で記録する / date it now: its own time lies in a closed period or cannot be right */
  @YesNo()
  datedNow: boolean;
}

export class DismissDto {
  /** 理由。個人名は書かない / why; no personal names */
  @Text(500)
  reason: string;
}

export class ResolvedDto {
  @ApiProperty({ enum: ['applied', 'dismissed'] })
  outcome: string;
}

export function siteDto({ id, groupId, name, main }: Site): SiteDto {
  return { id, groupId, name, main };
}

export function stockLineDto(lot: Lot, units: number): StockLineDto {
  const { id, name, unitsPerCase, dateLabel, effectiveUntil, allergens, terms } = lot;
  return { lotId: id, name, units, unitsPerCase, dateLabel, effectiveUntil, allergens, terms };
}

export function parkedCommandDto({ body, messageJa, ...parked }: ParkedCommand): ParkedCommandDto {
  const { id, deviceId, sentBy, problem, messageEn, parkedAt, outcome, resolvedBy, resolvedAt, resolution } = parked;
  const fate = { outcome, resolvedBy, resolvedAt, resolution };
  return { id, deviceId, sentBy, command: JSON.parse(body), problem, message: messageJa, messageEn, parkedAt, ...fate };
}
