import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { isDate, isoText, momentIn, momentOfSeconds, toMoment } from '../../../src/support/moment';

const noon = Date.UTC(2027, 2, 31, 12);
const absurd = [1e13, 1.8e15, 1.8e18, 1e300, 1e308, Infinity, -1, -1e12, NaN, '1800000000', null, {}, [7]];

describe('a moment that somebody else tells', () => {
  it('is kept where it is one', () => {
    assert.equal(toMoment(noon), noon);
    assert.equal(momentOfSeconds(noon / 1000), noon);
    assert.equal(momentIn('2027-03-31T12:00:00Z'), noon);
    assert.equal(momentIn('Wed, 31 Mar 2027 12:00:00 GMT'), noon);
    assert.equal(isoText(noon), '2027-03-31T12:00:00.000Z');
  });

  for (const value of absurd) {
    it(`is unknown for ${JSON.stringify(value)} (${typeof value}) in the place of seconds`, () => {
      assert.equal(momentOfSeconds(value), undefined);
    });
  }

  for (const text of [
    '',
    'soon',
    '0001-01-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '9999-12-31T23:59:59.9999999Z',
    '+275760-09-13T00:00:00Z',
    '-271821-04-20T00:00:00Z',
    '2027-13-45T00:00:00Z',
  ]) {
    it(`is unknown for "${text}", which is no date or stands for none`, () => {
      assert.equal(momentIn(text), undefined);
    });
  }

  it('can be shown, whatever number it is, and no other can', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const known = [toMoment(value), momentOfSeconds(value)].filter((moment) => moment !== undefined);
        known.forEach((moment) => new Date(moment).toISOString());
        assert.equal(isDate(value) && !Number.isNaN(new Date(value).getTime()), isDate(value));
      }),
    );
    assert.equal(isoText(1e300), 'unknown');
    assert.equal(isoText(undefined), 'unknown');
  });
});
