import { strict as assert } from 'node:assert';
import type * as vscode from 'vscode';
import type * as Rows from '../../../../src/features/testingGroups/groupRows';
import type { BelowNode } from '../../../../src/ui/lists/listNodes';
import type { TestingGroup } from '../../../../src/api/testingGroups/testingGroups';
import { shownItem } from '../../../../src/ui/lists/shownItem';
import { useEditor, type EditorWith } from '../../support/useEditor';
import { G1, G2, group, ldapGroup } from './groups';

describe('Testing groups: rows', () => {
  const { module } = useEditor('features/testingGroups/groupRows') as EditorWith<typeof Rows>;
  const { groupItem, groupTooltip, TesterRows, testerOf, groupOf, sortedTesters } = module;
  const rows = new TesterRows();

  const seen = (row: vscode.TreeItem) => {
    const item = shownItem(row);
    return {
      label: item.label,
      description: item.description,
      icon: (item.iconPath as vscode.ThemeIcon | undefined)?.id,
      contextValue: item.contextValue,
      spoken: item.accessibilityInformation?.label,
      state: item.collapsibleState,
    };
  };
  const below = async (of: TestingGroup) => (await rows.children(of)).map((node) => seen(rows.item(node)));

  it('a group says how many testers it has, one from LDAP by shape and word where it comes from', () => {
    const many = group({ testers: Array.from({ length: 1200 }, (_, at) => `t${at}@x.example`) });
    const nameless = group({ kind: 'ldap', externalName: undefined });
    assert.deepEqual(
      [group({ testers: ['a@x.example'] }), many, group(), ldapGroup, nameless].map((one) =>
        seen(groupItem(one)),
      ),
      [
        {
          label: 'Field Testers',
          description: '1 tester',
          icon: 'organization',
          contextValue: 'group editable',
          spoken: 'Field Testers, 1 tester',
          state: 1,
        },
        {
          label: 'Field Testers',
          description: '1,200 testers',
          icon: 'organization',
          contextValue: 'group editable',
          spoken: 'Field Testers, 1,200 testers',
          state: 1,
        },
        {
          label: 'Field Testers',
          description: 'no testers',
          icon: 'organization',
          contextValue: 'group editable',
          spoken: 'Field Testers, no testers',
          state: 1,
        },
        {
          label: 'QA Guild',
          description: 'LDAP · 1 tester · CN=qa,DC=example',
          icon: 'lock',
          contextValue: 'group ldap',
          spoken: 'QA Guild, LDAP, 1 tester, CN=qa,DC=example',
          state: 1,
        },
        {
          label: 'Field Testers',
          description: 'LDAP · no testers',
          icon: 'lock',
          contextValue: 'group ldap',
          spoken: 'Field Testers, LDAP, no testers',
          state: 1,
        },
      ],
    );
  });

  it('testers are rows, in order, those of LDAP not to be edited', async () => {
    const row = (label: string, spoken: string, contextValue: string) => ({
      label,
      description: undefined,
      icon: 'person',
      contextValue,
      spoken,
      state: 0,
    });
    assert.deepEqual(await below(group({ testers: ['zoe@x.example', 'Ada@x.example', 'bob@x.example'] })), [
      row('Ada@x.example', 'Ada@x.example, tester', 'tester editable'),
      row('bob@x.example', 'bob@x.example, tester', 'tester editable'),
      row('zoe@x.example', 'zoe@x.example, tester', 'tester editable'),
    ]);
    assert.deepEqual(await below(ldapGroup), [
      row('x@y.example', 'x@y.example, tester, from LDAP', 'tester ldap'),
    ]);
  });

  it('an empty group says so', async () => {
    assert.deepEqual(await below(group()), [
      {
        label: 'No testers yet',
        description: undefined,
        icon: undefined,
        contextValue: undefined,
        spoken: undefined,
        state: 0,
      },
    ]);
  });

  it('of 5,000 testers the first 500 are shown, and where the others are', async () => {
    const testers = Array.from({ length: 5000 }, (_, at) => `t${String(at).padStart(4, '0')}@x.example`);
    const nodes = await rows.children(group({ testers: testers.toReversed() }));
    assert.equal(nodes.length, 501);
    const last = nodes.slice(-2).map((node) => rows.item(node).label);
    assert.deepEqual(last, ['t0499@x.example', '4,500 more. Use Copy Tester Addresses to get all of them.']);
    const exactly = await rows.children(group({ testers: testers.slice(0, 500) }));
    assert.equal(exactly.length, 500);
  });

  it('R23: ids are told apart, whatever the addresses, and are the same the next time', async () => {
    const testers = ['notice', 'a@x.example', 'A@x.example', 'tester/a@x.example', ' a@x.example'];
    const ids = async () => (await rows.children(group({ testers }))).map(({ id }) => id);
    assert.equal(new Set(await ids()).size, testers.length);
    assert.deepEqual(await ids(), await ids());
  });

  it('nothing is below a tester', async () => {
    const [tester] = await rows.children(ldapGroup);
    assert.deepEqual(await rows.children(ldapGroup, tester), []);
  });

  it('nothing of a server hides itself', async () => {
    const evil = group({
      name: 'a\u202eb',
      testers: ['x\u200b@y.example'],
      kind: 'ldap',
      externalName: '\u2066z',
    });
    const texts = [seen(groupItem(evil)), ...(await below(evil))].map((item) => JSON.stringify(item));
    assert.doesNotMatch(texts.join(), /\u202e|\u200b|\u2066/);
    assert.equal(seen(groupItem(evil)).label, 'a‹U+202E›b');
  });

  it('the tooltip has all that is known, and no markup of a server', async () => {
    const { value } = await groupTooltip({
      ...ldapGroup,
      name: '**x** [y](command:z)',
      createdAt: Date.UTC(2026, 0, 10, 12),
      updatedAt: Date.UTC(2026, 5, 30, 12),
    });
    const text = decoded(value);
    assert.doesNotMatch(value, /\]\(command/);
    assert.match(text, /Testers: 1\n- Kind: From an LDAP directory \(edit it there\)\n/);
    assert.match(
      text,
      /Name in the directory: CN=qa,DC=example\n- Created: Jan 10, 2026.*\n- Updated: Jun 30, 2026/,
    );
    assert.match(text, new RegExp(`Testing group ID: ${G2}`));
    const plain = decoded((await groupTooltip(group())).value);
    assert.equal(
      plain,
      `**Field Testers**\n\n- Testers: 0\n- Kind: Managed in Appcircle\n- Testing group ID: ${G1}\n`,
    );
  });

  it('T13: tells groups and testers among what a command may be run on', () => {
    const one = group({ testers: ['a@x.example'] });
    const tester = { id: 'tester/a@x.example', kind: 'tester', address: 'a@x.example' } as BelowNode;
    const notice = { id: 'notice', kind: 'notice', text: 'x' } as BelowNode;
    assert.deepEqual(testerOf({ kind: 'below', row: one, node: tester }), {
      group: one,
      address: 'a@x.example',
    });
    assert.equal(groupOf({ kind: 'below', row: one, node: tester }), one);
    assert.equal(groupOf({ kind: 'row', row: one }), one);
    assert.equal(testerOf({ kind: 'below', row: one, node: notice }), undefined);
    const nonsense = [
      { kind: 'row' },
      { kind: 'row', row: {} },
      { kind: 'below', row: null, node: tester },
      { kind: 'below', row: { id: 7, name: 'x' }, node: tester },
    ];
    for (const other of [undefined, null, 'x', 7, {}, { kind: 'more' }, { kind: 'remedy' }, ...nonsense]) {
      assert.equal(groupOf(other), undefined);
      assert.equal(testerOf(other), undefined);
    }
    assert.equal(testerOf({ kind: 'row', row: one }), undefined);
    assert.equal(testerOf({ kind: 'below', row: one }), undefined);
    assert.equal(testerOf({ kind: 'below', row: one, node: { kind: 'tester', address: 7 } }), undefined);
  });

  it('sorting leaves the group as it is', () => {
    const testers = ['b@x.example', 'a@x.example'];
    assert.deepEqual(sortedTesters(group({ testers })), ['a@x.example', 'b@x.example']);
    assert.deepEqual(testers, ['b@x.example', 'a@x.example']);
  });
});

function decoded(markdown: string): string {
  return markdown.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}
