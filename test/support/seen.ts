import type { SeenMessage } from '../../src/playground/playground';

/** The labels of a message's buttons, row by row. */
export const labels = ({ rows }: SeenMessage): readonly string[] =>
  rows.flat().map(({ text }) => text);

/** What the button with this label sends when it is tapped. */
export function dataOf({ rows }: SeenMessage, label: string): string {
  const data = rows.flat().find(({ text }) => text.includes(label))?.callback_data;
  if (data === undefined) throw new Error(`There is no button "${label}" that sends anything`);
  return data;
}

/** The id of the form a message belongs to. */
export function formOf({ rows }: SeenMessage): string {
  const id = /^f:([^:]+):/u.exec(rows.flat().at(-1)?.callback_data ?? '')?.[1];
  if (id === undefined) throw new Error('The message belongs to no form');
  return id;
}

/** The id of the record behind a receipt. */
export function receiptIn({ text }: SeenMessage): string {
  const [, first, second] = /Nomor tanda terima: ([0-9A-Z]{5})-([0-9A-Z]{5})/u.exec(text) ?? [];
  if (first === undefined || second === undefined) throw new Error(`No receipt: ${text}`);
  return first + second;
}
