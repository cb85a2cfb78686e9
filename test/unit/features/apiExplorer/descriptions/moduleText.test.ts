import { strict as assert } from 'node:assert';
import { Failure } from '../../../../../src/api/failure';
import { UnusableDescription } from '../../../../../src/api/openapi/read/unusableDescription';
import type * as ModuleText from '../../../../../src/features/apiExplorer/descriptions/moduleText';
import type * as Foreign from '../../../../../src/features/apiExplorer/descriptions/foreignDescriptionError';
import { useEditor, type EditorWith } from '../../../support/useEditor';

describe('API Explorer: what is said of descriptions', () => {
  const editor = useEditor('features/apiExplorer/descriptions/moduleText') as EditorWith<typeof ModuleText>;
  const { moduleProblemText, listNoticeText } = editor.module;
  const { ForeignDescriptionError } = editor.load(
    'features/apiExplorer/descriptions/foreignDescriptionError',
  ) as typeof Foreign;

  it('R7: why one cannot be shown, each reason in words of its own', () => {
    const problems = [
      new Failure('offline', { host: 'api.example' }),
      new ForeignDescriptionError('evil.example'),
      new UnusableDescription('tooLarge'),
      new UnusableDescription('tooDeep'),
      new UnusableDescription('unreadable'),
      new UnusableDescription('unreadable', { line: 7 }),
      new UnusableDescription('notOpenApi'),
      new Error('ENOENT: no such file'),
      'nonsense',
    ];
    const texts = problems.map(moduleProblemText);
    assert.equal(new Set(texts).size, texts.length);
    assert.match(texts[0] ?? '', /api\.example/);
    assert.match(texts[1] ?? '', /another server \(evil\.example\).*appcircle\.api\.description/);
    assert.match(texts[5] ?? '', /Line 7/);
    assert.equal(texts[7], 'ENOENT: no such file');
    const same = [
      ['tooDeep', 'tooManyAliases'],
      ['notAnObject', 'notOpenApi'],
    ] as const;
    for (const [one, other] of same) {
      assert.equal(
        moduleProblemText(new UnusableDescription(one)),
        moduleProblemText(new UnusableDescription(other)),
      );
    }
  });

  it('what the list as a whole is, by its host', () => {
    const kinds = ['ownDescription', 'noDocuments', 'badSetting', 'stale'] as const;
    const texts = kinds.map((kind) => listNoticeText({ kind, host: 'api.example' }));
    assert.equal(new Set(texts).size, kinds.length);
    assert.ok(texts.every((text) => text.includes('api.example')));
    const since = new Date(2026, 0, 2, 3, 4).getTime();
    assert.match(listNoticeText({ kind: 'stale', host: 'h', since }), /as of Jan 2, 2026, 3:04.AM\.$/);
  });
});
