/**
 * A column that a reader knows. `names` are the headers it may stand under, the usual one first; under a two-row header
 * a name is `upper/lower`. A unit belongs to the name: 寸法(cm)/縦 is not 寸法(mm)/縦.
 */
export interface Column<K extends string = string> {
  readonly key: K;
  readonly names: readonly [string, ...string[]];
  readonly required: boolean;
}

export function column<K extends string>(key: K, names: readonly [string, ...string[]]): Column<K> {
  return { key, names, required: true };
}

/** May be missing from the sheet; its cells then read as blank. */
export function optionalColumn<K extends string>(key: K, names: readonly [string, ...string[]]): Column<K> {
  return { key, names, required: false };
}

/** Width, case, spaces and marks like `*` or 必須 say nothing about what a column means. */
export function foldHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(必須\)|\(任意\)|[\s*※・]/g, '')
    .replace(/[〔［【]/g, '(')
    .replace(/[〕］】]/g, ')');
}
