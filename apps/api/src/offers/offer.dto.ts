import { ApiProperty } from '@nestjs/swagger';
import type { Lot, LotHold, Offer } from '@wakachi/donations';
import { ListQuery } from '../lists/list-query.js';
import { LotDto, lotDto } from '../lots/lot.dto.js';
import { MayBeAbsent, OneOf, Text, Uuid } from '../validation/fields.js';
import { PAYERS } from './new-offer.dto.js';

const STATUSES = ['submitted', 'lotted', 'withdrawn'] as const;

export class OfferListQuery extends ListQuery(['submittedAt', 'lineNumber'], '-submittedAt') {
  @MayBeAbsent()
  @Uuid()
  donorId?: string;

  @MayBeAbsent()
  @OneOf(STATUSES)
  status?: Offer['status'];
}

export class WithdrawalDto {
  /** 帳簿に残る理由 / the reason, which the books keep */
  @Text(200)
  reason: string;
}

/** 寄贈申出 */
export class OfferDto {
  id: string;
  donorId: string;
  /** null は手入力 / null: entered by hand */
  importBatchId: string | null;

  @ApiProperty({ type: 'integer' })
  lineNumber: number;

  @ApiProperty({ enum: STATUSES })
  status: Offer['status'];

  department: string | null;
  donationReason: string | null;

  @ApiProperty({ enum: PAYERS, nullable: true })
  freightPaidBy: string | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  availableFrom: string | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  answerWantedBy: string | null;

  conditionText: string;
  remarks: string | null;
  submittedAt: Date;
}

export class OfferWithLotsDto extends OfferDto {
  lots: LotDto[];
}

export class OfferPageDto {
  items: OfferDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export class ImportedOffersDto {
  batchId: string;

  @ApiProperty({ type: 'integer' })
  lines: number;

  @ApiProperty({ type: 'integer' })
  donors: number;

  /** 保留になった品目 / lots that a person must look at */
  @ApiProperty({ type: 'integer' })
  held: number;

  @ApiProperty({ type: 'integer' })
  warnings: number;
}

export function offerDto(offer: Offer): OfferDto {
  const { id, donorId, importBatchId, lineNumber, status, department, donationReason, freightPaidBy } = offer;
  const { availableFrom, answerWantedBy, conditionText, remarks, submittedAt } = offer;
  return {
    ...{ id, donorId, importBatchId, lineNumber, status, department, donationReason, freightPaidBy },
    ...{ availableFrom, answerWantedBy, conditionText, remarks, submittedAt },
  };
}

export function offerWithLotsDto(offer: Offer, lots: readonly Lot[], holds: readonly LotHold[]): OfferWithLotsDto {
  return { ...offerDto(offer), lots: lots.map((lot) => lotDto(lot, holds)) };
}
