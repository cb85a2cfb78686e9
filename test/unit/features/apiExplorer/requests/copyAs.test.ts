import { strict as assert } from 'node:assert';
import { AccountMemento } from '../../../../../src/account/accountMemento';
import type * as Named from '../../../../../src/features/apiExplorer/flows/namedResponses';
import { RequestValues } from '../../../../../src/features/apiExplorer/requests/requestValues';
import type * as CopyAs from '../../../../../src/features/apiExplorer/requests/copyAs';
import { useSandbox } from '../../../support/useSandbox';
import { ExplorerFixture } from '../explorerFixture';

describe('Copy Request As', () => {
  const sandbox = useSandbox();
  let fixture: ExplorerFixture<typeof CopyAs>;
  let named: Named.NamedResponses;
  let values: RequestValues;

  beforeEach(async () => {
    fixture = new ExplorerFixture(sandbox.current, 'requests/copyAs');
    await fixture.signIn();
    const { NamedResponses } = fixture.load('flows/namedResponses') as typeof Named;
    named = fixture.editor.own(new NamedResponses());
    values = new RequestValues(new AccountMemento(fixture.window.memento, 'values'));
  });
  afterEach(() => {
    fixture.dispose();
  });

  const copy = async (text = 'PUT {{host}}/a\n\nx') => {
    const { uri } = fixture.open(text);
    const deps = { sessions: fixture.window.sessions, values, named };
    await fixture.module.copyAs(undefined, { uri: uri.toString(), offset: 0 }, deps);
    return fixture.editor.copied.at(-1);
  };

  it('T11: one list has every form, each without the token', async () => {
    const begins: [label: string, begin: RegExp][] = [
      ['cURL', /^curl /],
      ['PowerShell', /^\$request = /],
      ['JavaScript', /^const response = await fetch/],
      ['Python', /^import os/],
      ['Swift', /^import Foundation/],
      ['Kotlin', /^import okhttp3/],
      ['CI step', /^#!\/usr\/bin\/env bash/],
    ];
    for (const [label, begin] of begins) {
      fixture.editor.choose(label);
      const text = (await copy()) ?? '';
      assert.match(text, begin);
      assert.match(text, /AC_ACCESS_TOKEN/);
    }
    assert.deepEqual(
      fixture.editor.lists[0]?.rows.map(({ label }) => label),
      begins.map(([label]) => label),
    );
    assert.deepEqual(fixture.sent, []);
  });

  it('Esc copies nothing, and what cannot be sent from somewhere is said', async () => {
    assert.equal(await copy(), undefined);
    fixture.editor.choose('JavaScript');
    assert.equal(await copy('TRACE {{host}}/a'), undefined);
    fixture.editor.choose('Python');
    assert.equal(await copy('POST {{host}}/a\n\n< ./file'), undefined, 'files are for shells alone');
    fixture.editor.choose('CI step');
    assert.match((await copy('POST {{host}}/a\n\n< ./file')) ?? '', /--data-binary '@\.\/file'/);
  });
});
