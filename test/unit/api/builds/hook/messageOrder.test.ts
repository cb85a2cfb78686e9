import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import sinon from 'sinon';
import type { BuildMessage } from '../../../../../src/api/builds/hook/buildMessages';
import { readMessages } from '../../../../../src/api/builds/hook/buildMessages';
import { MessageOrder } from '../../../../../src/api/builds/hook/messageOrder';

const message = (index: number | undefined, stepName = 'A', text = `${stepName}${index}`): BuildMessage => ({
  taskId: 't',
  text,
  index,
  stepName,
  stepIndex: stepName.charCodeAt(0),
  isStepEnd: text.endsWith('.'),
  isEnd: false,
});

describe('messages of a running build', () => {
  let clock: sinon.SinonFakeTimers;
  let text: string;
  let gaps: number;
  let ends: number;
  let order: MessageOrder;

  beforeEach(() => {
    clock = sinon.useFakeTimers();
    [text, gaps, ends] = ['', 0, 0];
    order = new MessageOrder({
      append: (more) => {
        text += more;
      },
      reportGap: () => {
        gaps += 1;
      },
      reportEnd: () => {
        ends += 1;
      },
    });
  });

  afterEach(() => {
    clock.restore();
  });

  const take = (...messages: BuildMessage[]): void => {
    messages.forEach((one) => {
      order.take(one);
    });
  };

  it('R44: come once and in order, however they were doubled and shuffled', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(40).keys()], { minLength: 40 }), (shuffled) => {
        text = '';
        const own = new MessageOrder({
          append: (more) => {
            text += more;
          },
          reportGap: () => undefined,
          reportEnd: () => undefined,
        });
        for (const index of [...shuffled, ...shuffled]) {
          own.take(message(index + 1));
        }
        own.flush();
        assert.equal(text, [...Array(40).keys()].map((index) => `A${index + 1}\n`).join(''));
      }),
    );
  });

  it('R44: one that is missing is waited for a moment, then what follows is told, and the gap', () => {
    take(message(1), message(3), message(4));
    assert.equal(text, 'A1\n');
    clock.tick(799);
    assert.deepEqual([text, gaps], ['A1\n', 0]);
    clock.tick(1);
    assert.deepEqual([text, gaps], ['A1\nA3\nA4\n', 1]);
    take(message(2));
    clock.tick(800);
    assert.deepEqual([text, gaps], ['A1\nA3\nA4\n', 2], 'what comes too late is in the text by route');
  });

  it('more than fifty that are held are told without waiting', () => {
    take(...[...Array(51).keys()].map((index) => message(index + 2)));
    assert.equal(text.split('\n').length, 52);
    assert.equal(gaps, 1);
  });

  it('who begins to listen later is told from there on', () => {
    take(message(501), message(500));
    clock.tick(800);
    assert.deepEqual([text, gaps], ['A500\nA501\n', 1]);
    take(message(502));
    assert.equal(text, 'A500\nA501\nA502\n');
  });

  it('each step may count from 1', () => {
    take(message(1), message(2, 'A', 'A2.'), message(2, 'B', 'B2.'), message(1, 'B'));
    take(message(2, 'C'), message(1, 'C'));
    assert.deepEqual([text, gaps], ['A1\nA2.\nB1\nB2.\nC1\nC2\n', 0]);
  });

  it('or all go on counting, and a step that was not said to have ended ends with the next one', () => {
    take(message(1), message(2, 'A', 'A2.'), message(4, 'B'), message(3, 'B'), message(5, 'C'));
    assert.equal(text, 'A1\nA2.\nB3\nB4\n');
    clock.tick(800);
    assert.deepEqual([text, gaps], ['A1\nA2.\nB3\nB4\nC5\n', 0]);
  });

  it('without a number they come as they come', () => {
    take(message(undefined, 'A', 'x'), message(undefined, 'A', 'x\r\n'));
    assert.equal(text, 'x\nx\r\n');
  });

  it('the end of the workflow is told behind all that is held', () => {
    take(message(1), message(3), { ...message(undefined, 'A', ''), isEnd: true });
    assert.deepEqual([text, ends], ['A1\nA3\n', 1]);
  });

  it('after another connection, messages go on with a gap', () => {
    take(message(1));
    order.restart();
    take(message(7));
    clock.tick(800);
    assert.equal(text, 'A1\nA7\n');
    assert.ok(gaps >= 1);
  });

  it('nothing waits when it is over', () => {
    take(message(5));
    order.flush();
    assert.equal(clock.countTimers(), 0);
  });

  describe('are read from the data of an event', () => {
    it('one, or several; those of a dashboard alone have no text', () => {
      const row = {
        taskId: 't',
        message: 'a',
        messageIndex: 3,
        stepName: 'S',
        stepIndex: 1,
        workflowStatus: 10,
      };
      const read = {
        taskId: 't',
        text: 'a',
        index: 3,
        stepName: 'S',
        stepIndex: 1,
        isStepEnd: false,
        isEnd: false,
      };
      assert.deepEqual(readMessages(JSON.stringify(row)), [read]);
      assert.deepEqual(readMessages(JSON.stringify([row, { ...row, uiOnly: true, workflowStatus: 9 }])), [
        read,
        { ...read, text: '', index: undefined, isEnd: true },
      ]);
    });

    it('nonsense is none', () => {
      for (const data of ['', '{', 'null', '[null, 1, {}]', '{"taskId": 5}', '"x"']) {
        assert.deepEqual(readMessages(data), [], data);
      }
    });
  });
});
