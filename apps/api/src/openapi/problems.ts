import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemDto } from './problem.dto.js';

/** The status of each error that an operation names. */
const STATUS_OF = {
  'unknown-person': 401,
  'donor-not-found': 404,
  'donor-name-taken': 409,
  'offer-not-found': 404,
  'offer-refused': 422,
  'offer-in-use': 409,
  'offer-withdrawn': 409,
  'hub-not-found': 404,
  'site-not-found': 404,
  'group-not-yours': 403,
  'membership-ended': 403,
  'time-implausible': 422,
  'same-site': 422,
  'use-by-past': 409,
  'best-before-past': 409,
  'unknown-lot': 404,
  'unknown-account': 404,
  'malformed-posting': 422,
  'period-closed': 409,
  'parked-command-not-found': 404,
  'parked-command-resolved': 409,
  'import-refused': 422,
  'already-imported': 409,
  'sheet-unreadable': 422,
  'unknown-hub': 422,
  'group-not-found': 404,
  'entry-not-found': 404,
  'receipt-not-found': 404,
  'hand-out-not-found': 404,
  'entries-already-taken': 409,
  'groups-already-registered': 409,
  'run-without-solution': 409,
  'shipment-in-wrong-state': 409,
  'site-not-confirmed': 409,
  'not-counted-in': 409,
  'entry-households-unfit': 422,
  'receipt-line-missing': 422,
  'receipt-line-unknown': 422,
  'receipt-does-not-add-up': 422,
  'lot-not-of-hub': 422,
  'round-not-found': 404,
  'lot-not-found': 404,
  'hold-not-found': 404,
  'proposal-not-found': 404,
  'run-not-found': 404,
  'run-over': 409,
  'shipment-not-found': 404,
  'second-person-needed': 403,
  'may-not-approve': 403,
  'round-not-open': 409,
  'round-name-taken': 409,
  'nothing-to-allocate': 409,
  'proposal-decided': 409,
  'insufficient-stock': 409,
  'hold-already-read': 409,
  'lot-not-labelled': 409,
  'idempotency-conflict': 409,
  'may-not-reverse': 403,
  'unknown-transaction': 404,
  'already-reversed': 409,
  'mended-otherwise': 409,
  'period-already-closed': 409,
  'period-not-over': 409,
  'period-below-zero': 409,
  'book-too-long': 422,
  'changed-meanwhile': 412,
  'if-match-required': 428,
  'idempotency-key-required': 400,
} as const;

type ProblemName = keyof typeof STATUS_OF;

const ALWAYS = [
  '400 json-malformed, url-malformed, http-malformed',
  '401 not-signed-in',
  '403 role-not-allowed, read-only-role',
  '413 body-too-large',
  '415 media-type-unsupported',
  '422 request-invalid',
  '431 headers-too-large',
  '503 busy',
].join('; ');

/** Documents the problems that an operation may answer with; those of every request are its default answer. */
export function Problems(...names: readonly ProblemName[]) {
  const byStatus = new Map<number, ProblemName[]>();
  for (const name of names) byStatus.set(STATUS_OF[name], [...(byStatus.get(STATUS_OF[name]) ?? []), name]);
  const content = { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } };
  const responses = [...byStatus].map(([status, types]) => ApiResponse({ status, description: types.join(', '), content }));
  return applyDecorators(ApiExtraModels(ProblemDto), ...responses, ApiResponse({ status: 'default', description: ALWAYS, content }));
}
