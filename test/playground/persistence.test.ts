import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { aPlayground, call, sent, siti, stopAll, updateIds } from './support/ground';

let dir = '';

beforeEach(async () => {
  dir = await fs.mkdtemp(path.join(os.tmpdir(), 'playground-'));
});

afterEach(async () => {
  await stopAll();
  await fs.rm(dir, { recursive: true });
});

test('chats, files, settings and waiting updates outlive the program', async () => {
  const before = await aPlayground({ dir });
  const said = before.telegram.sendsPhoto(siti, 'generated', { caption: 'Kegiatan' });
  await sent(before, { chat_id: siti, text: '<b>Diterima</b>', parse_mode: 'HTML' });
  await call(before, 'setMyCommands', { commands: [{ command: 'lapor', description: 'x' }] });
  before.telegram.blocks(siti);
  const chat = before.telegram.chat(siti);
  const pending = before.telegram.pendingUpdates();
  await stopAll();

  const after = await aPlayground({ dir });
  expect(after.telegram.chat(siti)).toEqual(chat);
  expect(await updateIds(after)).toEqual(pending);
  expect(after.telegram.commandsFor(siti)).toEqual([{ command: 'lapor', description: 'x' }]);
  expect(() => after.telegram.says(siti, 'x')).toThrow('has blocked the bot');
  const photo = await call(after, 'getFile', { file_id: chat[0]?.media?.fileId });
  expect(photo).toMatchObject({ ok: true });
  after.telegram.unblocks(siti);
  const later = after.telegram.says(siti, 'lagi');
  expect(later.messageId).toBeGreaterThan(chat.at(-1)!.id);
  expect(later.updateId).toBeGreaterThan(said.updateId!);
});

test('what was answered before a kill -9 is there after it', async () => {
  const script = path.join(__dirname, 'support', 'say-until-killed.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dir]);
  const ids: number[] = [];
  let text = '';
  await new Promise((resolve) => {
    child.once('close', resolve);
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString();
      if (text.split('\n').length > 200) child.kill('SIGKILL');
    });
  });
  const whole = text.slice(0, text.lastIndexOf('\n'));
  ids.push(...whole.split('\n').map(Number));
  const { telegram } = await aPlayground({ dir });
  expect(ids.length).toBeGreaterThan(190);
  expect(telegram.pendingUpdates()).toEqual(expect.arrayContaining(ids));
  expect(telegram.chat(siti).length).toBeGreaterThanOrEqual(ids.length);
  expect(telegram.says(siti, 'lagi').updateId).toBeGreaterThan(Math.max(...ids));
}, 30_000);

test('a journal cut short in its last line is read up to there', async () => {
  const before = await aPlayground({ dir });
  before.telegram.says(siti, 'satu');
  await stopAll();
  await fs.appendFile(path.join(dir, 'journal.jsonl'), '["messages","101/99",{"mess');
  const { telegram } = await aPlayground({ dir });
  expect(telegram.chat(siti)).toMatchObject([{ text: 'satu' }]);
});

test('without a folder, ids start above those of an earlier run', async () => {
  const before = await aPlayground();
  const first = before.telegram.says(siti, 'satu').updateId!;
  await stopAll();
  // Ids start at the millisecond of the start.
  await pause(2);
  const after = await aPlayground();
  expect(after.telegram.says(siti, 'dua').updateId).toBeGreaterThan(first);
});
