import { ApiProperty } from '@nestjs/swagger';
import { type LedgerEntry, nameOfKind } from '@wakachi/stock-ledger';
import { ListQuery } from '../lists/list-query.js';
import { Day, MayBeAbsent, Text, Uuid } from '../validation/fields.js';

export class PostingListQuery extends ListQuery(['voucher']) {
  /** 寄贈企業・拠点・団体 / the donor, hub or group on either side */
  @MayBeAbsent()
  @Uuid()
  placeId?: string;

  @MayBeAbsent()
  @Uuid()
  lotId?: string;

  /** 記帳の種類（例: receipt） / e.g. `receipt` */
  @MayBeAbsent()
  @Text(50)
  kind?: string;

  /** この日から（発生日） / took effect on this day or later */
  @MayBeAbsent()
  @Day()
  from?: string;

  /** この日まで（発生日） / took effect on this day or earlier */
  @MayBeAbsent()
  @Day()
  to?: string;
}

export class NewReversalDto {
  /** 訂正の理由。受払簿に載る / why; it stands in the stock ledger */
  @Text(500)
  reason: string;
}

export class PostingLineDto {
  lotId: string;
  lot: string;
  /** 出の勘定 / the account that it left */
  source: string;
  /** 入の勘定 / the account that it went to */
  destination: string;

  @ApiProperty({ type: 'integer' })
  units: number;
}

export class OtherPostingDto {
  commandId: string;

  @ApiProperty({ type: 'integer' })
  voucher: number;
}

/** 記帳 */
export class PostingDto {
  commandId: string;

  /** 伝票番号。ネットワークごとに欠番がない / the voucher's number, without a gap in a network */
  @ApiProperty({ type: 'integer' })
  voucher: number;

  kind: string;
  kindJa: string;
  kindEn: string;
  /** 発生日時 / when it happened */
  effectiveAt: Date;
  /** 記帳日時 / when it was entered */
  recordedAt: Date;
  actorId: string | null;
  actorName: string | null;
  reason: string | null;
  /** この記帳が取り消した記帳 / what this one takes back */
  reverses: OtherPostingDto | null;
  /** この記帳を取り消した赤伝 / what took this one back */
  reversedBy: OtherPostingDto | null;
  lines: PostingLineDto[];
}

export class PostingPageDto {
  items: PostingDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export function postingDto({ lines, ...entry }: LedgerEntry): PostingDto {
  const { ja, en } = nameOfKind(entry.kind);
  return { ...entry, kindJa: ja, kindEn: en, lines: [...lines] };
}
