import { strict as assert } from 'node:assert';
import { Failure } from '../../../../src/api/failure';
import { MAX_PROFILES, newestMatch } from '../../../../src/features/releaseBoard/newestMatch';
import { failing } from '../../api/transport/transportFixture';

interface Profile {
  name: string;
  /** When it got its newest version. */
  newest?: number;
  versions: readonly (readonly [app: string, at: number])[];
}

/** Looks for versions of the app `a`. */
async function search(profiles: readonly Profile[], fails: Record<string, Failure> = {}) {
  const asked: string[] = [];
  const { match, unseen } = await newestMatch({
    profiles,
    load: ({ name, versions }) => {
      asked.push(name);
      return fails[name] ? Promise.reject(fails[name]) : Promise.resolve(versions);
    },
    matches: ([app]) => app === 'a',
    newestAt: ({ newest }) => newest,
    createdAt: ([, at]) => at,
  });
  return { found: match && [match.profile.name, ...match.versions.map(([, at]) => at)], unseen, asked };
}

const others = (count: number, newest: number): Profile[] =>
  Array.from({ length: count }, (_, at) => ({ name: `o${at}`, newest, versions: [['b', newest]] }));

describe('the newest version that matches', () => {
  it('is the newest of all profiles, with the older ones of its own', async () => {
    const { found } = await search([
      { name: 'old', newest: 5, versions: [['a', 5]] },
      { name: 'new', newest: 9, versions: [['b', 9], ['a', 7], ['a', 6]] }, // prettier-ignore
    ]);
    assert.deepEqual(found, ['new', 7, 6]);
  });

  it('profiles that can have nothing newer are not asked, those of which nobody knows are', async () => {
    const { found, asked, unseen } = await search([
      { name: 'unknown', versions: [['a', 20]] },
      { name: 'found', newest: 9, versions: [['a', 9]] },
      ...others(3, 10),
      ...others(30, 8),
    ]);
    assert.deepEqual(found, ['unknown', 20]);
    assert.deepEqual(asked, ['o0', 'o1', 'o2', 'found', 'unknown']);
    assert.equal(unseen, 0);
  });

  it('is looked for in so many profiles and no more, and says in how many it was not', async () => {
    const { found, asked, unseen } = await search(others(MAX_PROFILES + 7, 1));
    assert.deepEqual([found, asked.length, unseen], [undefined, MAX_PROFILES, 7]);
  });

  it('a profile that was deleted meanwhile has none; any other failure is one', async () => {
    const profiles: Profile[] = [
      { name: 'gone', newest: 9, versions: [] },
      { name: 'kept', newest: 5, versions: [['a', 5]] },
    ];
    const gone = await search(profiles, { gone: new Failure('notFound', { status: 404 }) });
    assert.deepEqual(gone.found, ['kept', 5]);
    await failing(search(profiles, { gone: new Failure('forbidden') }), 'forbidden');
  });

  it('there is none among no profiles', async () => {
    assert.deepEqual(await search([]), { found: undefined, unseen: 0, asked: [] });
  });
});
