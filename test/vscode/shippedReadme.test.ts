import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths';
import { withoutRelativeAddresses } from './shippedReadme';

describe('The README as it is shipped without a public address', () => {
  it('has no picture of the repository, and nothing in its place', () => {
    const text = 'One.\n\n![A view](media/readme/view.webp)\n\nTwo.\n\n![Last](media/readme/last.webp)\n';
    assert.equal(withoutRelativeAddresses(text), 'One.\n\nTwo.\n\n');
  });

  it('keeps pictures that come over https', () => {
    const text = '![A badge](https://example.com/badge.png)\n';
    assert.equal(withoutRelativeAddresses(text), text);
  });

  it('says in words what it linked to in the repository, and keeps links to the web and to headings', () => {
    assert.equal(
      withoutRelativeAddresses(
        '[SECURITY.md](SECURITY.md), [tokens](SECURITY.md#tokens), [a](#b), [c](https://d.example)',
      ),
      'SECURITY.md, tokens, [a](#b), [c](https://d.example)',
    );
  });

  it('is otherwise the README', () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    const shipped = withoutRelativeAddresses(readme);
    assert.match(readme, /^!\[/m);
    assert.doesNotMatch(shipped, /!\[|\]\((?!https?:|#)/);
    const prose = (text: string) => text.split('\n').filter((line) => line !== '' && !line.startsWith('!['));
    assert.deepEqual(
      prose(shipped),
      prose(readme).map((line) => line.replace(/\[([^\]]+)\]\((?!https?:|#)[^)]+\)/g, '$1')),
    );
  });
});
