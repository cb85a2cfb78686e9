import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command, Setting, StatusBarItemId, View, ViewContainer } from '../../../src/contributions';
import { manifest, read, root, seen } from './files';

/** Commands of npm itself. */
const ofNpm = ['install', 'ci', 'i', 'pack', 'run', 'exec', 'cache', 'config', 'view', 'version'];
const shorthand = ['start', 'test', 'stop', 'restart'];

/** The code in a Markdown text: in backticks, and in fenced blocks line by line. */
function codeIn(text: string): string[] {
  const fenced = [...text.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
    block.split('\n'),
  );
  const inline = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(
    ([, code = '']) => code,
  );
  return [...fenced, ...inline].map((code) => code.trim());
}

/** The scripts that a piece of code runs by npm. */
function scriptsIn(code: string): string[] {
  return [...code.matchAll(/\bnpm (?:run(?:-script)? )?([\w:.-]+)/g)].flatMap(([call, name = '']) =>
    call.startsWith('npm run') || !ofNpm.includes(name) ? [name] : [],
  );
}

const known = new Set<string>([
  ...Object.values(Command),
  ...Object.values(View),
  ...Object.values(Setting),
  ViewContainer,
  StatusBarItemId,
  'appcircle.distribution',
  'appcircle.io',
]);

describe('documents', () => {
  for (const file of ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'SUPPORT.md'].filter((name) =>
    existsSync(path.join(root, name)),
  )) {
    describe(file, () => {
      const text = read(file);
      const code = codeIn(text);

      it('T18: names npm scripts that exist', () => {
        for (const script of code.flatMap(scriptsIn)) {
          assert.ok(script in manifest.scripts, `npm run ${script}`);
        }
      });

      it('T18: names commands, views and settings that exist', () => {
        for (const [id] of code.flatMap((one) => [
          ...one.matchAll(/(?<![\w./@-])appcircle\.[A-Za-z]\w*(?![\w./]*\.(?:io|svg|png|yaml|ts))/g),
        ])) {
          assert.ok(known.has(id), id);
        }
      });

      it('T18: names commands by their titles', () => {
        const titles = manifest.contributes.commands.map(({ title }) => seen(title).replace(/…$/, ''));
        for (const [, title = ''] of text.matchAll(/[`"“*]Appcircle: ([^`"”*…\n]+)[`"”*…]/g)) {
          assert.ok(titles.includes(title.trim()), `Appcircle: ${title}`);
        }
      });

      it('T18: names files that exist', () => {
        const paths = code.filter((one) =>
          /^\.?\/?(src|test|media|bench|\.ci|\.github|\.vscode)\/[\w./-]+$/.test(one),
        );
        for (const one of paths) {
          assert.ok(existsSync(path.join(root, one)), one);
        }
      });

      it('T18: links to files and headings that exist', () => {
        const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
          heading
            .toLowerCase()
            .replace(/[^\p{L}\p{N} _-]/gu, '')
            .replaceAll(' ', '-'),
        );
        for (const [, target = ''] of text.matchAll(/\]\((?!https?:|mailto:|command:)([^)\s]+)\)/g)) {
          const [linked = '', anchor] = target.split('#');
          assert.ok(linked === '' || existsSync(path.join(root, linked)), target);
          assert.ok(linked !== '' || anchors.includes(anchor ?? ''), target);
        }
      });
    });
  }

  it('the README is short', () => {
    assert.ok(read('README.md').split(/\s+/).length <= 1200);
  });

  it('T18: (the reading of documents finds what it looks for)', () => {
    assert.deepEqual(codeIn('a `npm test` b\n```sh\nnpm run nothing\n```\n').flatMap(scriptsIn), [
      'nothing',
      'test',
    ]);
    assert.deepEqual(scriptsIn('npm ci && npm run lint -- --fix'), ['lint']);
    assert.deepEqual(scriptsIn('npm start -- --cloud'), ['start']);
    assert.ok(shorthand.every((name) => scriptsIn(`npm ${name}`)[0] === name));
  });
});
