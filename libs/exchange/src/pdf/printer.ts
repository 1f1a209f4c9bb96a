import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';

const { resolve } = createRequire(import.meta.url);

/** Noto Sans JP has the characters of names (髙, 﨑, ㈱, ①); only those that are used go into a file. */
const FONTS = {
  normal: resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'),
};

// What is printed names files and addresses of strangers: nothing but the fonts is ever read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === FONTS.normal || path === FONTS.bold);
pdfmake.setFonts({ NotoSansJP: FONTS });

export function toPdf(definition: object): Promise<Buffer> {
  return pdfmake
    .createPdf({ ...definition, pageSize: 'A4', language: 'ja', defaultStyle: { font: 'NotoSansJP', fontSize: 8 } })
    .getBuffer();
}
