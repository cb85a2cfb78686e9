import * as vscode from 'vscode';
import { isFailure } from '../../../api/failure';
import { hostOf } from '../../../support/url';
import { askInModal } from '../../../ui/dialogs/notifications';
import { withCancellableProgress } from '../../../ui/dialogs/withCancellableProgress';
import type { TrialDeps } from './acceptedToken';
import type { McpOffer } from './mcpOffer';
import { countMcpTools } from './mcpToolCount';

/**
 * Asks before the MCP server is turned on: first whether the token may go there at all, then with the number of its
 * tools (R68), which only the server knows.
 */
export async function confirmMcp(offer: McpOffer, deps: TrialDeps): Promise<boolean> {
  const host = hostOf(offer.url);
  if (!(await confirmSending(offer.name, host))) {
    return false;
  }
  const title = vscode.l10n.t('Counting the tools of {0}', host);
  const count = await withCancellableProgress(title, async (signal) => {
    const known = await countMcpTools(offer, deps, signal).catch((error: unknown) => {
      deps.log.warn(`MCP server ${host}: ${isFailure(error) ? error.message : 'not asked for its tools'}`);
      return undefined;
    });
    return signal.aborted ? 'cancelled' : known;
  });
  return count !== 'cancelled' && confirmCount(offer.name, host, count);
}

async function confirmSending(name: string, host: string): Promise<boolean> {
  const go = vscode.l10n.t('Continue');
  const chosen = await askInModal(
    vscode.l10n.t('Let AI agents use the Appcircle MCP server with {0}?', name),
    [
      vscode.l10n.t(
        'AI agents in this editor get your full permissions. They can read, change, build, and publish whatever you can.',
      ),
      vscode.l10n.t(
        'Your access token is sent to {0}: now, to count its tools, and each time the editor starts them.',
        host,
      ),
      vscode.l10n.t(
        'This server has no read-only mode. For reading only, sign in with an API key that has the Viewer role.',
      ),
      vscode.l10n.t('This includes sub-organizations that you switch to with the same key.'),
    ],
    go,
  );
  return chosen === go;
}

async function confirmCount(name: string, host: string, count: number | undefined): Promise<boolean> {
  const turnOn = vscode.l10n.t('Turn On');
  const chosen = await askInModal(
    vscode.l10n.t('Turn on the Appcircle MCP server for {0}?', name),
    [
      countText(host, count),
      vscode.l10n.t(
        'VS Code sends an AI model at most 128 tools, including those of other servers and extensions.',
      ),
    ],
    turnOn,
  );
  return chosen === turnOn;
}

function countText(host: string, count: number | undefined): string {
  if (count === undefined) {
    return vscode.l10n.t(
      '{0} did not report how many tools it has. It may not start. See Appcircle: Show Log.',
      host,
    );
  }
  return count === 1
    ? vscode.l10n.t('{0} has 1 tool.', host)
    : vscode.l10n.t('{0} has {1} tools.', host, count);
}
