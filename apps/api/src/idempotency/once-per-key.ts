import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

export const ONCE_PER_KEY = 'once-per-key';

/** The request has one effect however often it is sent: it needs the header Idempotency-Key. */
export const OncePerKey = () =>
  applyDecorators(
    SetMetadata(ONCE_PER_KEY, true),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      schema: { type: 'string', format: 'uuid' },
      description: '送り直すときは同じ UUID / the same UUID when it is sent again',
    }),
  );
