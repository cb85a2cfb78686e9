import { l10n } from 'vscode';
import { askInModal } from '../dialogs/notifications';
import type { CheckedApp } from './checkedApp';
import { impossibilityText, noteText, warningText } from './findingText';

/** What a person wants: all of them sent, or to choose again. Undefined for Cancel. */
export type AppAnswer = 'upload' | 'another' | undefined;

/** Apps that are told one by one. */
const MAX_TOLD = 10;

/**
 * Tells what speaks against sending apps, in one question, before anything is sent. `upload`, without a question, where
 * nothing does. `placeName`: where they are sent, as untrusted text.
 */
export async function askAboutApps(apps: readonly CheckedApp[], placeName: string): Promise<AppAnswer> {
  const impossible = apps.filter(({ findings }) => findings.impossible.length > 0);
  const doubtful = apps.filter(({ findings }) => findings.warnings.length > 0);
  if (impossible.length === 0 && doubtful.length === 0) {
    return 'upload';
  }
  const anyway = l10n.t('Upload Anyway');
  const another = apps.length === 1 ? l10n.t('Choose Another File') : l10n.t('Choose Other Files');
  const buttons = impossible.length > 0 ? [another] : [anyway, another];
  const told = impossible.length > 0 ? impossible : doubtful;
  const pressed = await askInModal(
    questionOf(apps, placeName, impossible.length > 0),
    apps.length === 1 ? told.flatMap(paragraphsOf) : listOf(told),
    ...buttons,
  );
  return pressed === anyway ? 'upload' : pressed === another ? 'another' : undefined;
}

function questionOf(apps: readonly CheckedApp[], placeName: string, isImpossible: boolean): string {
  const [{ fileName } = { fileName: '' }] = apps;
  if (apps.length > 1) {
    return isImpossible
      ? l10n.t('The {0} files cannot all be uploaded to {1}.', apps.length, placeName)
      : l10n.t('Upload the {0} files to {1}?', apps.length, placeName);
  }
  return isImpossible
    ? l10n.t('{0} cannot be uploaded to {1}.', fileName, placeName)
    : l10n.t('Upload {0} to {1}?', fileName, placeName);
}

function paragraphsOf(app: CheckedApp): string[] {
  return [...(app.summary === '' ? [] : [app.summary]), ...sentencesOf(app)];
}

/** A paragraph for each. */
function listOf(apps: readonly CheckedApp[]): string[] {
  const more = apps.length - MAX_TOLD;
  return [
    ...apps.slice(0, MAX_TOLD).map((app) => l10n.t('{0}: {1}', app.fileName, sentencesOf(app).join(' '))),
    ...(more > 0 ? [l10n.t('And {0} more.', more)] : []),
  ];
}

function sentencesOf({ fileName, destination, findings }: CheckedApp): string[] {
  const { impossible, warnings, notes } = findings;
  return impossible.length > 0
    ? impossible.map((problem) => impossibilityText(problem, fileName))
    : [...warnings.map((warning) => warningText(warning, destination)), ...notes.map(noteText)];
}
