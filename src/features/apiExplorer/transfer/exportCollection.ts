import * as vscode from 'vscode';
import type { CommandScope } from '../../../account/commandScope';
import { postmanCollection, type PostmanCollection } from '../../../api/export/postmanCollection';
import type { ApiDescription } from '../../../api/openapi/description';
import { suggestedFileName } from '../../../api/response/fileName';
import { showError } from '../../../ui/dialogs/notifications';
import { pickFolded } from '../../../ui/dialogs/foldedPick';
import { withWindowProgress } from '../../../ui/dialogs/withWindowProgress';
import type { ApiModule } from '../descriptions/apiModule';
import type { Descriptions } from '../descriptions/descriptions';
import { moduleProblemText } from '../descriptions/moduleText';
import { groupIn, moduleIn } from '../tree/apiNodes';
import { groupsOf, type OperationGroup } from '../tree/operationGroups';
import { saveExport } from './saveExport';

/** A module, and the part of it that is wanted where that is not all. */
interface Wanted {
  readonly module: ApiModule;
  readonly group?: OperationGroup;
}

/** Writes what the API can do into a file that Postman imports. */
export async function exportCollection(
  scope: CommandScope,
  descriptions: Descriptions,
  argument: unknown,
): Promise<void> {
  const wanted = wantedIn(argument) ?? (await chooseWanted(descriptions));
  if (!wanted || !scope.isCurrent()) {
    return;
  }
  const { module, group } = wanted;
  let description;
  try {
    ({ description } = await withWindowProgress(vscode.l10n.t('Loading the API description…'), () =>
      module.load(),
    ));
  } catch (error) {
    void showError(vscode.l10n.t('{0}: {1}', module.name, moduleProblemText(error)));
    return;
  }
  if (!scope.isCurrent()) {
    return;
  }
  const name = group ? groupName(group) : module.name;
  const groups = group ? [group] : groupsOf(description.operations, 'tag', description.tagTitles);
  const count = new Set(groups.flatMap(({ operations }) => operations.map(({ key }) => key))).size;
  const file = suggestedFileName([], encodeURIComponent(`${name}.postman_collection.json`));
  await saveExport({
    title: vscode.l10n.t('Export as Postman Collection'),
    file,
    text: () => `${JSON.stringify(collectionOf(description, groups, name), undefined, 2)}\n`,
    done:
      count === 1
        ? vscode.l10n.t('Exported 1 operation of {0}. Set host and token in Postman.', name)
        : vscode.l10n.t('Exported {0} operations of {1}. Set host and token in Postman.', count, name),
  });
}

function wantedIn(argument: unknown): Wanted | undefined {
  const module = moduleIn(argument);
  return module ? { module } : groupIn(argument);
}

/** Modules, and below each its tags. One that cannot be read is there without them. */
async function chooseWanted(descriptions: Descriptions): Promise<Wanted | undefined> {
  const chosen = await pickFolded(loadRows(descriptions), {
    title: vscode.l10n.t('Appcircle: Export API as Postman Collection'),
    placeHolder: vscode.l10n.t('Choose what to export. Hosts, tokens, and IDs become variables.'),
    matchOnDescription: true,
  });
  return chosen?.wanted;
}

async function loadRows(
  descriptions: Descriptions,
): Promise<(vscode.QuickPickItem & { readonly wanted: Wanted })[]> {
  const modules = await descriptions.all();
  const rows = await Promise.all(
    modules.map(async (module) => {
      const description = await module.load().then(
        (loaded) => loaded.description,
        () => undefined,
      );
      const groups = description ? groupsOf(description.operations, 'tag', description.tagTitles) : [];
      return [
        {
          label: module.name,
          description: description ? countText(description.operations.length) : '',
          iconPath: new vscode.ThemeIcon('package'),
          wanted: { module },
        },
        ...groups.map((group) => ({
          label: groupName(group),
          description: [countText(group.operations.length), module.name].join(' · '),
          iconPath: new vscode.ThemeIcon('tag'),
          wanted: { module, group },
        })),
      ];
    }),
  );
  return rows.flat();
}

function collectionOf(
  description: ApiDescription,
  groups: readonly OperationGroup[],
  name: string,
): PostmanCollection {
  const detailed = groups.map((group) => ({
    name: groupName(group),
    operations: group.operations.flatMap(({ key }) => description.details(key) ?? []),
  }));
  return postmanCollection(description, detailed, {
    name,
    description: vscode.l10n.t(
      'Set the variables host and token before you send a request, and keep the token out of what you share.',
    ),
  });
}

function groupName({ name, title = name }: OperationGroup): string {
  return title || vscode.l10n.t('Other');
}

function countText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 operation') : vscode.l10n.t('{0} operations', count);
}
