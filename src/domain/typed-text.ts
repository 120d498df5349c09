/** The zeros of the decimal digits people's keyboards give: full-width, Arabic-Indic, Persian. */
const zeros = ['\uFF10', '\u0660', '\u06F0'].map((zero) => zero.charCodeAt(0));

const plainDigit = (digit: string): string => {
  const code = digit.charCodeAt(0);
  const zero = zeros.find((candidate) => code >= candidate && code <= candidate + 9);
  return zero === undefined ? digit : String(code - zero);
};

/** What was typed, in the shape the readers compare: 0–9, lower case, single spaces, trimmed. */
export const plainly = (text: string): string =>
  text
    .replace(/[\uFF10-\uFF19\u0660-\u0669\u06F0-\u06F9]/g, plainDigit)
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .toLowerCase()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
