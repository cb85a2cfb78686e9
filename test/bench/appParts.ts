import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeSparseApp } from '../apps/sparseApp';
import { repeated } from './processes';
import { memory, times } from './report';
import { table } from './table';

const GB = 1024 ** 3;
const runs = 7;

/** What apps say of themselves, of a gigabyte each. */
export async function appsPart(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'appcircle-bench-apps-'));
  const rows = [['an app of 1 GB that is read', 'median', 'least', 'most', 'runs', 'memory kept', 'peak']];
  try {
    for (const name of ['app.ipa', 'app.apk']) {
      const file = writeSparseApp(path.join(folder, name), GB);
      const measured = await repeated({ kind: 'app', file }, runs);
      rows.push([...times(name, measured, 'time'), memory(measured, 'kept'), memory(measured, 'peak')]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return table(rows);
}
