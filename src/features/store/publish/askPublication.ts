import * as vscode from 'vscode';
import type { StoreChannel, StoreVersion } from '../../../api/store/storeVersions';
import type { StorePublication } from '../../../api/store/storeWrites';
import { askShortNotes } from '../../../ui/dialogs/askShortNotes';
import { askText } from '../../../ui/dialogs/askText';
import { editText } from '../../../ui/dialogs/editText';
import { showPick } from '../../../ui/dialogs/picks';
import { channelName, storeVersionName } from '../storeText';
import { replacedBy, replacementText } from './publishQuestion';

interface ChannelRow extends vscode.QuickPickItem {
  channel: StoreChannel;
}

/** Where a version is published, and with which texts. Undefined when the person closed a question. */
export async function askPublication(
  title: string,
  version: StoreVersion,
  all: readonly StoreVersion[],
): Promise<StorePublication | undefined> {
  const channel = await askChannel(title, version, all);
  const summary =
    channel &&
    (await askText<{ text: string }>({
      title,
      prompt: vscode.l10n.t(
        'Summary of {0} for {1}, in one line',
        storeVersionName(version),
        channelName(channel),
      ),
      value: version.summary ?? '',
      accept: (text) => Promise.resolve({ done: { text: text.trim() } }),
    }));
  const releaseNotes = summary && (await askReleaseNotes(title, version));
  return channel && summary && releaseNotes !== undefined
    ? { channel, summary: summary.text, releaseNotes }
    : undefined;
}

async function askChannel(
  title: string,
  version: StoreVersion,
  all: readonly StoreVersion[],
): Promise<StoreChannel | undefined> {
  const row = (channel: StoreChannel, icon: string): ChannelRow => ({
    channel,
    label: channelName(channel),
    detail: replacementText(version, channel, replacedBy(version, channel, all)),
    iconPath: new vscode.ThemeIcon(icon),
  });
  const chosen = await showPick<ChannelRow>([row('live', 'broadcast'), row('beta', 'beaker')], {
    title,
    placeHolder: vscode.l10n.t('Where to publish {0}', storeVersionName(version)),
    ignoreFocusOut: true,
  });
  return chosen?.channel;
}

/** In a box while they have one line, in an editor when there are more, or when the person wants more. */
async function askReleaseNotes(title: string, version: StoreVersion): Promise<string | undefined> {
  const name = storeVersionName(version);
  const asked = await askShortNotes<string>({
    title,
    prompt: vscode.l10n.t('Release notes for {0}, shown to users', name),
    notes: (version.releaseNotes ?? '').replaceAll(/\r\n?/g, '\n'),
    accept: (text) => Promise.resolve({ done: text.trim() }),
  });
  if (!asked || 'done' in asked) {
    return asked?.done;
  }
  return editText({
    title: vscode.l10n.t('Write the release notes for {0} in the editor.', name),
    text: asked.more,
    save: vscode.l10n.t('Use Release Notes'),
  });
}
