/** The zeros of the decimal digits people's keyboards give: full-width, Arabic-Indic, Persian. */
const zeros = ['\uFF10', '\u0660', '\u06F0'].map((zero) => zero.charCodeAt(0));

const plainDigit = (digit: string): string => {
  const code = digit.charCodeAt(0);
  const zero = zeros.find((candidate) => code >= candidate && code <= candidate + 9);
  return zero === undefined ? digit : String(code - zero);
};

/** No date, count or phone number is longer; the patterns that read them need not look at it. */
const longestShortAnswer = 200;

/**
 * A short answer in the shape the readers compare: 0–9, lower case, single spaces, trimmed.
 *
 * What is too long for a short answer comes out empty.
 */
export function plainly(text: string): string {
  const plain = text
    .replace(/[\uFF10-\uFF19\u0660-\u0669\u06F0-\u06F9]/g, plainDigit)
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .toLowerCase()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return plain.length > longestShortAnswer ? '' : plain;
}
