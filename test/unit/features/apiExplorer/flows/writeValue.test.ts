import { strict as assert } from 'node:assert';
import type * as Flow from '../../../../../src/features/apiExplorer/flows/flowCommands';
import type * as Results from '../../../../../src/features/apiExplorer/flows/sendResults';
import type * as Writing from '../../../../../src/features/apiExplorer/flows/writeValue';
import type * as Places from '../../../../../src/features/apiExplorer/requests/requestPlace';
import type { FakeDocument } from '../../../extension/fakeDocuments';
import { useSandbox } from '../../../support/useSandbox';
import { SenderFixture } from '../requests/senderFixture';

const open = '@profileId =\n\nGET {{host}}/a/{{profileId}}?branchId={{branch}}\n';

describe('API Explorer: values that are written into documents', () => {
  const sandbox = useSandbox();
  let fixture: SenderFixture;
  let commands: Flow.FlowCommands;
  beforeEach(async () => {
    fixture = new SenderFixture(sandbox.current);
    await fixture.signIn();
    const { FlowCommands } = fixture.load('flows/flowCommands') as typeof Flow;
    const { SendResults } = fixture.load('flows/sendResults') as typeof Results;
    const results = fixture.editor.own(new SendResults(fixture.accountData));
    commands = new FlowCommands({ ...fixture.deps, results }, fixture.sender);
  });
  afterEach(() => {
    fixture.dispose();
  });

  const pick = (...values: [string, string][]) => fixture.values.pick(fixture.window.account, values);
  const at = ({ uri }: FakeDocument, more: object = {}) => ({ uri: uri.toString(), offset: 0, ...more });
  const messages = () => fixture.editor.messages;

  it('R37: Write to Document writes what was picked, the one of the lens or one that is chosen', async () => {
    await pick(['profileId', 'p1'], ['branch', 'b1']);
    const document = fixture.open(open, 'file:///w/a.appcircle.http');
    await commands.writeValue(at(document, { name: 'branch' }));
    assert.match(document.text, /@branch = b1\n/);
    assert.match(document.text, /^@profileId =$/m);
    await pick(['x', 'x1']);
    const other = fixture.open('GET {{host}}/{{x}}/{{profileId}}\n');
    await commands.writeValue(at(other));
    assert.doesNotMatch(other.text, /@/, 'Esc');
    fixture.editor.choose('profileId');
    await commands.writeValue(at(other));
    assert.match(other.text, /^@profileId = p1\n/);
  });

  it('R37: says where there is none, and another account has none', async () => {
    const document = fixture.open(open);
    await commands.writeValue(at(document));
    assert.deepEqual(messages(), ['This request uses no remembered value.']);
    await pick(['profileId', 'p1']);
    await fixture.signIn('northwind-owner');
    await commands.writeValue(at(document, { name: 'profileId' }));
    assert.equal(document.text, open);
  });

  describe('a value of its own', () => {
    const own = '@profileId = old\n\nGET {{host}}/a/{{profileId}}?branchId=b0\n';
    const replace = async (document: FakeDocument, name: string, value: string) => {
      const { replaceOwnValue } = fixture.load('flows/writeValue') as typeof Writing;
      const { requestPlace } = fixture.load('requests/requestPlace') as typeof Places;
      await replaceOwnValue(requestPlace(at(document)) ?? assert.fail(), name, value);
    };

    it('R37: is replaced in a document that is no file, variables and places of the query alike', async () => {
      const document = fixture.open(own);
      await replace(document, 'profileId', 'new');
      await replace(document, 'branchId', 'b 1');
      assert.equal(document.text, '@profileId = new\n\nGET {{host}}/a/{{profileId}}?branchId=b%201\n');
      assert.deepEqual(messages(), []);
    });

    it('R37: of a file only where the person says so', async () => {
      const document = fixture.open(own, 'file:///w/a.appcircle.http');
      await replace(document, 'profileId', 'new');
      assert.equal(document.text, own);
      assert.match(messages()[0] ?? '', /its own value for profileId/);
      fixture.editor.presses = 'Write to Document';
      await replace(document, 'profileId', 'new');
      assert.match(document.text, /^@profileId = new\n/);
    });

    it('R37: a blank one is left blank', async () => {
      const document = fixture.open(open);
      await replace(document, 'profileId', 'new');
      assert.equal(document.text, open);
    });
  });
});
