/** What an option of curl means for the request that it sends. */
export type CurlOption =
  | 'method'
  | 'header'
  | 'data'
  | 'dataRaw'
  | 'dataBinary'
  | 'dataEncoded'
  | 'json'
  | 'form'
  | 'formString'
  | 'get'
  | 'head'
  | 'url'
  | 'urlQuery'
  | 'credential'
  | 'cookie'
  | 'agent'
  | 'referer'
  | 'range'
  | 'upload'
  | 'config'
  | 'next'
  /** Takes a value, and says nothing of the request. */
  | 'otherValue';

const byName: ReadonlyMap<string, CurlOption> = new Map<string, CurlOption>([
  ['request', 'method'],
  ['header', 'header'],
  ['data', 'data'],
  ['data-ascii', 'data'],
  ['data-raw', 'dataRaw'],
  ['data-binary', 'dataBinary'],
  ['data-urlencode', 'dataEncoded'],
  ['json', 'json'],
  ['form', 'form'],
  ['form-string', 'formString'],
  ['get', 'get'],
  ['head', 'head'],
  ['url', 'url'],
  ['url-query', 'urlQuery'],
  ['user', 'credential'],
  ['oauth2-bearer', 'credential'],
  ['aws-sigv4', 'credential'],
  ['proxy-user', 'credential'],
  ['proxy-header', 'credential'],
  ['pass', 'credential'],
  ['cookie', 'cookie'],
  ['user-agent', 'agent'],
  ['referer', 'referer'],
  ['range', 'range'],
  ['upload-file', 'upload'],
  ['config', 'config'],
  ['next', 'next'],
  ...`abstract-unix-socket alt-svc cacert capath cert cert-type ciphers connect-timeout connect-to continue-at
    cookie-jar create-file-mode crlfile curves delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url
    dump-header ech egd-file engine etag-compare etag-save expect100-timeout ftp-account ftp-alternative-to-user
    ftp-method ftp-port ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip hostpubmd5 hostpubsha256 hsts
    interface ip-tos ipfs-gateway keepalive-cnt keepalive-time key key-type krb libcurl limit-rate local-port
    login-options mail-auth mail-from mail-rcpt max-filesize max-redirs max-time netrc-file noproxy output output-dir
    parallel-max pinnedpubkey preproxy proto proto-default proto-redir proxy proxy-cacert proxy-capath proxy-cert
    proxy-cert-type proxy-ciphers proxy-crlfile proxy-key proxy-key-type proxy-pass proxy-pinnedpubkey
    proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword proxy-tlsuser proxy1.0 pubkey quote
    random-file rate request-target resolve retry retry-delay retry-max-time sasl-authzid service-name socks4 socks4a
    socks5 socks5-gssapi-service socks5-hostname speed-limit speed-time stderr telnet-option tftp-blksize time-cond
    tls-max tls13-ciphers tlsauthtype tlspassword tlsuser trace trace-ascii trace-config unix-socket variable vlan-priority
    write-out`
    .split(/\s+/)
    .map((name) => [name, 'otherValue'] as const),
]);

/** Of one letter: those that take a value, and the few others that say something of the request. */
const byLetter: Readonly<Record<string, CurlOption>> = {
  X: 'method',
  H: 'header',
  d: 'data',
  F: 'form',
  G: 'get',
  I: 'head',
  u: 'credential',
  U: 'credential',
  b: 'cookie',
  A: 'agent',
  e: 'referer',
  r: 'range',
  T: 'upload',
  K: 'config',
  ':': 'next',
  ...Object.fromEntries(Array.from('cCDEmoPQtwxyYz', (letter) => [letter, 'otherValue'])),
};

const withoutValue: ReadonlySet<CurlOption> = new Set<CurlOption>(['get', 'head', 'next']);

/** An option as it stands in a command. */
export interface GivenOption {
  readonly option: CurlOption;
  /** Empty where it takes none, or the command ends before it. */
  readonly value: string;
  /** As it is written, for sentences. */
  readonly written: string;
}

/**
 * Takes the words of a command apart as curl does: letters together (`-sSLX POST`, `-XPOST`), values behind them, what is
 * no option is an address. An option that is not known is one without a value.
 */
export function* optionsIn(parts: readonly string[]): Generator<GivenOption> {
  const rest = parts.values();
  const next = () => rest.next().value ?? '';
  let isOver = false;
  for (const word of rest) {
    if (isOver || word === '-' || !word.startsWith('-')) {
      yield { option: 'url', value: word, written: '--url' };
    } else if (word === '--') {
      isOver = true;
    } else if (word.startsWith('--')) {
      const option = byName.get(word.slice(2).replace(/^expand-/, ''));
      if (option) {
        yield { option, value: withoutValue.has(option) ? '' : next(), written: word };
      }
    } else {
      yield* lettersIn(word, next);
    }
  }
}

function* lettersIn(word: string, next: () => string): Generator<GivenOption> {
  for (let at = 1; at < word.length; at++) {
    const letter = word.charAt(at);
    const option = byLetter[letter];
    const written = `-${letter}`;
    if (option && withoutValue.has(option)) {
      yield { option, value: '', written };
    } else if (option) {
      yield { option, value: word.slice(at + 1) || next(), written };
      return;
    }
  }
}
