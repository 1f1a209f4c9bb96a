import { type RoundTarget, TARGETS } from '@wakachi/rounds';
import { ListOf, OneOf, Text, UniqueBy, Uuid, Whole } from '../validation/fields.js';

const MOST_UNITS = 100_000;

export class RoundTargetDto {
  @Uuid()
  lotId: string;

  /** だれのための品か / whom it is for */
  @OneOf(TARGETS)
  target: RoundTarget['target'];

  /** 1人が使える数（個）/ units that one such person can use */
  @Whole(1, MOST_UNITS)
  unitsPerPerson: number;
}

export class NewRoundTargetsDto {
  /** 全部の一覧。空なら、どの品目も全世帯向け / the whole list; empty: every lot is for every household */
  @UniqueBy('lotId')
  @ListOf(() => RoundTargetDto, { least: 0, most: 1_000 })
  targets: RoundTargetDto[];

  /** 監査の記録に残る理由。個人の名前は書かないでください / the reason, which the journal keeps; no names of persons */
  @Text(500)
  reason: string;
}

export class RoundTargetsDto {
  items: RoundTargetDto[];
}

export function roundTargetsDto(targets: readonly RoundTarget[]): RoundTargetsDto {
  return { items: targets.map(({ lotId, target, unitsPerPerson }) => ({ lotId, target, unitsPerPerson })) };
}
