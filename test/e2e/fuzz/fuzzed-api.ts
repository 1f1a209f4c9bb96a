import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { discrepancies } from '@wakachi/stock-ledger';
import { TestApi } from '../../harness/http.js';
import { type Answer, wrongIn } from './answers.js';
import { type Call, RIGHT_TAG, told, urlOf } from './call.js';
import type { Operation } from './document.js';
import { Fingerprints } from './fingerprints.js';
import { fileFor } from './sample-files.js';
import { busyNetwork } from './sample-networks.js';
import type { Choices } from './valid-calls.js';

const OWN = 'fuzz';
const OTHER = 'neighbour';
/** A guard against hanging, not a measure. */
const HANGS_AFTER = 30_000;

/** The real API over two busy networks, each request of which is held to what holds for every request. */
export class FuzzedApi {
  readonly succeeded = new Set<string>();
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private sent = 0;
  private files = 0;

  private constructor(
    private readonly api: TestApi,
    readonly prints: Fingerprints,
    readonly networkId: string,
    readonly otherNetworkId: string,
    readonly otherAtFirst: string,
  ) {}

  static async start(): Promise<FuzzedApi> {
    const api = await TestApi.start(OWN);
    const own = await busyNetwork(api.domain, OWN);
    const other = await busyNetwork(api.domain, OTHER);
    await api.app.listen(0, '127.0.0.1');
    const prints = await Fingerprints.open(api.domain.database.ownerUrl);
    return new FuzzedApi(api, prints, own, other, await prints.take(other));
  }

  async stop(): Promise<void> {
    this.agent.destroy();
    await this.prints.close();
    await this.api.stop();
  }

  /** What valid requests are made of, as the records are now. */
  async choices(operation: Operation, networkId = this.networkId): Promise<Choices> {
    const ids = new Map<string, string[]>();
    for (const field of idFields(operation)) ids.set(field, await this.prints.ids(networkId, recordOf(operation, field)));
    return {
      idsOf: (field) => ids.get(field) ?? [],
      fileFor: ({ id }) => fileFor(id, ++this.files),
      emails: [`coordinator@${OWN}.example`],
    };
  }

  ledgerDiscrepancies(networkId: string) {
    return this.api.domain.db.inNetwork(networkId, discrepancies);
  }

  token(role = 'approver', network: 'own' | 'other' = 'own'): Promise<string> {
    return this.api.token(role, network === 'own' ? OWN : OTHER);
  }

  /** Every second answer is asked for in English. Throws when the connection is cut or hangs. */
  async send(call: Call, token: string | null): Promise<{ answer: Answer; wrong: string[] }> {
    const language = this.sent++ % 2 ? 'en' : 'ja';
    const signIn: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
    const tag: Record<string, string> = call.headers['if-match'] === RIGHT_TAG ? { 'if-match': await this.tagAt(call, signIn) } : {};
    const headers = { ...signIn, ...(language === 'en' ? { 'accept-language': 'en' } : {}), ...call.headers, ...tag };
    const answer = await this.exchange(call.operation.method, urlOf(call), headers, call.body).catch((error: Error) => {
      throw new Error(`${told(call)}: ${error.message}`);
    });
    if (answer.status < 300) this.succeeded.add(call.operation.id);
    return { answer, wrong: wrongIn(call.operation, answer, language).map((fault) => `${told(call)}: ${fault}`) };
  }

  private async tagAt(call: Call, signIn: Record<string, string>): Promise<string> {
    const { headers } = await this.exchange('GET', urlOf(call), signIn);
    return headers['etag'] ?? '"none"';
  }

  /** Over a plain socket: nothing tidies the path or the bytes up. */
  private exchange(method: string, path: string, headers: Record<string, string>, body?: string | Buffer): Promise<Answer> {
    const { port } = this.api.app.getHttpServer().address() as AddressInfo;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port, method, path, headers: { ...headers, ...length }, agent: this.agent };
      const sent = request(options, async (answer) => {
        const text = Buffer.concat(await answer.toArray()).toString();
        resolve({ status: answer.statusCode as number, headers: answer.headers, text });
      });
      sent.setTimeout(HANGS_AFTER, () => sent.destroy(new Error('no answer')));
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

/** What a field names, where its name does not say so. */
function recordOf({ path }: Operation, field: string): string {
  if (field === 'toSiteId') return 'siteId';
  if (field === 'commandId') return path.includes('/postings') ? 'postedId' : 'parkedId';
  return field;
}

/** The fields and parameters that name records. */
export function idFields({ parameters, body }: Operation): string[] {
  const inBody = JSON.stringify(body?.schema ?? {}).match(/"(\w+Ids?)":/g) ?? [];
  const named = parameters.filter((one) => one.in !== 'header' && one.schema.format === 'uuid').map(({ name }) => name);
  return [...new Set([...named, ...inBody.map((field) => field.slice(1, -2))])];
}
