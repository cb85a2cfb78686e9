import * as vscode from 'vscode';
import type { SessionStore } from '../../../account/sessionStore';
import type { SigningIdentity } from '../../../api/signing/identities';
import type { SigningKind } from '../../../api/signing/signingIdentity';
import { Color, Command } from '../../../contributions';
import { noticeItem } from '../../../ui/lists/failureNotice';
import { moreItem } from '../../../ui/lists/moreItem';
import { remedyItem } from '../../../ui/lists/remedyItem';
import { numberText } from '../../../ui/text/testersText';
import { endStateOf, shortEndText, signingEndText } from '../ends';
import type { SigningArrangement } from '../find/signingArrangement';
import { groupText, kindText } from '../kindText';
import type { SigningLists } from '../signingLists';
import type { SigningGroupNode, SigningNode } from '../signingNodes';
import type { GroupRows } from './groupRows';
import { identityTooltip } from './identityTooltip';

/** A group of more rows begins folded. */
const MAX_OPEN = 50;

/** What the rows are drawn of. */
interface SigningItemsDeps {
  readonly sessions: SessionStore;
  readonly lists: SigningLists;
  readonly arrangement: SigningArrangement;
}

const icons: Readonly<Record<SigningKind, string>> = {
  certificate: 'verified',
  provisioningProfile: 'device-mobile',
  keystore: 'key',
  csr: 'mail',
};

/** How each row of the Signing Identities view looks. */
export class SigningItems {
  constructor(
    private readonly deps: SigningItemsDeps,
    private readonly groups: GroupRows,
  ) {}

  item(node: SigningNode): vscode.TreeItem {
    const item = this.draw(node);
    item.id = `${this.deps.sessions.account?.id ?? ''}/signing/${node.id}`;
    return item;
  }

  tooltip(node: SigningNode): vscode.MarkdownString | undefined {
    return node.kind === 'identity' ? identityTooltip(node.identity, this.deps.lists) : undefined;
  }

  private draw(node: SigningNode): vscode.TreeItem {
    switch (node.kind) {
      case 'group':
        return this.groupItem(node);
      case 'identity':
        return identityItem(node.identity);
      case 'notice':
        return noticeItem(node);
      case 'remedy':
        return remedyItem(node.remedy);
      case 'more':
        return moreItem(Command.showMoreSigningIdentities, node.shown, node.total, node);
    }
  }

  private groupItem({ id: kind }: SigningGroupNode): vscode.TreeItem {
    const { rows, passing, failure } = this.groups.rowsOf(kind);
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const isOpen = failure !== undefined || (passing.length > 0 && passing.length <= MAX_OPEN);
    const name = groupText(kind);
    const facts = [
      passing.length < rows.length
        ? vscode.l10n.t('{0} of {1}', numberText(passing.length), numberText(rows.length))
        : numberText(rows.length),
      ...endCounts(passing),
    ];
    const item = new vscode.TreeItem(name, isOpen ? Expanded : Collapsed);
    item.description = facts.join(' · ');
    item.iconPath = new vscode.ThemeIcon(icons[kind]);
    item.contextValue = kind === 'csr' ? 'signingGroup' : 'signingGroup uploadable';
    item.accessibilityInformation = { label: [name, ...facts].join(', ') };
    return item;
  }
}

/** "1 expired", "2 ending soon". */
function endCounts(identities: readonly SigningIdentity[]): string[] {
  const states = identities.map(({ endsAt }) => endStateOf(endsAt));
  const ended = states.filter((state) => state === 'ended').length;
  const soon = states.filter((state) => state === 'urgent' || state === 'soon').length;
  return [
    ...(ended > 0 ? [vscode.l10n.t('{0} expired', numberText(ended))] : []),
    ...(soon > 0 ? [vscode.l10n.t('{0} ending soon', numberText(soon))] : []),
  ];
}

/**
 * The row of an identity. How near its end is, is told by words and by the shape of the icon; an end that somebody has to
 * do something about stands before the name, since a narrow side bar cuts off what is behind a long one.
 */
function identityItem(identity: SigningIdentity): vscode.TreeItem {
  const { name, kind, endsAt } = identity;
  const facts = factsOf(identity);
  const ends = endsAt === undefined ? [] : [shortEndText(endsAt)];
  const isNear = ['ended', 'urgent', 'soon'].includes(endStateOf(endsAt));
  const item = new vscode.TreeItem([...(isNear ? ends : []), name].join(' · '));
  item.description = [...(isNear ? [] : ends), ...facts].join(' · ');
  item.iconPath = iconOf(identity);
  item.contextValue = `signingIdentity ${kind}`;
  const spoken = endsAt === undefined ? [] : [signingEndText(endsAt)];
  item.accessibilityInformation = { label: [name, kindText(kind), ...spoken, ...facts].join(', ') };
  return item;
}

/** What stands beside the name and the end: first what somebody has to do something about. */
function factsOf(identity: SigningIdentity): string[] {
  const { kind } = identity;
  if (kind === 'provisioningProfile') {
    const missing = identity.hasCertificate === false ? [vscode.l10n.t('certificate missing')] : [];
    return [...missing, ...(identity.appId === undefined ? [] : [identity.appId])];
  }
  return kind === 'keystore' && identity.alias !== undefined ? [identity.alias] : [];
}

function iconOf(identity: SigningIdentity): vscode.ThemeIcon {
  switch (endStateOf(identity.endsAt)) {
    case 'ended':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor(Color.failed));
    case 'urgent':
    case 'soon':
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor(Color.warning));
    default:
      return identity.kind === 'provisioningProfile' && identity.hasCertificate === false
        ? new vscode.ThemeIcon('warning', new vscode.ThemeColor(Color.warning))
        : new vscode.ThemeIcon(icons[identity.kind]);
  }
}
