import { strict as assert } from 'node:assert';
import type { HttpRequest } from '../../../../../src/api/request/request';
import { targetOf } from '../../../../../src/api/request/target';
import type { Arrived } from './echoServer';

/** Only in the environment of what is run. */
export const token = 'ey-token-of-the-test';

/** What arrived is the request, with its own headers and the token, and no type that it does not name. */
export function assertArrived(arrived: Arrived | undefined, request: HttpRequest, shown: string): void {
  assert.ok(arrived, `nothing arrived of ${shown}`);
  assert.equal(arrived.method, request.method, shown);
  assert.equal(arrived.url, `/sub/path${targetOf(request)}`, shown);
  assert.deepEqual(arrived.body, Buffer.from(request.body ?? ''), shown);
  for (const [name, value] of request.headers) {
    assert.equal(arrived.headers.get(name.toLowerCase()), value, shown);
  }
  if (!request.headers.some(([name]) => name === 'Content-Type')) {
    assert.equal(arrived.headers.has('content-type'), false, shown);
  }
  assert.equal(arrived.headers.get('authorization'), `Bearer ${token}`, shown);
  assert.ok(!shown.includes(token));
}
