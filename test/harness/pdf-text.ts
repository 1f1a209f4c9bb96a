import { inflateSync } from 'node:zlib';

/**
 * What a reader would select and copy on each page of a PDF that pdfkit wrote: the pieces of text in the order of drawing, read
 * back through each font's own table. Enough of the format for our own papers and nothing more.
 */
export function pdfText(pdf: Buffer): string[] {
  const objects = readObjects(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.map(({ head }) => {
    const resources = objectAt(objects, head, 'Resources').head;
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name as string, lettersOf(objects, id as string)]),
    );
    return drawnText(objectAt(objects, head, 'Contents').body, fonts);
  });
}

/** Where each piece of text begins, in points from the left edge of the paper. */
export function leftEdges(pdf: Buffer): number[] {
  const drawn = [...readObjects(pdf).values()].map(({ body }) => body).filter((body) => body.includes(' TJ'));
  return drawn.flatMap((body) => [...body.matchAll(/1 0 0 1 ([\d.]+) [\d.]+ Tm/g)].map(([, x]) => Number(x)));
}

interface PdfObject {
  readonly head: string;
  readonly body: string;
}
type Objects = Map<string, PdfObject>;
type Letters = Map<string, string>;

function readObjects(pdf: Buffer): Objects {
  const text = pdf.toString('latin1');
  const objects: Objects = new Map();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head, stream] = (match[2] as string).split('\nstream\n') as [string, string | undefined];
    const bytes = Buffer.from(stream?.replace(/\nendstream$/, '') ?? '', 'latin1');
    const body =
      bytes.length === 0 || /\/Subtype|\/Length1/.test(head)
        ? ''
        : head.includes('FlateDecode')
          ? inflateSync(bytes).toString('latin1')
          : bytes.toString('latin1');
    objects.set(match[1] as string, { head, body });
  }
  return objects;
}

function objectAt(objects: Objects, head: string, key: string): PdfObject {
  const id = new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1];
  return objects.get(id as string) as PdfObject;
}

/** Glyph → text. */
function lettersOf(objects: Objects, font: string): Letters {
  const letters: Letters = new Map();
  const { body } = objectAt(objects, (objects.get(font) as PdfObject).head, 'ToUnicode');
  for (const [, first, list] of body.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    const texts = [...(list as string).matchAll(/<([0-9a-f ]*)>/gi)].map(([, hex]) =>
      Buffer.from((hex as string).replace(/ /g, ''), 'hex')
        .swap16()
        .toString('utf16le'),
    );
    for (const [i, text] of texts.entries()) letters.set((Number.parseInt(first as string, 16) + i).toString(16).padStart(4, '0'), text);
  }
  return letters;
}

function drawnText(content: string, fonts: ReadonlyMap<string, Letters>): string {
  let letters: Letters = new Map();
  let text = '';
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) as Letters;
    for (const [, hex] of (shown ?? '').matchAll(/<([0-9a-f]*)>/g))
      for (const glyph of (hex as string).match(/.{4}/g) ?? []) text += letters.get(glyph) ?? '';
  }
  return text;
}
