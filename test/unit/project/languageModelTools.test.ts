import { strict as assert } from 'node:assert';
import { toolClasses, toolIdOf, toolNames } from '../../../src/toolNames';
import { manifest, seen } from './files';

const tools = manifest.contributes.languageModelTools;

describe('language model tools in the manifest', () => {
  it('R68: are those of src/toolNames.ts, eight at most', () => {
    const ids = toolNames.map((name) => toolIdOf(name) as string);
    assert.deepEqual(
      tools.map(({ name }) => name).filter((name) => !ids.includes(name)),
      [],
    );
    assert.equal(new Set(tools.map(({ name }) => name)).size, tools.length);
    assert.ok(ids.length <= 8);
  });

  it('R68, R69: are hidden while the level of access does not allow their class', () => {
    for (const { name, when } of tools) {
      const known = toolNames.find((tool) => toolIdOf(tool) === name) ?? assert.fail(name);
      const write = 'appcircle.aiAccess == write';
      assert.equal(when, toolClasses[known] === 'write' ? write : `appcircle.aiAccess == read || ${write}`);
    }
  });

  it('tell a model what comes back, when to use them and what they are not for, and a person in a line', () => {
    for (const tool of tools) {
      const { name, displayName, userDescription, modelDescription, toolReferenceName, tags } = tool;
      const short = name.replace(/^appcircle_/, '');
      assert.equal(displayName, `%tool.${short}.name%`);
      assert.equal(userDescription, `%tool.${short}.description%`);
      assert.ok(seen(userDescription).length <= 100, name);
      assert.ok(
        modelDescription.length >= 100 && modelDescription.length <= 780,
        `${name}: ${modelDescription.length}`,
      );
      assert.match(toolReferenceName, /^appcircle[A-Z]\w{2,24}$/);
      assert.equal(tool.canBeReferencedInPrompt, true);
      assert.deepEqual([tags[0], tags.length], ['appcircle', 2]);
      assert.equal(tool.inputSchema.type, 'object');
      for (const [property, { description }] of Object.entries(tool.inputSchema.properties)) {
        assert.match(description ?? '', /\.$/, `${name}: ${property}`);
      }
    }
  });
});
