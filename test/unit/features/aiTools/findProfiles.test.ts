import { strict as assert } from 'node:assert';
import { assertNoSecret, sentinel } from '../../support/leaks';
import { useEditor } from '../../support/useEditor';
import { useSandbox } from '../../support/useSandbox';
import type * as FindProfiles from '../../../../src/features/aiTools/find/findProfiles';
import { ToolsFixture } from './toolsFixture';

interface Found {
  at: string;
  server: string;
  account: object;
  profiles: { items: { module: string; id: string; name: { text: string } }[]; leftOut?: number };
  notSearched?: { module: string; platform?: string; failure: string; sentence: { text: string } }[];
}

describe('appcircle_findProfiles', () => {
  const editor = useEditor('features/aiTools/find/findProfiles');
  const used = useSandbox({ profiles: 60 });
  let fixture: ToolsFixture;

  beforeEach(async () => {
    fixture = await ToolsFixture.signedIn(editor, used.current);
    const { findProfiles } = editor.load('features/aiTools/find/findProfiles') as typeof FindProfiles;
    fixture.tools.set('findProfiles', () => Promise.resolve(findProfiles()));
    await fixture.allow('read');
  });

  const find = async (input: object): Promise<Found> => {
    const outcome = await fixture.invoke('findProfiles', input);
    return 'answer' in outcome ? (outcome.answer as unknown as Found) : assert.fail(outcome.error);
  };
  const lists = () =>
    used.current
      .requests()
      .filter(({ host }) => host === 'api')
      .map(({ path }) => path)
      .sort();

  it('R72: finds by words in all modules with one request for each list, and says when and where that was', async () => {
    const before = Date.now();
    const { profiles, notSearched, at, server, account } = await find({});
    assert.equal(notSearched, undefined);
    assert.equal(profiles.items.length, 40);
    assert.ok((profiles.leftOut ?? 0) >= 20);
    assert.ok(Date.parse(at) >= before && Date.parse(at) <= Date.now());
    assert.deepEqual([server, account], [new URL(used.current.apiEndpoint).host, { text: 'Harbor Labs' }]);
    assert.deepEqual(lists(), [
      '/build/v2/profiles',
      '/distribution/v2/profiles',
      '/publish/v2/profiles/android',
      '/publish/v2/profiles/ios',
      '/store/v2/profiles',
    ]);
  });

  it('finds a name whatever its case and accents, and asks the wanted modules alone', async () => {
    const { profiles } = await find({ modules: ['distribution'] });
    const wanted = profiles.items.at(-1) ?? assert.fail();
    assert.deepEqual(new Set(profiles.items.map(({ module }) => module)), new Set(['distribution']));
    used.current.clearRequests();
    const again = await find({ text: wanted.name.text.toUpperCase(), modules: ['distribution'] });
    assert.equal(again.profiles.items[0]?.name.text, wanted.name.text);
    assert.deepEqual(lists(), ['/distribution/v2/profiles']);
    assert.deepEqual((await find({ text: 'no profile has such a name' })).profiles, { items: [] });
  });

  it('says which module is forbidden or fails, and gives the rest', async () => {
    used.current.arm({ kind: 'respond', status: 403, path: '/build/' });
    const message = `see \u202e Bearer ${sentinel}`;
    used.current.arm({ kind: 'respond', status: 400, path: '/publish/v2/profiles/ios', body: { message } });
    const answer = await find({ text: '' });
    assert.ok(answer.profiles.items.length > 10);
    const said = answer.notSearched?.map(({ module, platform, failure }) => [module, platform, failure]);
    assert.deepEqual(said, [
      ['build', undefined, 'forbidden'],
      ['publish', 'ios', 'invalidInput'],
    ]);
    assert.match(answer.notSearched?.[0]?.sentence.text ?? '', /permission/);
    assertNoSecret(sentinel, JSON.stringify(answer));
    assert.doesNotMatch(JSON.stringify(answer), /\u202e/);
  });

  it('fails in words where every list does, with the next step', async () => {
    used.current.arm({ kind: 'respond', status: 403, path: '/' });
    const outcome = await fixture.invoke('findProfiles', {});
    assert.match(
      JSON.stringify(outcome),
      /"error":".* permission .*Tell the person\. Do not try other ways\./,
    );
    await used.current.down();
    const offline = await fixture.invoke('findProfiles', {});
    assert.match(JSON.stringify(offline), /"error":".*Run the tool once more, then tell the person\."/);
  });

  it('says what to send in place of nonsense', async () => {
    for (const [input, said] of [
      [{ text: 7 }, /"text" as a text/],
      [{ text: 'x'.repeat(201) }, /at most 200/],
      [{ modules: 'build' }, /"modules" as a list of distribution, build, publish, store/],
      [{ modules: ['builds'] }, /"modules" as a list/],
      [{ modules: [] }, /"modules" as a list/],
    ] as const) {
      const outcome = await fixture.invoke('findProfiles', input);
      assert.ok('error' in outcome);
      assert.match(outcome.error, said);
    }
    assert.deepEqual(lists(), []);
  });
});
