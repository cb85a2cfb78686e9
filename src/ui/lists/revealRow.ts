import type { Log } from '../../support/log';

/** Waits until a new row shows. What was created is created: that its row does not show is for the log alone. */
export async function revealRow(log: Log, row: Promise<void>): Promise<void> {
  try {
    await row;
  } catch (error) {
    log.warn(
      `The row of what was created does not show: ${error instanceof Error ? error.message : 'unknown'}`,
    );
  }
}
