import { ApiProperty } from '@nestjs/swagger';
import { type DeclaredPersons, type RoundEntry, TARGETS } from '@wakachi/rounds';
import { ListQuery } from '../lists/list-query.js';
import { ListOf, MayBeAbsent, OneOf, QueryYesNo, Text, UniqueBy, Uuid, Whole, YesNo } from '../validation/fields.js';

const ANSWERS = ['joining', 'declining'] as const;

export class EntryListQuery extends ListQuery(['groupCode']) {
  @MayBeAbsent()
  @QueryYesNo()
  takesPart?: boolean;

  @MayBeAbsent()
  @OneOf(ANSWERS)
  answer?: (typeof ANSWERS)[number];

  @MayBeAbsent()
  @Uuid()
  groupId?: string;

  /** 担当者が見るべきものだけ / only those that a person should look at */
  @MayBeAbsent()
  @QueryYesNo()
  attention?: boolean;
}

/** 対象者のある品目（おむつなど）の上限を決める人数 / what goods for certain people are capped by */
export class DeclaredPersonsDto {
  @OneOf(TARGETS)
  target: (typeof TARGETS)[number];

  @Whole(0, 1_000_000)
  persons: number;
}

export class SettlementDto {
  @MayBeAbsent()
  @YesNo()
  takesPart?: boolean;

  /** 承認世帯数 / approved households */
  @MayBeAbsent()
  @Whole(1, 1_000_000)
  approvedHouseholds?: number;

  /** 申告のすべてを置き換える / in place of all that was declared */
  @MayBeAbsent()
  @UniqueBy('target')
  @ListOf(() => DeclaredPersonsDto, { least: 0, most: TARGETS.length })
  declaredPersons?: DeclaredPersonsDto[];

  /** 監査の記録に残る理由。個人の名前は書かないでください / the reason, which the journal keeps; no names of persons */
  @Text(500)
  reason: string;
}

export class AttentionDto {
  code: string;
  text: string;
  messageJa: string;
  messageEn: string;
}

/** 参加申込 */
export class EntryDto {
  id: string;
  roundId: string;
  groupId: string;

  /** null は回答なし / null: no answer */
  @ApiProperty({ enum: ANSWERS, nullable: true })
  answer: RoundEntry['answer'];

  answeredAt: Date | null;
  takesPart: boolean;

  @ApiProperty({ type: 'integer', nullable: true })
  declaredHouseholds: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  approvedHouseholds: number | null;

  declaredPersons: DeclaredPersonsDto[];

  @ApiProperty({ type: 'integer', nullable: true })
  ambientCases: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  chilledCases: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  frozenCases: number | null;

  @ApiProperty({ type: 'string', format: 'date', isArray: true })
  unavailableDates: string[];

  wishes: string | null;
  attention: AttentionDto[];
}

export class EntryPageDto {
  items: EntryDto[];
  /** 次の頁の cursor。最後なら null / the cursor of the next page */
  next: string | null;
}

export class EntriesTakenDto {
  @ApiProperty({ type: 'integer' })
  entries: number;

  @ApiProperty({ type: 'integer' })
  takingPart: number;
}

export function entryDto(entry: RoundEntry): EntryDto {
  const { id, roundId, groupId, answer, answeredAt, takesPart, declaredHouseholds, approvedHouseholds } = entry;
  const { ambientCases, chilledCases, frozenCases, unavailableDates, wishes } = entry;
  const attention = entry.attention.map(({ code, text, message }) => ({ code, text, messageJa: message.ja, messageEn: message.en }));
  return {
    ...{ id, roundId, groupId, answer, answeredAt, takesPart, declaredHouseholds, approvedHouseholds },
    declaredPersons: personsList(entry.declaredPersons),
    ...{ ambientCases, chilledCases, frozenCases, unavailableDates, wishes, attention },
  };
}

/** As the round keeps them. */
export function personsByTarget(list: readonly DeclaredPersonsDto[]): DeclaredPersons {
  return Object.fromEntries(list.map(({ target, persons }) => [target, persons]));
}

function personsList(declared: DeclaredPersons): DeclaredPersonsDto[] {
  return TARGETS.flatMap((target) => {
    const persons = declared[target];
    return persons === undefined ? [] : [{ target, persons }];
  });
}
