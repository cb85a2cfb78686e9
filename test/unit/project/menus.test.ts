import { strict as assert } from 'node:assert';
import {
  Command,
  OperationPageScheme,
  PageScheme,
  ReleaseBoardScheme,
  LogLanguageId,
  ResponseScheme,
  TableScheme,
  RequestLanguageId,
  RequestScheme,
  View,
  type ContextKey,
  type ContextKeys,
} from '../../../src/contributions';
import { manifest, read, sources } from './files';

const { contributes } = manifest;

/** Every value of every context key; the compiler holds it equal to `ContextKeys`. */
const contextKeys: { [K in ContextKey]: Record<ContextKeys[K], true> } = {
  'appcircle.session': { starting: true, storageUnreadable: true, signedOut: true, signedIn: true },
  'appcircle.aiAccess': { none: true, read: true, write: true, mcp: true },
  'appcircle.apiFilter': { off: true, on: true },
  'appcircle.apiGrouping': { tag: true, path: true },
  'appcircle.buildFilter': { off: true, on: true },
  'appcircle.buildLog': { none: true, following: true, paused: true, over: true },
  'appcircle.builds': { unknown: true, loading: true, empty: true, ready: true, failed: true },
  'appcircle.distribution': { unknown: true, loading: true, empty: true, ready: true, failed: true },
  'appcircle.logFailure': { none: true, some: true },
  'appcircle.logOf': { none: true, build: true, publish: true },
  'appcircle.profileFilter': { off: true, on: true },
  'appcircle.publish': { unknown: true, loading: true, empty: true, ready: true, failed: true },
  'appcircle.publishFilter': { off: true, on: true },
  'appcircle.selection': {
    none: true,
    profile: true,
    version: true,
    group: true,
    tester: true,
    operation: true,
    scratch: true,
    buildProfile: true,
    branch: true,
    build: true,
    variableGroup: true,
    variable: true,
    publishProfile: true,
    publishVersion: true,
    storeProfile: true,
    storeVersion: true,
    signingIdentity: true,
  },
  'appcircle.store': { unknown: true, loading: true, empty: true, ready: true, failed: true },
  'appcircle.storeFilter': { off: true, on: true },
  'appcircle.signing': { unknown: true, loading: true, empty: true, ready: true, failed: true },
  'appcircle.signingFilter': { off: true, on: true },
  'appcircle.testingGroups': { unknown: true, loading: true, empty: true, ready: true, failed: true },
};

/** What is asked of a file of the Explorer: that it can be uploaded. */
const uploadable = ['resourceScheme == file', 'resourceExtname =~ /^\\.(ipa|apk|aab)$/i'];

/** Of the editor, about what has the focus. They are known at any time, so that one may be negated. */
const focusTerms = [
  'listFocus',
  '!inputFocus',
  'treeElementHasParent',
  '!treeElementHasParent',
  'editorTextFocus',
];

const clauses: [where: string, clause: string][] = [
  ...Object.entries(contributes.menus).flatMap(([menu, items]) =>
    items.map(({ command, when }): [string, string] => [`${menu}: ${command ?? ''}`, when ?? '']),
  ),
  ...contributes.viewsWelcome.map(({ view, when }): [string, string] => [`welcome of ${view}`, when]),
  ...Object.values(contributes.views)
    .flat()
    .map(({ id, when }): [string, string] => [id, when ?? '']),
  ...contributes.commands.map(({ command, enablement }): [string, string] => [command, enablement ?? '']),
  ...contributes.keybindings.map(({ command, when }): [string, string] => [command, when]),
];

const terms = clauses.flatMap(([where, clause]) =>
  clause
    .split(/&&|\|\|/)
    .map((term): [string, string] => [where, term.trim().replace(/^\(+|\)+$/g, '')])
    .filter(([, term]) => term !== ''),
);

/** What is asked of an editor: that it is a page, a response or a scratch request of ours. */
const pages = [
  OperationPageScheme,
  ReleaseBoardScheme,
  RequestScheme,
  ResponseScheme,
  TableScheme,
  ...Object.values(PageScheme),
].map((scheme) => `resourceScheme == ${scheme}`);

