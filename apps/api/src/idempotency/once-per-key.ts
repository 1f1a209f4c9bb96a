import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { OncePerKeyInterceptor } from './once-per-key.interceptor.js';

/** The request has one effect however often it is sent: it needs the header Idempotency-Key. */
export const OncePerKey = () =>
  applyDecorators(
    UseInterceptors(OncePerKeyInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      schema: { type: 'string', format: 'uuid' },
      description: '送り直すときは同じ UUID / the same UUID when it is sent again',
    }),
  );
