import { readFileSync } from 'node:fs';

/**
 * Bytes that have arrived at a port of this machine and wait there for who listens, as Linux tells of it; 0 elsewhere.
 * How many that may be is the receiver's affair: it takes them off the sender's hands.
 */
export function waitingAt(port: number): number {
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap(linesOf)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, address]) => address?.endsWith(local))
    .reduce((sum, [, , , , queues]) => sum + parseInt(queues?.split(':')[1] ?? '0', 16), 0);
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(1);
  } catch {
    return [];
  }
}
