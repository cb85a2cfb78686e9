import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Color } from '../../../src/contributions';
import { contrast, flatten } from './contrast';
import { manifest, read, root, sources } from './files';

/** What an icon needs, by WCAG 2.2 criterion 1.4.11. */
const MIN_CONTRAST = 3;

type Kind = 'dark' | 'light' | 'highContrast' | 'highContrastLight';

interface Theme {
  name: string;
  kind: Kind;
  background: string;
  /** What may lie between an icon and the background. */
  layers: readonly string[];
}

/** Side bars of VS Code 1.139's own themes, with the defaults for what their files leave out. */
const own: Theme[] = [
  { name: 'Light Modern', kind: 'light', background: '#F8F8F8', layers: ['#F2F2F2', '#E4E6F1'] },
  { name: 'Dark Modern', kind: 'dark', background: '#181818', layers: ['#2A2D2E', '#37373D'] },
  { name: 'Light 2026', kind: 'light', background: '#FAFAFD', layers: ['#00000014', '#DADADA99'] },
  { name: 'Dark 2026', kind: 'dark', background: '#191A1B', layers: ['#FFFFFF14', '#2C2D2E'] },
  { name: 'Dark High Contrast', kind: 'highContrast', background: '#000000', layers: ['#FFFFFF1A'] },
  { name: 'Light High Contrast', kind: 'highContrastLight', background: '#FFFFFF', layers: ['#0F4A851A'] },
];

function published(file: string): Theme {
  const { displayName, type, colors } = JSON.parse(
    readFileSync(path.join(root, 'node_modules', 'tm-themes', 'themes', `${file}.json`), 'utf8'),
  ) as { displayName: string; type: 'dark' | 'light'; colors: Record<string, string> };
  const layers = ['list.hoverBackground', 'list.inactiveSelectionBackground'];
  return {
    name: displayName,
    kind: type,
    background: colors['sideBar.background'] ?? assert.fail(file),
    layers: layers.flatMap((layer) => colors[layer] ?? []),
  };
}

const themes = [...own, ...['dracula', 'one-dark-pro', 'nord', 'solarized-light'].map(published)];

function tooWeak(icon: string, theme: Theme): string[] {
  return ['#00000000', ...theme.layers].flatMap((layer) => {
    const background = flatten(layer, theme.background);
    const ratio = contrast(flatten(icon, theme.background), background);
    return ratio < MIN_CONTRAST ? [`${icon} on ${layer} in ${theme.name}: ${ratio.toFixed(2)}`] : [];
  });
}

describe('colors', () => {
  for (const theme of themes) {
    it(`each of ours has a contrast of 3:1 in ${theme.name}`, () => {
      const weak = manifest.contributes.colors.flatMap(({ id, defaults }) =>
        tooWeak(defaults[theme.kind], theme).map((said) => `${id}: ${said}`),
      );
      assert.deepEqual(weak, []);
    });

    it(`each picture of a row has a contrast of 3:1 in ${theme.name}`, () => {
      const folder = path.join('media', 'profile', isDark(theme) ? 'dark' : 'light');
      const weak = readdirSync(path.join(root, folder)).flatMap((file) => {
        const used = read(path.join(folder, file)).match(/#[\da-f]{3,8}\b/gi) ?? [];
        assert.ok(used.length > 0, file);
        return used.flatMap((color) => tooWeak(color, theme).map((said) => `${file}: ${said}`));
      });
      assert.deepEqual(weak, []);
    });
  }

  it('icons have no color that a theme could make unreadable: ours alone, and the background of the status bar', () => {
    // A log is text, painted in the colors that the theme has for a terminal.
    const others = sources().filter((file) => file !== 'src/features/builds/log/logPainter.ts');
    const named = others.flatMap((file) =>
      [...read(file).matchAll(/new vscode\.ThemeColor\(([^)]*)\)/g)].map(([, color = '']) => color),
    );
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((color) => !/^(Color\.\w+|color)$/.test(color)),
      ["'statusBarItem.warningBackground'"],
    );
  });

  it('stand in the manifest and in src/contributions.ts alike, with a default for each kind of theme', () => {
    assert.deepEqual(manifest.contributes.colors.map(({ id }) => id).sort(), Object.values(Color).sort());
    for (const { id, defaults } of manifest.contributes.colors) {
      assert.deepEqual(
        Object.keys(defaults).sort(),
        ['dark', 'highContrast', 'highContrastLight', 'light'],
        id,
      );
    }
  });

  it('(the contrast is computed as WCAG does)', () => {
    assert.equal(contrast(flatten('#fff', '#000'), flatten('#000000', '#000')).toFixed(1), '21.0');
    assert.equal(contrast(flatten('#777777', '#fff'), flatten('#fff', '#fff')).toFixed(2), '4.48');
    assert.deepEqual(flatten('#ffffff80', '#000000').map(Math.round), [128, 128, 128]);
  });
});

function isDark({ kind }: Theme): boolean {
  return kind === 'dark' || kind === 'highContrast';
}
