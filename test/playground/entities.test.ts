import { parseHtml } from '../../src/playground/entities/html';
import { parseMarkdown } from '../../src/playground/entities/markdown';
import { plainFormatted } from '../../src/playground/entities/formatted';

const read = (parse: typeof parseHtml, source: string) => {
  const parsed = parse(source);
  return parsed.ok
    ? [parsed.value.text, ...parsed.value.entities.map((e) => [e.type, e.offset, e.length])]
    : parsed.why;
};

test.each<[string, unknown]>([
  [
    '<b>a</b><i>b</i><u>c</u><s>d</s>',
    ['abcd', ['bold', 0, 1], ['italic', 1, 1], ['underline', 2, 1], ['strikethrough', 3, 1]],
  ],
  ['😀<b>é</b>', ['😀é', ['bold', 2, 1]]],
  ['<b>a<i>b</i></b>', ['ab', ['italic', 1, 1], ['bold', 0, 2]]],
  ['&lt;&gt;&amp;&quot;&#65;&#x42;&copy;', ['<>&"AB&copy;']],
  ['<blockquote expandable>a</blockquote>', ['a', ['expandable_blockquote', 0, 1]]],
  [
    '<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>',
    ['ab', ['spoiler', 0, 1], ['spoiler', 1, 1]],
  ],
  ['<pre><code class="language-ts">x</code></pre>', ['x', ['pre', 0, 1]]],
  ['<a href="https://e.com/?a=1&amp;b=2">x</a>', ['x', ['text_link', 0, 1]]],
  ['<a href="tg://user?id=7">x</a>', ['x', ['text_mention', 0, 1]]],
  ['<a href="nonsense">x</a>', ['x']],
  ['<b></b>x', ['x']],
  ['🏟 🏟&lt;<abacaba', 'Unclosed start tag at byte offset 13'],
  ['🏟 🏟&lt;<abac aba>', 'Unsupported start tag "abac" at byte offset 13'],
  ['a < b', 'Unsupported start tag "" at byte offset 2'],
  ['<i   =aba>', 'Empty attribute name in the tag "i" at byte offset 0'],
  [
    '<i    aba>',
    'Expected equal sign in declaration of an attribute of the tag "i" at byte offset 0',
  ],
  ['<i    aba  =  ', 'Unclosed start tag "i" at byte offset 0'],
  ['<i aba=190azAz-.,', 'Unexpected end of name token at byte offset 7'],
  ['<i aba="&lt;>', 'Unclosed start tag at byte offset 0'],
  ['</', 'Unexpected end tag at byte offset 0'],
  ['<i>a</i   ', 'Unclosed end tag at byte offset 4'],
  ['<i>a</em>', 'Unmatched end tag at byte offset 4, expected "</i>", found "</em>"'],
  ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
  ['<tg-emoji emoji-id="x">y</tg-emoji>', 'Invalid custom emoji identifier specified'],
  [
    '&#xDFDF;',
    'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
  ],
])('reads the HTML %s as Telegram does', (source, expected) => {
  expect(read(parseHtml, source)).toEqual(expected);
});

test.each<[string, unknown]>([
  [
    '*a*_b_~d~||e||',
    ['abde', ['bold', 0, 1], ['italic', 1, 1], ['strikethrough', 2, 1], ['spoiler', 3, 1]],
  ],
  ['__u__', ['u', ['underline', 0, 1]]],
  ['*a _b_*', ['a b', ['italic', 2, 1], ['bold', 0, 3]]],
  ['`a*b`', ['a*b', ['code', 0, 3]]],
  ['```ts\nx\n```', ['x\n', ['pre', 0, 2]]],
  ['[a](https://e.com/\\))', ['a', ['text_link', 0, 1]]],
  ['>q\n>r\nx', ['q\nr\nx', ['blockquote', 0, 4]]],
  ['1\\. a\\!', ['1. a!']],
  ['1. a', "Character '.' is reserved and must be escaped with the preceding '\\'"],
  ['*a', "Can't find end of Bold entity at byte offset 0"],
  ['[a](b', "Can't find end of a URL at byte offset 4"],
])('reads the MarkdownV2 %s as Telegram does', (source, expected) => {
  expect(read(parseMarkdown, source)).toEqual(expected);
});

test('finds commands, links, mentions and tags in what people write', () => {
  const text = 'Lihat https://blk.id/a, /lapor@blk_bot atau @budi #kegiatan a@b.co';
  const found = plainFormatted(text).entities;
  expect(found.map((e) => [e.type, text.slice(e.offset, e.offset + e.length)])).toEqual([
    ['url', 'https://blk.id/a'],
    ['bot_command', '/lapor@blk_bot'],
    ['mention', '@budi'],
    ['hashtag', '#kegiatan'],
    ['email', 'a@b.co'],
  ]);
});

test('cuts white space at the ends and moves what stands out along', () => {
  expect(plainFormatted('  \n /lapor  ')).toEqual({
    text: '/lapor',
    entities: [{ type: 'bot_command', offset: 0, length: 6 }],
  });
});
