import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, RequestScheme, Setting, View, ViewContainer } from '../../../src/contributions';
import { isSecretName } from '../../../src/support/redaction/secretNames';
import { manifest, read, root, seen, texts } from './files';

const { contributes } = manifest;
const views = Object.values(contributes.views).flat();
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const settings = contributes.configuration.properties;
const sorted = (names: Iterable<string>): string[] => [...names].sort();

describe('the manifest', () => {
  describe('agrees with src/contributions.ts, both ways', () => {
    it('in its commands', () => {
      assert.deepEqual(
        sorted(contributes.commands.map(({ command }) => command)),
        sorted(Object.values(Command)),
      );
    });
    it('in its views', () => {
      assert.deepEqual(sorted(views.map(({ id }) => id)), sorted(Object.values(View)));
    });
    it('in its containers', () => {
      assert.deepEqual(
        Object.values(contributes.viewsContainers)
          .flat()
          .map(({ id }) => id),
        [ViewContainer],
      );
      assert.deepEqual(Object.keys(contributes.views), [ViewContainer]);
    });
    it('in its settings', () => {
      assert.deepEqual(sorted(Object.keys(settings)), sorted(Object.values(Setting)));
    });
    it('and each id is named after its entry', () => {
      for (const [name, id] of [
        ...Object.entries(Command),
        ...Object.entries(View),
        ...Object.entries(Setting),
      ]) {
        assert.equal(id, `appcircle.${name}`);
      }
    });
  });

  describe('texts', () => {
    it('every command has the category Appcircle and a title of package.nls.json, no two the same', () => {
      for (const { command, category, title } of contributes.commands) {
        assert.equal(category, 'Appcircle', command);
        assert.match(title, /^%command\.\w+%$/, command);
        assert.doesNotMatch(seen(title), /^Appcircle/, command);
      }
      assert.equal(
        new Set(contributes.commands.map(({ title }) => seen(title))).size,
        contributes.commands.length,
      );
    });

    it('everything that is seen comes from package.nls.json', () => {
      const shown = [
        ...views.map(({ name }) => name),
        ...Object.values(contributes.viewsContainers)
          .flat()
          .map(({ title }) => title),
        ...contributes.viewsWelcome.map(({ contents }) => contents),
        ...Object.values(settings).map((setting) => {
          const { description, markdownDescription } = setting as Record<string, string | undefined>;
          return markdownDescription ?? description ?? '';
        }),
      ];
      for (const text of shown) {
        assert.match(text, /^%[\w.]+%$/);
      }
    });

    it('every key that is used exists, and every one that exists is used', () => {
      const used = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '');
      assert.deepEqual(sorted(new Set(used)), sorted(Object.keys(texts)));
      assert.deepEqual(
        Object.entries(texts).filter(([, text]) => text.trim() === ''),
        [],
      );
    });

    it('every command and setting that a text links to exists', () => {
      for (const [key, text] of Object.entries(texts)) {
        for (const [, id = '', argument = ''] of text.matchAll(/command:([\w.]+)(?:\?([^)]*))?/g)) {
          if (id === 'workbench.action.openWalkthrough') {
            const opened = contributes.walkthroughs.map(
              (one) => `${manifest.publisher}.${manifest.name}#${one.id}`,
            );
            assert.ok(
              opened.includes(JSON.parse(decodeURIComponent(argument)) as string),
              `${key}: ${argument}`,
            );
          } else {
            assert.ok(
              contributes.commands.some(({ command }) => command === id),
              `${key}: ${id}`,
            );
          }
        }
        for (const [, id = ''] of text.matchAll(/#(appcircle\.\w+)#/g)) {
          assert.ok(id in settings, `${key}: ${id}`);
        }
      }
    });

    it('says that it is not made by Appcircle', () => {
      assert.match(texts['description'] ?? '', /Not made by Appcircle/);
    });
  });

  it('T12: wakes up when the start is over, and before it only for a scratch request that a window had open', () => {
    assert.deepEqual(manifest.activationEvents, ['onStartupFinished', `onFileSystem:${RequestScheme}`]);
  });

  it('T16: is limited, and says how, in untrusted and in virtual workspaces', () => {
    assert.deepEqual(sorted(Object.keys(manifest.capabilities)), [
      'untrustedWorkspaces',
      'virtualWorkspaces',
    ]);
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.deepEqual([untrustedWorkspaces?.supported, virtualWorkspaces?.supported], ['limited', 'limited']);
    assert.match(seen(untrustedWorkspaces?.description ?? ''), /^Requests from files .* cannot be sent\.$/);
    assert.match(
      seen(virtualWorkspaces?.description ?? ''),
      /^Uploads and downloads are not available .*\.$/,
    );
  });

  it('T15: the case of file names counts on every system', () => {
    const { compilerOptions } = JSON.parse(read('tsconfig.json')) as {
      compilerOptions: Record<string, unknown>;
    };
    assert.equal(compilerOptions['forceConsistentCasingInFileNames'], true);
    assert.equal(compilerOptions['strict'], true);
  });

  it('runs where the files are, else beside the user', () => {
    assert.deepEqual(manifest.extensionKind, ['workspace', 'ui']);
  });

  it('is typed by the oldest editor that it allows', () => {
    const floor = manifest.engines['vscode']?.replace('^', '');
    assert.match(floor ?? '', /^1\.\d+\.\d+$/);
    assert.equal(manifest.devDependencies['@types/vscode'], floor);
  });

  describe('settings', () => {
    it('R4: none may hold a credential', () => {
      for (const id of Object.keys(settings)) {
        const name = id.split('.').at(-1) ?? '';
        assert.equal(isSecretName(name), false, id);
        assert.doesNotMatch(name, /key|token|secret|password|passphrase|credential|pat$|auth$/i, id);
      }
    });

    it('R4, R20: each is of the application, so that no workspace can move a host', () => {
      for (const [id, { scope }] of Object.entries(settings)) {
        assert.equal(scope, 'application', id);
      }
    });

    it('R20: point at the cloud of Appcircle unless a person says otherwise', () => {
      const values = Object.entries(settings).map(([id, { default: value }]) => [id, value]);
      assert.deepEqual(Object.fromEntries(values), {
        'appcircle.api.description': '',
        'appcircle.apiEndpoint': 'https://api.appcircle.io',
        'appcircle.authEndpoint': 'https://auth.appcircle.io',
        'appcircle.builds.notify': 'startedHere',
        'appcircle.builds.problems': false,
        'appcircle.dashboardUrl': 'https://my.appcircle.io',
        'appcircle.hookEndpoint': 'https://hook.appcircle.io',
        'appcircle.mcpEndpoint': 'https://mcp.appcircle.io',
        'appcircle.requests.problems': true,
      });
    });
  });

  describe('as a package', () => {
    it('has the names that others rely on', () => {
      assert.equal(`${manifest.publisher}.${manifest.name}`, 'appcircle-explorer.appcircle-explorer');
      assert.equal(seen(manifest.displayName), 'Appcircle Explorer');
      assert.equal(manifest.license, 'MIT');
      assert.deepEqual([manifest.repository, manifest.bugs], [undefined, undefined]);
    });

    it('has an icon that the Marketplace takes', () => {
      const png = readFileSync(path.join(root, manifest.icon));
      assert.equal(png.subarray(1, 4).toString(), 'PNG');
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [256, 256]);
    });

    it('.vscodeignore leaves out everything, and then lets in what is needed', () => {
      const [first, ...allowed] = read('.vscodeignore')
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '');
      assert.equal(first, '**');
      assert.equal(manifest.files, undefined);
      assert.deepEqual(
        allowed.filter((line) => !line.startsWith('!')),
        [],
      );
      const files = allowed.map((line) => line.slice(1).replace(/\/\*\*$/, ''));
      for (const needed of [
        'dist/*.js',
        manifest.icon,
        'package.json',
        'package.nls.json',
        'CHANGELOG.md',
        'LICENSE',
      ]) {
        assert.ok(files.includes(needed), needed);
      }
      for (const file of files.filter((name) => !name.startsWith('dist/'))) {
        assert.ok(existsSync(path.join(root, file)), file);
        assert.doesNotMatch(file, /^(src|test|node_modules|out)\b/);
      }
    });

    it('every picture that it names is there and is packed', () => {
      const icons = Object.values(contributes.viewsContainers)
        .flat()
        .map(({ icon }) => icon);
      for (const icon of icons) {
        assert.ok(existsSync(path.join(root, icon)), icon);
        assert.match(read('.vscodeignore'), new RegExp(`^!${icon.replaceAll('.', '\\.')}$`, 'm'));
      }
      assert.ok(read('.vscodeignore').includes('!media/walkthrough/**'));
      for (const { media } of steps) {
        assert.equal(path.dirname(media.svg), 'media/walkthrough');
        assert.doesNotMatch(read(media.svg).replace(/<[^<>]*>/g, ''), /[<>]/, media.svg);
      }
    });
  });

  describe('the walkthrough', () => {
    it('offers a command in each step, and each step is done by something that exists', () => {
      assert.ok(steps.length >= 4);
      for (const { id, description, completionEvents } of steps) {
        const links = [...seen(description).matchAll(/\]\(command:([\w.]+)\)/g)].map(([, link = '']) => link);
        assert.ok(links.length > 0, id);
        const done = completionEvents.map((event) => event.split(/[: ]/)[1] ?? '');
        for (const command of [...links, ...done.filter((name) => name !== 'appcircle.session')]) {
          assert.ok(Object.values<string>(Command).includes(command), `${id}: ${command}`);
        }
      }
    });

    it('has no backtick in its texts, which is shown as one', () => {
      for (const { id, description } of steps) {
        assert.doesNotMatch(seen(description), /`/, id);
      }
    });

    it('has pictures in the colors of the theme alone, as attributes: the page applies no style', () => {
      for (const { media } of steps) {
        assert.doesNotMatch(read(media.svg), /\bstyle\b/, media.svg);
        assert.match(read(media.svg), /fill="var\(--vscode-/, media.svg);
        assert.doesNotMatch(
          read(media.svg),
          /#[\da-f]{3,8}\b|rgb\(|<(script|image|foreignObject)/i,
          media.svg,
        );
      }
    });
  });
});
