import { DomainError } from '@wakachi/kernel';
import { QueryFailedError } from 'typeorm';
import { jsonLog, logLevel } from './json-log.js';
import { inLogContext, noteNetwork } from './log-context.js';
import { requestIdFrom } from './request-id.js';

class Taken extends DomainError {
  constructor(name: string) {
    super('taken', 'conflict', { ja: `${name}は使われています`, en: `${name} is taken` }, { name });
  }
}

function logged(write: (log: ReturnType<typeof jsonLog>) => void): string {
  let text = '';
  write(jsonLog('test', 'trace', { write: (line: string) => (text += line) }));
  return text;
}

describe('the log', () => {
  it('writes one JSON object on a line, with its request and network', () => {
    const text = logged((log) =>
      inLogContext({ requestId: 'request-0123456789' }, () => {
        noteNetwork('network-1');
        log.log({ msg: 'answered', status: 200 }, 'http');
      }),
    );
    expect(JSON.parse(text)).toMatchObject({
      level: 'info',
      app: 'test',
      from: 'http',
      msg: 'answered',
      status: 200,
      requestId: 'request-0123456789',
      networkId: 'network-1',
    });
  });

  it('cannot be made to write a second line by what a text contains', () => {
    const text = logged((log) => log.warn('odd\r\n{"level":"fatal","msg":"forged"}\u2028\u0085'));
    expect(text.split(/[\r\n]+/).filter((line) => line !== '')).toHaveLength(1);
    expect(JSON.parse(text)).toMatchObject({ level: 'warn' });
  });

  it.each([
    ['a refusal, whose text names things', new Taken('ひだまりの家'), { problem: 'taken' }],
    [
      'a refusal of PostgreSQL, which repeats the value',
      new QueryFailedError(
        'INSERT …',
        ['hidamari@example.jp'],
        Object.assign(new Error('invalid input: "ひだまりの家"'), { code: '22P02', table: 'person' }),
      ),
      { code: '22P02', table: 'person' },
    ],
    [
      'a driver’s own error',
      Object.assign(new Error('duplicate ひだまりの家'), { code: '23505', detail: 'Key (name)=(ひだまりの家)' }),
      { code: '23505' },
    ],
    ['a JSON parser, which quotes the body', syntaxError('{"name": ひだまりの家'), { type: 'SyntaxError' }],
    ['any other error', new TypeError('no such group hidamari@example.jp 090-1234-5678 ０３（１２３４）５６７８'), { type: 'TypeError' }],
  ])('says of %s what it is and where, not what people typed', (_, error, fields) => {
    const text = logged((log) => log.error(error));
    expect(text).not.toMatch(/ひだまり|hidamari|090-1234|１２３４/);
    expect(JSON.parse(text).error).toMatchObject(fields);
    expect(JSON.parse(text)).toMatchObject({ level: 'error' });
  });

  it('keeps of a stack where it went, not its first line, which is the message', () => {
    const text = logged((log) => log.error('Boom', 'Error: hidamari@example.jp\n    at somewhere (file.ts:1:1)', 'ExceptionsHandler'));
    expect(JSON.parse(text)).toMatchObject({ msg: 'Boom', at: ['at somewhere (file.ts:1:1)'], from: 'ExceptionsHandler' });
    expect(text).not.toContain('hidamari');
  });

  it('refuses a level that there is not', () => {
    expect(logLevel({}, 'warn')).toBe('warn');
    expect(logLevel({ LOG_LEVEL: 'debug' })).toBe('debug');
    expect(() => logLevel({ LOG_LEVEL: 'loud' })).toThrow(/LOG_LEVEL/);
  });
});

describe('a request id', () => {
  it.each(['01a20afb-df2c-761c-9c3c-480782b2b33c', '4bf92f3577b34da6a3ce929d0e0e4736'])('is the caller’s when it is one: %s', (id) => {
    expect(requestIdFrom(id)).toBe(id);
  });

  it.each([
    ['nothing', undefined],
    ['two headers', ['01a20afb-df2c-761c-9c3c-480782b2b33c', 'x']],
    ['too short to be unique', 'abc'],
    ['a phone number', '+81-90-1234-5678'],
    ['an e-mail', 'somebody.somewhere@example.jp'],
    ['a line end', '0123456789abcdef\r\nx-forged: 1'],
    ['a book', 'a'.repeat(65)],
  ])('is a new one when the header has %s', (_, header) => {
    expect(requestIdFrom(header)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

function syntaxError(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    return error;
  }
}
