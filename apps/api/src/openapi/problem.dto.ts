import { ApiExtraModels } from '@nestjs/swagger';

export class FaultDto {
  /** 本文の中の場所（RFC 6901） / the place in the body */
  pointer?: string;
  /** クエリかパスの項目 / the parameter of the query or the path */
  parameter?: string;
  /** ヘッダー / the header */
  header?: string;
  /** 何が正しくないか / what is wrong */
  detail: string;
}

/** RFC 9457 */
@ApiExtraModels(FaultDto)
export class ProblemDto {
  /** docs/problems にあるエラーの名前 / the error's name in docs/problems */
  type: string;
  status: number;
  /** Accept-Language の言葉で / in the language of Accept-Language */
  title: string;
  errors?: FaultDto[];
}
