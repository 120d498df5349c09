import { isDoc, type Doc } from './bson-value';
import type { Command } from './command';
import { documentPrefix } from './catalog';
import { prefixRange } from './disk';
import { collectionOf, type Engine } from './engine';

const VERSION = '7.0.0';
const STARTED = performance.now();

const hello: Command = ({ engine, name }) => ({
  ...(name === 'hello' ? { isWritablePrimary: true } : { ismaster: true }),
  helloOk: true,
  maxBsonObjectSize: 16 * 1024 * 1024,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  localTime: engine.clock(),
  logicalSessionTimeoutMinutes: 30,
  minWireVersion: 0,
  maxWireVersion: 21,
  readOnly: false,
  ok: 1,
});

const fine: Command = () => ({ ok: 1 });

const buildInfo: Command = () => ({
  version: VERSION,
  versionArray: [7, 0, 0, 0],
  gitVersion: 'embedded',
  modules: [],
  bits: 64,
  debug: false,
  maxBsonObjectSize: 16 * 1024 * 1024,
  storageEngines: ['lmdb'],
  ok: 1,
});

const connectionStatus: Command = () => ({
  authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] },
  ok: 1,
});

const serverStatus: Command = ({ engine }) => ({
  version: VERSION,
  process: 'embedded',
  pid: process.pid,
  uptime: Math.floor((performance.now() - STARTED) / 1000),
  localTime: engine.clock(),
  connections: {},
  ok: 1,
});

function sizeOf(engine: Engine, db: string, name: string): Doc {
  const collection = collectionOf(engine, db, name);
  const count = collection ? engine.disk.count(prefixRange(documentPrefix(collection))) : 0;
  const nindexes = collection?.indexes.length ?? 0;
  return {
    count,
    size: 0,
    storageSize: 0,
    avgObjSize: 0,
    totalIndexSize: 0,
    nindexes,
    indexSizes: {},
    capped: false,
  };
}

const collStats: Command = ({ engine, db, body }) => {
  const name = String(body['collStats']);
  return { ns: `${db}.${name}`, ...sizeOf(engine, db, name), ok: 1 };
};

const dbStats: Command = ({ engine, db }) => {
  const all = [...engine.catalog.collections.values()].filter((collection) => collection.db === db);
  const sizes = all.map(({ name }) => sizeOf(engine, db, name));
  const sum = (field: string): number =>
    sizes.reduce((total, size) => total + Number(size[field]), 0);
  return {
    db,
    collections: all.length,
    views: 0,
    objects: sum('count'),
    dataSize: 0,
    storageSize: 0,
    indexes: sum('nindexes'),
    indexSize: 0,
    ok: 1,
  };
};

const getParameter: Command = ({ body }) => {
  const wanted = isDoc(body) && 'featureCompatibilityVersion' in body;
  return wanted ? { featureCompatibilityVersion: { version: '7.0' }, ok: 1 } : { ok: 1 };
};

/** The commands about the server itself and its sessions. */
export const SERVER_COMMANDS: Readonly<Record<string, Command>> = {
  hello,
  ismaster: hello,
  isMaster: hello,
  ping: fine,
  buildInfo,
  buildinfo: buildInfo,
  connectionStatus,
  serverStatus,
  collStats,
  dbStats,
  getParameter,
  startSession: fine,
  endSessions: fine,
  killSessions: fine,
  killAllSessions: fine,
  refreshSessions: fine,
};
