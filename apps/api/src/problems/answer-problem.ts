import type { Bilingual, DomainError, ErrorKind } from '@wakachi/kernel';
import { currentRequestId } from '@wakachi/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from './errors.js';

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  'not-found': 404,
  conflict: 409,
  forbidden: 403,
  unavailable: 503,
};

/** What an error of this app may carry beside the domain's: a status that no kind has, headers, places to mend. */
type HttpError = DomainError & {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly faults?: readonly Fault[];
};

export function answerProblem(error: HttpError, request: FastifyRequest, reply: FastifyReply): void {
  const english = prefersEnglish(request.headers['accept-language']);
  const problem = problemOf(error, english);
  void reply
    .status(problem.status)
    .headers({ ...error.headers, 'content-type': 'application/problem+json; charset=utf-8', 'content-language': english ? 'en' : 'ja' })
    .send(JSON.stringify(problem));
}

function problemOf(error: HttpError, english: boolean) {
  const say = (text: Bilingual) => (english ? text.en : text.ja);
  const errors = error.faults?.map(({ text, ...place }) => ({ ...place, detail: say(text) }));
  return {
    // The details come first: one of them may be called `status` too.
    ...error.details,
    ...(errors ? { errors } : {}),
    type: `/problems/${error.type}`,
    status: error.status ?? STATUS[error.kind],
    title: say(error.text),
    requestId: currentRequestId(),
  };
}

/** Japanese unless the first language asked for is another one. */
export function prefersEnglish(header: string | undefined): boolean {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first !== '' && first !== '*' && !first.startsWith('ja');
}
