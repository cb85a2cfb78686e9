import { strict as assert } from 'node:assert';
import { isWrongKeystorePassword, keystoreTypeOf } from '../../../../src/api/signing/keystoreFile';
import { isWrongP12Password } from '../../../../src/api/signing/p12File';
import { readProvisioningFile } from '../../../../src/api/signing/provisioningFile';
import { javaKeystore, p12File, provisioningFile } from './identityFiles';

describe('R52: the password of a file is checked before anything is sent', () => {
  it('of a P12 file', () => {
    const file = p12File('Harbor+1==');
    assert.equal(isWrongP12Password(file, 'Harbor+1=='), false);
    assert.equal(isWrongP12Password(file, 'Harbor+2=='), true);
    assert.equal(isWrongP12Password(file, ''), true);
    assert.equal(isWrongP12Password(p12File(''), ''), false);
  });

  it('of a keystore, in each of its forms', () => {
    for (const file of [javaKeystore('Kıyı+1'), javaKeystore('Kıyı+1', 0xcececece)]) {
      assert.equal(isWrongKeystorePassword(file, 'Kıyı+1'), false);
      assert.equal(isWrongKeystorePassword(file, 'Kiyi+1'), true);
    }
    assert.equal(isWrongKeystorePassword(p12File('x'), 'y'), true);
    assert.equal(isWrongKeystorePassword(p12File('x'), 'x'), false);
  });

  it('the server decides where nobody here can: another encryption, or letters that programs write differently', () => {
    assert.equal(isWrongP12Password(Buffer.from('no P12 at all'), 'x'), false);
    assert.equal(isWrongP12Password(p12File('x'), 'şifre'), false);
  });

  it('what is no keystore is told by its first bytes', () => {
    assert.equal(keystoreTypeOf(javaKeystore('x')), 'java');
    assert.equal(keystoreTypeOf(p12File('x')), 'p12');
    assert.equal(keystoreTypeOf(Buffer.from('-----BEGIN CERTIFICATE-----')), undefined);
    assert.equal(keystoreTypeOf(Buffer.from([0xfe, 0xed, 0xfe, 0xed])), undefined);
    assert.equal(keystoreTypeOf(Buffer.alloc(0)), undefined);
  });
});

describe('a provisioning profile that is to be uploaded', () => {
  it('R52: tells its name and when it ends', () => {
    assert.deepEqual(readProvisioningFile(provisioningFile({ name: 'Notes &amp; &lt;b&gt; &amp;lt;' })), {
      name: 'Notes & <b> &lt;',
      endsAt: Date.UTC(2030, 0, 2, 3, 4, 5),
    });
  });

  it('that tells nothing is read all the same', () => {
    const nothing = { name: undefined, endsAt: undefined };
    for (const text of [
      '',
      'no list',
      '<plist>',
      '<plist><key>Name</key><string>never ends',
      '<plist><key>ExpirationDate</key><string>2030</string><key>Name</key><date>2030</date></plist>',
      '<plist><key>ExpirationDate</key><date>someday</date></plist>',
    ]) {
      assert.deepEqual(readProvisioningFile(Buffer.from(text)), nothing, text);
    }
  });
});
