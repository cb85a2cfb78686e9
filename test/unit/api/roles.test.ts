import { strict as assert } from 'node:assert';
import { Failure, type FailureKind } from '../../../src/api/failure';
import { withRequiredRole } from '../../../src/api/roles';
import { failureOf } from '../support/until';

describe('what a role is needed for', () => {
  const facts = { host: 'api.example', status: 403, serverMessage: 'Forbidden' };

  it('says which role when it is forbidden, beside all that is known already', async () => {
    for (const role of ['manage', 'operate'] as const) {
      const work = () => Promise.reject(new Failure('forbidden', facts));
      const failure = await failureOf(withRequiredRole(role, work));
      assert.ok(failure instanceof Failure);
      assert.deepEqual([failure.kind, failure.facts], ['forbidden', { ...facts, role }]);
    }
  });

  it('says so too where the work fails before anything is awaited', async () => {
    const failure = await failureOf(
      withRequiredRole('manage', () => {
        throw new Failure('forbidden', facts);
      }),
    );
    assert.deepEqual((failure as Failure).facts.role, 'manage');
  });

  it('is no matter of any other failure, nor of a defect', async () => {
    const kinds: FailureKind[] = ['notFound', 'rejectedCredential', 'cancelled', 'offline'];
    for (const error of [...kinds.map((kind) => new Failure(kind, facts)), new TypeError('defect')]) {
      assert.equal(await failureOf(withRequiredRole('manage', () => Promise.reject(error))), error);
    }
    assert.equal('role' in facts, false);
  });

  it('gives what the work gives', async () => {
    assert.equal(await withRequiredRole('operate', () => Promise.resolve(7)), 7);
  });
});
