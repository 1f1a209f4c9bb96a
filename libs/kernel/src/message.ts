/** A sentence for people: Japanese first, English second. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

export type MessageParams = Readonly<Record<string, string | number>>;

/**
 * A catalogue of sentences. Every user-facing text of a lib stands in one catalogue, with `{name}` for what is filled in,
 * so that a translator finds all of them in one place and code never concatenates a sentence.
 */
export function defineMessages<K extends string>(catalogue: Readonly<Record<K, Bilingual>>): (key: K, params?: MessageParams) => Bilingual {
  return (key, params = {}) => ({ ja: fill(catalogue[key].ja, params), en: fill(catalogue[key].en, params) });
}

function fill(template: string, params: MessageParams): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => (name in params ? String(params[name]) : hole));
}
