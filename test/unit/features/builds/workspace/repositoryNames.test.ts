import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { isRepository } from '../../../../../src/features/builds/workspace/repositoryNames';

describe('whether a remote is the repository of a build profile', () => {
  it('R49: in every form of address that git knows', () => {
    for (const remote of [
      'https://github.com/harbor-labs/harbor-ios.git',
      'https://github.com/harbor-labs/harbor-ios',
      'https://github.com/harbor-labs/harbor-ios/',
      'https://somebody@github.com/Harbor-Labs/Harbor-iOS.git',
      'http://git.example:8080/harbor-labs/harbor-ios.git',
      'ssh://git@github.com/harbor-labs/harbor-ios.git',
      'ssh://git@github.com:22/harbor-labs/harbor-ios.git',
      'git://github.com/harbor-labs/harbor-ios.git',
      'git@github.com:harbor-labs/harbor-ios.git',
      'git@github.com:/harbor-labs/harbor-ios.git',
      'gh:harbor-labs/harbor-ios',
      'https://gitlab.example/groups/deep/harbor-labs/harbor-ios.git',
      'file:///srv/git/harbor-labs/harbor-ios.git',
      '/srv/git/harbor-labs/harbor-ios.git',
    ]) {
      assert.ok(isRepository(remote, 'harbor-labs/harbor-ios'), remote);
      assert.ok(isRepository(remote, 'HARBOR-LABS/harbor-ios.git'), remote);
      assert.ok(isRepository(remote, 'harbor-ios'), remote);
      assert.equal(isRepository(remote, 'other/harbor-ios'), false, remote);
      assert.equal(isRepository(remote, 'harbor'), false, remote);
    }
  });

  it('R49: in those of Azure DevOps, Bitbucket Server, and with blanks', () => {
    assert.ok(isRepository('https://dev.azure.com/org/App%20Team/_git/harbor', 'App Team/harbor'));
    assert.ok(isRepository('git@ssh.dev.azure.com:v3/org/App%20Team/harbor', 'App Team/harbor'));
    assert.ok(isRepository('https://git.example/scm/app/harbor.git', 'app/harbor'));
    assert.ok(isRepository('https://git.example/app/50%-off.git', 'app/50%-off'));
  });

  it('nothing is a repository without a name, and no host is one', () => {
    for (const name of ['', '/', '.git', '  ']) {
      assert.equal(isRepository('https://github.com/harbor-labs/harbor-ios', name), false, name);
    }
    assert.equal(isRepository('https://github.com', 'github.com'), false);
    assert.equal(isRepository('', 'harbor'), false);
  });

  it('whatever the texts are, it comes to an end', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (remote, name) => {
        assert.equal(typeof isRepository(remote, name), 'boolean');
      }),
    );
  });
});
