import { isDoc, isTruthy, type Doc } from './bson-value';
import type { Command, Reply } from './command';
import { AGGREGATE } from './commands-aggregate';
import { CATALOG_COMMANDS } from './commands-catalog';
import { EXPLAIN } from './commands-explain';
import { FIND_AND_MODIFY } from './commands-find-and-modify';
import { READ_COMMANDS } from './commands-read';
import { SERVER_COMMANDS } from './commands-server';
import { WRITE_COMMANDS } from './commands-write';
import type { Engine } from './engine';
import { errorReply, refuse } from './mongo-error';

const COMMANDS: Readonly<Record<string, Command>> = {
  ...SERVER_COMMANDS,
  ...READ_COMMANDS,
  ...WRITE_COMMANDS,
  ...FIND_AND_MODIFY,
  ...AGGREGATE,
  ...CATALOG_COMMANDS,
  ...EXPLAIN,
};

/** Like a standalone server, the store has sessions but no transactions. */
function refuseTransaction(body: Doc): void {
  if (isTruthy(body['startTransaction']) || body['autocommit'] !== undefined)
    refuse(20, 'Transaction numbers are only allowed on a replica set member or mongos');
}

/** Answers one command; whatever goes wrong becomes an error reply. */
export async function runCommand(engine: Engine, body: Doc): Promise<Reply> {
  const [name = ''] = Object.keys(body);
  const db = body['$db'];
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) return refuse(59, `no such command: '${name}'`);
    if (typeof db !== 'string' || !isDoc(body))
      return refuse(73, 'a command needs the name of a database');
    refuseTransaction(body);
    return await command({ engine, db, name, body });
  } catch (error) {
    return errorReply(error);
  }
}
