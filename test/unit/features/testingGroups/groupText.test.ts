import { strict as assert } from 'node:assert';
import { readAddresses } from '../../../../src/api/testingGroups/testerAddresses';
import type * as GroupTexts from '../../../../src/features/testingGroups/groupText';
import { useEditor, type EditorWith } from '../../support/useEditor';

describe('Testing groups: what is said of addresses', () => {
  const { module } = useEditor('features/testingGroups/groupText') as EditorWith<typeof GroupTexts>;
  const {
    summaryText,
    validateTesters,
    nothingToAddText: nothingToAdd,
    addedText,
    testersText,
    listText: listed,
  } = module;
  const present = ['there@x.example'];
  const read = (text: string) => readAddresses(text, present);

  it('counts testers in words', () => {
    assert.deepEqual([0, 1, 2, 5000].map(testersText), [
      'no testers',
      '1 tester',
      '2 testers',
      '5,000 testers',
    ]);
  });

  it('sums up addresses, duplicates and what is none', () => {
    assert.deepEqual(
      [
        'a@x.example',
        'a@x.example b@x.example',
        'a@x.example, A@X.example',
        'a@x.example, b@x.example, c@x.example, There@x.example, foo@',
        'a@x.example, a@x.example, there@x.example, foo@, @bar',
      ].map((text) => summaryText(read(text))),
      [
        '1 address',
        '2 addresses',
        '1 address, 1 duplicate',
        '3 addresses, 1 duplicate, 1 not valid: foo@',
        '1 address, 2 duplicates, 2 not valid: foo@, @bar',
      ],
    );
  });

  it('remarks on what is worth it while it is typed, and keeps back nobody who may still be typing', () => {
    assert.deepEqual(
      ['a', 'a@', 'a@x.example', 'a@x.example b', 'a@x.example b@x.example', 'there@x.example'].map((text) =>
        validateTesters(read(text)),
      ),
      [
        undefined,
        undefined,
        undefined,
        { severity: 'warning', text: '1 address, 1 not valid: b' },
        { severity: 'info', text: '2 addresses' },
        { severity: 'error', text: 'Already in this group: there@x.example' },
      ],
    );
  });

  it('says why there is nothing to add', () => {
    assert.deepEqual(
      ['', ' ,; ', 'foo@ bar', 'there@x.example foo@'].map((text) => nothingToAdd(read(text))),
      [
        'Enter at least one email address.',
        'Enter at least one email address.',
        'Not an email address: foo@, bar',
        'Already in this group: there@x.example',
      ],
    );
  });

  it('tells what was added and what was left out, as a message where something may have been meant', () => {
    assert.deepEqual(
      [
        'a@x.example',
        'a@x.example b@x.example',
        'a@x.example b@x.example there@x.example',
        'a@x.example foo@ @bar there@x.example',
      ].map((text) => addedText(read(text), 'QA')),
      [
        { text: 'Added 1 tester to QA.', place: 'statusBar' },
        { text: 'Added 2 testers to QA.', place: 'statusBar' },
        { text: 'Added 2 testers to QA. Skipped duplicates: 1.', place: 'statusBar' },
        {
          text: 'Added 1 tester to QA. Skipped duplicates: 1. Skipped, not an email address (2): foo@, @bar',
          place: 'message',
        },
      ],
    );
  });

  it('names ten of many, and not all of a long one', () => {
    const wrong = Array.from({ length: 1234 }, (_, at) => `wrong${at}`).join(' ');
    assert.match(
      addedText(read(`a@x.example ${wrong}`), 'QA').text,
      /\(1,234\): wrong0, .*, wrong9 and 1,224 more$/,
    );
    const [long] = read(`a@x.example ${'y'.repeat(300)}`).refused;
    assert.equal(listed([long ?? '']), `${'y'.repeat(60)}…`);
  });
});
