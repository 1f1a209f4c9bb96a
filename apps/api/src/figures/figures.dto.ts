import { ApiProperty } from '@nestjs/swagger';
import type { GroupResult, ImpactLine, NetworkFigures } from '@wakachi/impact';

const WHOLE = { type: 'integer' } as const;

export class CaseFiguresDto implements Record<keyof NetworkFigures['cases'], number> {
  @ApiProperty(WHOLE)
  offered: number;

  @ApiProperty(WHOLE)
  placed: number;

  @ApiProperty(WHOLE)
  unplaced: number;

  @ApiProperty(WHOLE)
  held: number;
}

/** offered のあとを足すと offered になります / what follows `offered` adds up to it */
export class UnitFiguresDto implements Record<keyof NetworkFigures['units'], number> {
  @ApiProperty(WHOLE)
  offered: number;

  @ApiProperty(WHOLE)
  withDonor: number;

  @ApiProperty(WHOLE)
  atHub: number;

  @ApiProperty(WHOLE)
  reserved: number;

  @ApiProperty(WHOLE)
  inTransit: number;

  @ApiProperty(WHOLE)
  onHand: number;

  @ApiProperty(WHOLE)
  distributed: number;

  @ApiProperty(WHOLE)
  disposed: number;

  @ApiProperty(WHOLE)
  lost: number;
}

/** 1世帯あたりの点数 / units per approved household */
export class LevelFiguresDto implements Record<keyof NetworkFigures['levels'], number> {
  min: number;
  max: number;
  gini: number;

  @ApiProperty(WHOLE)
  unreachable: number;
}

export class JournalFiguresDto {
  @ApiProperty(WHOLE)
  entries: number;

  head: string;
}

export class FiguresDto implements NetworkFigures {
  @ApiProperty(WHOLE)
  offerLines: number;

  @ApiProperty(WHOLE)
  groups: number;

  @ApiProperty(WHOLE)
  households: number;

  cases: CaseFiguresDto;
  units: UnitFiguresDto;

  @ApiProperty(WHOLE)
  awarded: number;

  levels: LevelFiguresDto;
  journal: JournalFiguresDto;
  /** 帳簿が1点も過不足なく合っている / every unit is accounted for */
  conserved: boolean;
}

/** 1団体の結果 */
export class GroupResultDto implements GroupResult {
  code: string;
  name: string;
  prefecture: string;
  takesPart: boolean;

  @ApiProperty({ enum: ['joining', 'declining'], nullable: true })
  answer: GroupResult['answer'];

  @ApiProperty({ ...WHOLE, nullable: true })
  approvedHouseholds: number | null;

  @ApiProperty(WHOLE)
  awardedUnits: number;

  /** 対象外の品目の数、条件ごと / lots closed to it, by rule */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  excludedLots: Record<string, number>;
}

export class ImpactLineDto implements ImpactLine {
  /** 寄贈企業の名前、または JIS の都道府県コード / the donor's name, or the prefecture's JIS code */
  name: string;

  @ApiProperty(WHOLE)
  units: number;

  kilograms: number;

  /** 重さのわからない点数 / units that nobody gave a weight of */
  @ApiProperty(WHOLE)
  unweighedUnits: number;

  /** のべ世帯 / households, counted at each hand-out */
  @ApiProperty(WHOLE)
  households: number;
}

export class ImpactDto {
  byDonor: ImpactLineDto[];
  byPrefecture: ImpactLineDto[];
}
