import { strict as assert } from 'node:assert';
import type * as KeyText from '../../../../src/features/signIn/keyText';
import { readPastedKey } from '../../../../src/features/signIn/pastedText';
import { useEditor, type EditorWith } from '../../support/useEditor';

const key = 'hr+8AbCd/9xYz0123456789kLmNoPqRsTuVwXyZ+aBcDeFgHi==';
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln';

describe('what is said of a key while it is typed', () => {
  const editor = useEditor('features/signIn/keyText') as EditorWith<typeof KeyText>;

  it('nothing of a good one', () => {
    const { validateKey, validateSecret, validateName } = editor.module;
    assert.deepEqual(
      [validateKey(key), validateSecret(key), validateName('ci')],
      [undefined, undefined, undefined],
    );
  });

  it('what stands beside it, without the key itself, and that it may be sent all the same', () => {
    const { validateKey, validateSecret, validateName } = editor.module;
    for (const validate of [validateKey, validateSecret]) {
      const remark = validate(`export KEY="${key}"`);
      assert.equal(remark?.severity, 'warning');
      assert.equal(
        remark.text,
        'The text contains other words and quotes or brackets. Select Clean Up Pasted Text above, or press Enter to send it as is.',
      );
    }
    assert.match(validateName('"ci"')?.text ?? '', /^The text contains quotes or brackets\./);
  });

  it('that it is an access token, whatever stands around it', () => {
    const { validateKey, validateSecret } = editor.module;
    for (const text of [jwt, `"${jwt}"`, `AC_TOKEN=${jwt}`, `Authorization: Bearer ${jwt}`]) {
      assert.deepEqual(
        [validateKey(text)?.severity, validateKey(text)?.text.slice(0, 36)],
        ['error', 'This is a short-lived access token, '],
      );
      assert.equal(validateSecret(text)?.severity, 'warning');
    }
  });

  it('that it is needed, where there is nothing that anybody sees', () => {
    const { validateKey, validateSecret, validateName } = editor.module;
    for (const validate of [validateKey, validateSecret, validateName]) {
      assert.equal(validate(' \u200b\u00ad')?.severity, 'error');
    }
  });

  it('one button keeps what is needed, and is there only where that helps', () => {
    const { of, tooltip } = editor.module.suggestionBy(readPastedKey);
    assert.equal(of(`"${key}",`), key);
    assert.equal(of(` ${key}\n`), undefined);
    assert.equal(tooltip, 'Clean Up Pasted Text');
  });
});
