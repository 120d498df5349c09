import mongoose, { type Connection } from 'mongoose';

/** Where queries go; closing it is the last thing the program does with the database. */
export type Store = Connection;

const usualPatienceMs = 5_000;

/**
 * Connects to MongoDB, or to the embedded store, which speaks the same protocol.
 *
 * Nothing is queued while the database is away: a query fails within `patienceMs`, five seconds
 * unless told, and is tried again by whoever asked. Throws the driver's error when the server can't be reached.
 */
export async function connectStore(
  uri: string,
  dbName = 'blk-aktif',
  patienceMs = usualPatienceMs,
): Promise<Store> {
  const connection = mongoose.createConnection(uri, {
    dbName,
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
    // A half-open connection would otherwise hide for half a minute that the server is back.
    connectTimeoutMS: patienceMs,
    serverSelectionTimeoutMS: patienceMs,
    waitQueueTimeoutMS: patienceMs,
    retryWrites: true,
  });
  try {
    return await connection.asPromise();
  } catch (error) {
    await connection.destroy();
    throw error;
  }
}
