import * as vscode from 'vscode';
import type { BuildStatus } from '../../../api/builds/buildStatus';
import { Color, type ColorId } from '../../../contributions';

/** How a build is, as a picture: told apart by shape, not by color alone. */
export function buildStatusIcon(status: BuildStatus): vscode.ThemeIcon {
  return new vscode.ThemeIcon(shapes[status], themeColor(statusColor(status)));
}

/** The color of a status, for what has a shape of its own. */
export function statusColor(status: BuildStatus | undefined): ColorId | undefined {
  switch (status) {
    case 'succeeded':
      return Color.succeeded;
    case 'succeededWithWarnings':
      return Color.warning;
    case 'failed':
    case 'timedOut':
      return Color.failed;
    case 'canceled':
      return Color.inactive;
    case 'waiting':
    case 'running':
      return Color.running;
    case 'unknown':
    case undefined:
      return undefined;
  }
}

export function themeColor(color: ColorId | undefined): vscode.ThemeColor | undefined {
  return color && new vscode.ThemeColor(color);
}

const shapes: Readonly<Record<BuildStatus, string>> = {
  succeeded: 'pass',
  succeededWithWarnings: 'warning',
  failed: 'error',
  canceled: 'circle-slash',
  timedOut: 'clock',
  waiting: 'circle-large-outline',
  // The editor turns it only for who has not asked for less motion.
  running: 'sync~spin',
  unknown: 'question',
};
