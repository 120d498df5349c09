import type { Log } from '../../src/ports';

export interface CollectingLog extends Log {
  readonly lines: string[];
}

/** A log that keeps its lines for the test to read. */
export function collectingLog(): CollectingLog {
  const lines: string[] = [];
  const write = (level: string) => (facts: object, line: string) =>
    void lines.push(`${level} ${line} ${JSON.stringify(facts)}`);
  return { lines, info: write('info'), warn: write('warn'), error: write('error') };
}
