import { l10n } from 'vscode';
import { blocks, line, table } from '../../ui/documents/markdownSource';
import { platformName } from '../../ui/text/appText';
import { dateTime } from '../../ui/text/dates';
import type { Board } from './board';
import type { BoardApp } from './boardApp';
import { buildCells, cellsOf, distributionCells, publishCells, storeCells, type Cells } from './boardCells';

/** What a cell without anything says: a screen reader says it. */
const NOTHING = '—';

/** A board as Markdown in which a server's words are text (rule 18). */
export function boardMarkdown({ app, at, build, distribution, publish, store }: Board): string {
  const none = l10n.t('No version with this ID');
  const columns = [
    cellsOf(build, l10n.t('Its build profile no longer exists'), (found) => buildCells(found, at)),
    cellsOf(distribution, none, (found) => distributionCells(found, at)),
    cellsOf(publish, l10n.t('No profile with this ID'), (found) => publishCells(found, at)),
    cellsOf(store, none, (found) => storeCells(found, at)),
  ];
  const row = (label: string, of: keyof Cells) => [
    `**${line(label)}**`,
    ...columns.map((cells) => line(cells[of] ?? '') || NOTHING),
  ];
  return `${blocks(
    `# ${line(boardTitle(app))}`,
    line(`${platformName(app.platform)} · ${app.id} · ${l10n.t('As of {0}', dateTime(at))}`),
    table(
      [
        l10n.t('Property'),
        l10n.t('Build'),
        l10n.t('Distribution'),
        l10n.t('Publish'),
        l10n.t('Enterprise App Store'),
      ],
      [
        row(l10n.t('Profile'), 'profile'),
        row(l10n.t('Newest'), 'version'),
        row(l10n.t('State'), 'state'),
        row(l10n.t('Age'), 'age'),
        row(l10n.t('Who'), 'who'),
        row(l10n.t('Next step'), 'next'),
      ],
    ),
    `*${line(
      l10n.t(
        'What has another ID, or none, is not shown. A build is found by the build profile that a distribution version names. The buttons in the title bar start the next steps.',
      ),
    )}*`,
  )}\n`;
}

/** What the tab of a board is called. */
export function boardTitle({ name }: BoardApp): string {
  return l10n.t('Release Board of {0}', name);
}
