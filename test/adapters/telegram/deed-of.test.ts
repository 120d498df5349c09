import type { Message } from 'telegraf/types';
import { deedOf } from '../../../src/adapters/telegram/deed-of';

const botName = 'blk_aktif_bot';
const deed = (fields: object) =>
  deedOf(
    { message_id: 1, date: 0, chat: { id: 1, type: 'private' }, ...fields } as Message,
    botName,
  );
const sizes = [
  { file_id: 'small', file_unique_id: 's', width: 90, height: 90 },
  { file_id: 'large', file_unique_id: 'l', width: 1280, height: 1280 },
];

describe('what a message means', () => {
  it.each([
    ['/lapor', 'lapor', ''],
    ['/LAPOR', 'lapor', ''],
    ['/start KODE-_123', 'start', 'KODE-_123'],
    ['/start   KODE  ', 'start', 'KODE'],
    ['/lapor@blk_aktif_bot', 'lapor', ''],
    ['/lapor@BLK_Aktif_Bot besok\nlusa', 'lapor', 'besok\nlusa'],
    ['/lapor\nbesok', 'lapor', 'besok'],
  ])('is the command in %j', (text, name, argument) => {
    expect(deed({ text })).toEqual({ kind: 'command', name, argument });
  });

  it.each([
    'lapor',
    'mau /lapor',
    ' /lapor',
    '/',
    '/lapor-dong',
    `/${'a'.repeat(33)}`,
    '16',
    '/lapor@another_bot',
  ])('is plain words in %j', (text) => {
    expect(deed({ text })).toEqual({ kind: 'text', text });
  });

  it('is a photo in its largest size, with its album if it has one', () => {
    const photo = { fileId: 'large', uniqueId: 'l' };
    expect(deed({ photo: sizes })).toEqual({ kind: 'photo', photo });
    expect(deed({ photo: sizes, caption: '/batal', media_group_id: '42' })).toEqual({
      kind: 'photo',
      photo,
      album: '42',
      caption: { text: '/batal' },
    });
    expect(deed({ photo: [] })).toBeUndefined();
  });

  it.each([
    ['sticker', 'sticker'],
    ['voice', 'voice'],
    ['audio', 'voice'],
    ['video', 'video'],
    ['video_note', 'video'],
    ['contact', 'contact'],
    ['location', 'location'],
    ['poll', 'unknown'],
    ['dice', 'unknown'],
  ])('is, for a %s, something that cannot be read', (field, what) => {
    expect(deed({ [field]: {} })).toEqual({ kind: 'other', what });
  });

  it('is a file for a document, with a name even when Telegram gives none', () => {
    const document = { file_id: 'f', file_unique_id: 'u', file_name: 'daftar.xlsx', file_size: 12 };
    const file = { fileId: 'f', name: 'daftar.xlsx', bytes: 12 };
    expect(deed({ document })).toEqual({ kind: 'file', file });
    expect(deed({ document: { file_id: 'f' } })).toEqual({
      kind: 'file',
      file: { fileId: 'f', name: 'berkas', bytes: 0 },
    });
  });

  it('is named for what people see when Telegram sends two kinds in one', () => {
    expect(deed({ animation: {}, document: {} })).toEqual({ kind: 'other', what: 'video' });
    expect(deed({ venue: {}, location: {} })).toEqual({ kind: 'other', what: 'location' });
  });

  const photo = { fileId: 'large', uniqueId: 'l' };
  it.each<[object, object]>([
    [{ text: '/lapor' }, { of: { kind: 'text', text: '/lapor' } }],
    [
      { photo: sizes, caption: 'Rapat' },
      { of: { kind: 'photo', photo, caption: { text: 'Rapat' } } },
    ],
    [{ voice: {} }, {}],
  ])('is somebody else’s, and never a command, when forwarded: %j', (fields, rest) => {
    const forward_origin = { type: 'hidden_user', sender_user_name: 'Sari', date: 0 };
    const said = { kind: 'other', what: 'forwarded', ...rest };
    expect(deed({ ...fields, forward_origin })).toEqual(said);
  });

  it('keeps what was formatted below a file', () => {
    const document = { file_id: 'f', file_name: 'surat.pdf', file_size: 12 };
    const caption_entities = [{ type: 'bold', offset: 0, length: 5 }];
    const said = deed({ document, caption: 'Rapat besok', caption_entities });
    expect(said).toMatchObject({ kind: 'file', caption: { text: 'Rapat besok' } });
    expect(said).toHaveProperty('caption.formatted');
  });

  it.each(['new_chat_members', 'left_chat_member', 'pinned_message', 'new_chat_title'])(
    'is nothing for the service message %s',
    (field) => {
      expect(deed({ [field]: {} })).toBeUndefined();
    },
  );
});
