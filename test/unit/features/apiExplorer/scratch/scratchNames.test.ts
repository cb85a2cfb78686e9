import { strict as assert } from 'node:assert';
import {
  freeName,
  requestFileName,
  scratchTitle,
} from '../../../../../src/features/apiExplorer/scratch/scratchNames';
import { hostileNames } from '../../../support/hostileTexts';

describe('API Explorer: what scratch requests are called', () => {
  it('by method and title, as the tab shows it', () => {
    assert.equal(scratchTitle('### Versions of a profile\nGET {{host}}/x\n'), 'GET Versions of a profile');
    assert.equal(scratchTitle('@id =\n\n### Rename\nPUT {{host}}/x/{{id}}\n'), 'PUT Rename');
  });

  it('without a title by the words of the path, ids left out', () => {
    const id = '0c2f2f0e-0000-4000-8000-000000000000';
    const named = 'GET distribution v2 profiles';
    assert.equal(scratchTitle(`GET {{host}}/distribution/v2/profiles/${id}`), named);
    assert.equal(
      scratchTitle('### GET /distribution/v2/profiles\nGET {{host}}/distribution/v2/profiles'),
      named,
    );
    assert.equal(scratchTitle('@id =\nGET {{host}}/distribution/v2/profiles/{{id}}'), named);
    assert.equal(scratchTitle('nothing'), undefined);
  });

  it('are one segment of an address, whatever the server calls it', () => {
    for (const text of [
      'a/b\\c',
      '../..',
      'x\u202ey\u0007z',
      ...Object.values(hostileNames).flatMap(({ name, other }) => [name, other.replace('\n', ' ')]),
    ]) {
      const title = scratchTitle(`### ${text}\nGET {{host}}/x\n`) ?? assert.fail(text);
      assert.match(title, /^GET\b[^/\\\p{Cc}\u202e]*$/u);
      assert.ok(Array.from(title).length <= 80);
    }
  });

  it('two of one name are told apart by a number', () => {
    const taken = ['GET One', 'GET One 2'];
    assert.equal(
      freeName('GET One', (name) => taken.includes(name)),
      'GET One 3',
    );
    assert.equal(
      freeName('GET Two', (name) => taken.includes(name)),
      'GET Two',
    );
  });

  it('their files are called by the title, on every disk', () => {
    const names: [scratch: string, file: string][] = [
      ['GET Versions of a profile', 'versions-of-a-profile.appcircle.http'],
      ['POST Create “İzmir” & more! 2', 'create-i̇zmir-more-2.appcircle.http'],
      ['GET', 'get.appcircle.http'],
      ['GET …', 'request.appcircle.http'],
      ['GET con', '_con.appcircle.http'],
      [`GET ${'long '.repeat(50)}`, `${'long-'.repeat(12).slice(0, 60)}.appcircle.http`],
    ];
    for (const [scratch, file] of names) {
      assert.equal(requestFileName(scratch).normalize('NFC'), file.normalize('NFC'));
    }
  });
});
