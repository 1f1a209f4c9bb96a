import { ApiProperty } from '@nestjs/swagger';
import { nameOfKind, type StockBook } from '@wakachi/stock-ledger';
import { MayBeAbsent, Uuid } from '../validation/fields.js';

export class StockBookQuery {
  /** 拠点か団体。なければネットワーク全体 / a hub or group; the whole network without it */
  @MayBeAbsent()
  @Uuid()
  placeId?: string;

  @MayBeAbsent()
  @Uuid()
  lotId?: string;
}

/** 個 / base units */
export class BookTotalsDto {
  /** 前月繰越 / at the month's start */
  @ApiProperty({ type: 'integer' })
  opening: number;

  /** 受入 / came in */
  @ApiProperty({ type: 'integer' })
  received: number;

  /** 払出 / went out */
  @ApiProperty({ type: 'integer' })
  issued: number;

  /** 次月繰越 / at the month's end */
  @ApiProperty({ type: 'integer' })
  closing: number;
}

export class BookRowDto {
  /** 発生日（日本） / the Japanese day on which it took effect */
  day: string;

  @ApiProperty({ type: 'integer' })
  voucher: number;

  commandId: string;
  kind: string;
  kindJa: string;
  kindEn: string;
  /** 相手の勘定 / where it came from or went to */
  counterAccount: string;
  reason: string | null;

  /** 取り消した伝票 / the voucher that it takes back */
  @ApiProperty({ type: 'integer' })
  reversesVoucher: number | null;

  @ApiProperty({ type: 'integer' })
  received: number;

  @ApiProperty({ type: 'integer' })
  issued: number;

  @ApiProperty({ type: 'integer' })
  balance: number;
}

export class BookOfLotDto extends BookTotalsDto {
  lotId: string;
  lot: string;
  rows: BookRowDto[];
}

/** 受払簿 */
export class StockBookDto {
  /** YYYY-MM */
  month: string;
  network: string;
  place: string | null;
  /** 締め済み / closed */
  closed: boolean;
  lots: BookOfLotDto[];
  totals: BookTotalsDto;
}

export function stockBookDto({ lots, ...book }: StockBook): StockBookDto {
  return {
    ...book,
    lots: lots.map(({ rows, ...lot }) => ({
      ...lot,
      rows: rows.map((row) => {
        const { ja, en } = nameOfKind(row.kind);
        return { ...row, kindJa: ja, kindEn: en };
      }),
    })),
  };
}
