/** Crockford's base 32: no I, L, O or U, so that it can be read out over the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 10;
const bytesNeeded = 7;

/** Makes the id of a form, 10 characters, from at least 7 random bytes; throws when given fewer. */
export function formId(bytes: Uint8Array): string {
  if (bytes.length < bytesNeeded) throw new Error(`A form id needs ${bytesNeeded} random bytes`);
  const number = bytes.slice(0, bytesNeeded).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return Array.from({ length }, (_, place) =>
    alphabet.charAt(Number((number >> BigInt(5 * place)) & 31n)),
  ).join('');
}

/** The receipt number people see: 'XXXXX-XXXXX'. */
export const receiptOf = (id: string): string => `${id.slice(0, 5)}-${id.slice(5)}`;

/** Whether `text` has the shape of a form id. */
export const looksLikeFormId = (text: string): boolean => /^[0-9A-HJKMNP-TV-Z]{10}$/.test(text);
