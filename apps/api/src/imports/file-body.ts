import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { ImportFile } from '@wakachi/platform';
import type { FastifyRequest } from 'fastify';
import { MediaTypeUnsupported, RequestInvalid } from '../problems/errors.js';
import { MayBeAbsent, Text } from '../validation/fields.js';
import { sentence } from '../validation/sentences.js';

export class FileQuery {
  /** 画面とエラーに出るファイル名 / the file's name, as people see it in errors */
  @MayBeAbsent()
  @Text(200)
  fileName = 'file';
}

/** The file is the whole body. Throws MediaTypeUnsupported, RequestInvalid. */
export const FileBody = createParamDecorator((_: unknown, context: ExecutionContext): Uint8Array => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!Buffer.isBuffer(body)) throw new MediaTypeUnsupported();
  if (body.length === 0) throw new RequestInvalid([{ pointer: '', text: sentence('missing') }]);
  return body;
});

export const TAKES_FILE = 'takes-file';

/** The body is a file, as bytes. */
export const TakesFile = () =>
  applyDecorators(
    SetMetadata(TAKES_FILE, true),
    ApiConsumes('application/octet-stream'),
    ApiBody({ schema: { type: 'string', format: 'binary' }, required: true }),
  );

export function importFile(bytes: Uint8Array, { fileName }: FileQuery): ImportFile {
  return { bytes, fileName };
}
