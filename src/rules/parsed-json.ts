import type { Shaped } from './settings-shape';

/** Some editors put a mark at the beginning that JSON does not know. */
const byteOrderMark = /^\uFEFF/u;

/** What an edited text says, or near which line it is not JSON. */
export function parsedJson(text: string): Shaped<unknown> {
  const plain = text.replace(byteOrderMark, '');
  try {
    return { ok: true, value: JSON.parse(plain) };
  } catch (error) {
    const at = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
    const line = at === undefined ? '' : ` di sekitar baris ${lineAt(plain, Number(at))}`;
    return {
      ok: false,
      problems: [`Isi: belum berupa JSON yang benar${line}, mohon dicek koma dan tanda kutipnya.`],
    };
  }
}

const lineAt = (text: string, position: number) => text.slice(0, position).split('\n').length;
