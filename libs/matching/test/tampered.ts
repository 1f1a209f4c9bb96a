/** The value with one leaf changed, once for every number, text and truth in it. */
export function* everyLeafChanged<T>(value: T): Generator<T> {
  if (typeof value === 'number') yield (value + 1) as T;
  else if (typeof value === 'string') yield `${value}1` as T;
  else if (typeof value === 'boolean') yield !value as T;
  else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) for (const inner of everyLeafChanged(value[i])) yield value.toSpliced(i, 1, inner) as T;
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, old] of Object.entries(value)) for (const inner of everyLeafChanged(old)) yield { ...value, [name]: inner };
  }
}

/** The document with one entry of one list left out, or given twice, once for every entry; and each list turned round. */
export function* everyEntryMisplaced<T extends object>(document: T): Generator<T> {
  for (const [name, list] of Object.entries(document)) {
    if (!Array.isArray(list)) continue;
    for (let i = 0; i < list.length; i++) {
      yield { ...document, [name]: list.toSpliced(i, 1) };
      yield { ...document, [name]: list.toSpliced(i, 0, list[i]) };
    }
    if (list.length > 1) yield { ...document, [name]: list.toReversed() };
  }
}