/** Why a term of a when clause is not one of ours. */
function complaint(term: string): string | undefined {
  if (term === 'true' || term === 'false' || [...uploadable, ...focusTerms, ...pages].includes(term)) {
    return undefined;
  }
  const [, negated, key = '', operator = '', value = ''] =
    /^(!?)([\w.]+)(?:\s*(==|!=|=~)\s*(.+))?$/.exec(term) ?? [];
  if (key === 'view' || key === 'focusedView') {
    return operator === '==' && Object.values<string>(View).includes(value) ? undefined : 'no view of ours';
  }
  if (key === 'viewItem') {
    return operator === '=~' && /^\/\\b\w+\\b\/$/.test(value) ? undefined : 'tags are matched as words';
  }
  if (key === 'editorLangId' || key === 'resourceLangId') {
    return operator === '==' && [RequestLanguageId, LogLanguageId, 'appcircle-answer'].includes(value)
      ? undefined
      : 'no language of ours';
  }
  if (!(key in contextKeys)) {
    return 'not a context key of ours';
  }
  if (negated || operator === '!=') {
    return 'a negation is true before anything is known';
  }
  return operator === '==' && value in contextKeys[key as ContextKey] ? undefined : 'not a value of that key';
}

describe('menus and when clauses', () => {
  it('R9: use known keys, values and views alone, and never a negation', () => {
    assert.deepEqual(
      terms.map(([where, term]) => [where, term, complaint(term)]).filter(([, , why]) => why !== undefined),
      [],
    );
    assert.ok(terms.length > 10);
  });

  it('R9: (the check itself tells what is wrong)', () => {
    for (const term of [
      'appcircle.session != signedIn',
      '!appcircle.session',
      'appcircle.session',
      'appcircle.session == signedin',
      'appcircle.other == x',
      'view == appcircle.nothing',
      'viewItem == profile',
      'config.appcircle.apiEndpoint',
      'focusedView == explorer',
      '!listFocus',
    ]) {
      assert.notEqual(complaint(term), undefined, term);
    }
    assert.equal(complaint('appcircle.session == signedOut'), undefined);
  });

  it('R6: the sign-in text shows when the session is signedOut, and at no other time', () => {
    const welcomes = contributes.viewsWelcome.filter(({ contents }) => contents.includes('signedOut'));
    assert.deepEqual(
      welcomes.map(({ view, when }) => [view, when]).sort(),
      Object.values(View)
        .sort()
        .map((view) => [view, 'appcircle.session == signedOut']),
    );
  });

  it('name commands that exist, and put them where the guidelines say', () => {
    const known = Object.values<string>(Command);
    for (const [menu, items] of Object.entries(contributes.menus)) {
      for (const { command = '', group = '' } of items) {
        assert.ok(known.includes(command), `${menu}: ${command}`);
        if (menu !== 'commandPalette') {
          assert.match(group, /^(navigation|inline|\d_\w+)(@\d+)?$/, `${menu}: ${command}`);
        }
      }
    }
  });

  it('a command beside a title or a row has an icon', () => {
    const prominent = Object.values(contributes.menus)
      .flat()
      .filter(({ group }) => /^(navigation|inline)/.test(group ?? ''));
    for (const { command } of prominent) {
      const icon = contributes.commands.find((one) => one.command === command)?.icon;
      assert.match(icon ?? '', /^\$\([a-z-]+\)$/, command);
    }
  });

  it('R10: Sign Out and Switch Account are in the menu of the view, and in the palette', () => {
    const title = (contributes.menus['view/title'] ?? []).map(({ command }) => command);
    const hidden = (contributes.menus['commandPalette'] ?? []).filter(({ when }) => when === 'false');
    for (const command of [Command.signOut, Command.switchAccount]) {
      assert.ok(title.includes(command), command);
      assert.equal(
        hidden.some((item) => item.command === command),
        false,
        command,
      );
    }
  });

  it('T13: what is hidden in the palette is so by a plain false', () => {
    for (const { when } of contributes.menus['commandPalette'] ?? []) {
      assert.match(
        when ?? '',
        /^(false|appcircle\.\w+ == \w+( && appcircle\.\w+ == \w+)?|editorLangId == appcircle-(http|log)|resourceScheme == appcircle-request)$/,
      );
    }
  });

  it('every tag that a menu looks for is given to some row', () => {
    const tags = terms.flatMap(([, term]) => /^viewItem =~ \/\\b(\w+)\\b\/$/.exec(term)?.[1] ?? []);
    const rows = sources()
      .map(read)
      .flatMap((text) => [...text.matchAll(/contextValue\b[^\n]*/g)].map(([line]) => line))
      .join('\n');
    for (const tag of new Set(tags)) {
      assert.match(rows, new RegExp(`['\` ]${tag}['\` ]`), tag);
    }
  });

  it('R9: one place sets context keys, and one the key of the session', () => {
    const files = (pattern: RegExp) => sources().filter((file) => pattern.test(read(file)));
    assert.deepEqual(files(/'setContext'/), ['src/ui/contextKeys.ts']);
    assert.deepEqual(files(/contextKey\('appcircle\.session'\)/), ['src/features/session/sessionContext.ts']);
  });
});
