import { strict as assert } from 'node:assert';
import { targetOf } from '../../../../../src/api/request/target';
import { base, requestOfCurl, shape } from './readings';

const at = 'https://api.example/sub/a';
const form = 'application/x-www-form-urlencoded';

describe('options of curl', () => {
  it('R36: each option means what curl means by it', () => {
    const json = 'Content-Type: application/json';
    const cases: [command: string, ...expected: unknown[]][] = [
      [`curl ${at}`, 'GET /a'],
      [`curl --url ${at}`, 'GET /a'],
      [`curl -- ${at}`, 'GET /a'],
      [`curl -XDELETE ${at}`, 'DELETE /a'],
      [`curl -X post ${at}`, 'POST /a'],
      [`curl --request PUT ${at}`, 'PUT /a'],
      [`curl -I ${at}`, 'HEAD /a'],
      [`curl --head ${at}`, 'HEAD /a'],
      [`curl -H 'A: b' --header "C:d" -H 'E;' -H 'F:' ${at}`, 'GET /a', 'A: b', 'C: d', 'E: '],
      [`curl -d a=1 --data b=2 ${at}`, 'POST /a', `Content-Type: ${form}`, { body: 'a=1&b=2' }],
      [`curl ${at} --data-raw @x`, 'POST /a', `Content-Type: ${form}`, { body: '@x' }],
      [`curl ${at} --data-binary 'x\n y'`, 'POST /a', `Content-Type: ${form}`, { body: 'x\n y' }],
      [`curl ${at} --data-urlencode 'a=b c&' --data-urlencode '=d e' --data-urlencode 'f g'`,
        'POST /a', `Content-Type: ${form}`, { body: 'a=b%20c%26&d%20e&f%20g' }],
      [`curl -d '{"a":1}' -H 'Content-Type: application/json' ${at}`, 'POST /a', json, { body: '{"a":1}' }],
      [`curl --json '{"a":' --json '1}' ${at}`, 'POST /a', json, 'Accept: application/json', { body: '{"a":1}' }],
      [`curl -H 'Content-Type:' -d x ${at}`, 'POST /a', { body: 'x' }],
      [`curl -G -d 'a=b+c' --data-urlencode 'd=e f' '${at}?z=%20'`, 'GET /a?z= &a=b c&d=e f'],
      [`curl -G -I -d q ${at}`, 'HEAD /a?q='],
      [`curl --url-query 'a=b c' --url-query +d=%20 ${at}`, 'GET /a?a=b c&d= '],
      [`curl -A me -e https://x.example/ -r 0-9 ${at}`,
        'GET /a', 'User-Agent: me', 'Referer: https://x.example/', 'Range: bytes=0-9'],
      [`curl -sSLkvX PATCH --compressed -o out -m 10 --max-time 3 -w '%{http_code}' -d '' ${at}`, 'PATCH /a', `Content-Type: ${form}`],
      [`curl -fsSLo /dev/null ${at}`, 'GET /a'],
      [`curl --location --unknown ${at}`, 'GET /a'],
      [`curl -x http://proxy:8080 --cacert ca.pem -E me.pem --retry 3 ${at}`, 'GET /a'],
      [`curl -d x -X GET ${at}`, 'GET /a'],
    ]; // prettier-ignore
    for (const [command, ...expected] of cases) {
      assert.deepEqual(shape(command), expected, command);
    }
  });

  it('R36: what separates in a query is sent as it is written', () => {
    const target = '/a?ids=1,2&f=a%2Cb&g=x%20y';
    assert.equal(targetOf(requestOfCurl(`curl -g '${base}${target}'`)), target);
  });
});
