/** Writes Swagger UI pages and scripts in the forms of api/README 10, and by hand as people do. */
export interface Named {
  name: string;
  url: string;
}

const unicode = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** As ASP.NET's JavaScriptEncoder writes a text into a string of JavaScript or JSON. */
export function encoded(text: string): string {
  const short = new Map([
    ['\\', '\\\\'],
    ['\b', '\\b'],
    ['\f', '\\f'],
    ['\n', '\\n'],
    ['\r', '\\r'],
    ['\t', '\\t'],
  ]);
  return Array.from({ length: text.length }, (_, at) => text.charAt(at))
    .map((one) => short.get(one) ?? (/[ -~]/.test(one) && !/["'&<>+`]/.test(one) ? one : unicode(one)))
    .join('');
}

/** The configuration as Swashbuckle serialises it. */
export const json = (urls: readonly Named[]): string =>
  `{"urls":[${urls.map(({ name, url }) => `{"url":"${encoded(url)}","name":"${encoded(name)}"}`).join(',')}],` +
  '"deepLinking":false,"persistAuthorization":true,"displayOperationId":false,"plugins":null}';

/** A page of 2018 to 2024: the script is inside. */
export const page = (script: string): string =>
  `\ufeff<!-- HTML for static distribution bundle build -->
<!DOCTYPE html>
<html lang="en"><head><meta charset="UTF-8"><title>Swagger UI</title><style>html { box-sizing: border-box; }</style>
<script src="./swagger-ui-bundle.js"></script><script src="./swagger-ui-standalone-preset.js"></script></head>
<body><div id="swagger-ui"></div>
<script>
  if (window.navigator.userAgent.indexOf("Edge") > -1) { console.log("Removing native Edge fetch, it's broken") }
  window.onload = function () {
${script}
    window.ui = ui
  }
</script></body></html>`;

/** What stands around the configuration in Swashbuckle's script. */
const around = (configuration: string): string =>
  `/* Source: a gist. Doesn't use "eval".
 *  g(33, 3); //=> 99
 */
function parseFunction(str) { var i = str.indexOf('{'); return /^fn['"]{2}[/"]/.test(str) ? i / 2 : 1 / i; }
window.onload = function () {
    var configObject = ${configuration};
    var oauthConfigObject = JSON.parse('{"url":"/token","scopes":[]}');
    configObject.urls.forEach(function (item) { if (item.url.startsWith("http")) return; });
    const ui = SwaggerUIBundle(configObject);
}`;

/** Between single quotes, as JavaScriptEncoder makes it fit there. */
export const quotedOnce = (urls: readonly Named[]): string =>
  around(`JSON.parse('${encoded(JSON.stringify({ urls, deepLinking: false }))}')`);

/** The serialised JSON put between the quotes as it is: what Swashbuckle does. Not for names with `"` or `\`. */
export const spliced = (urls: readonly Named[]): string => around(`JSON.parse('${json(urls)}')`);

export const quotedTwice = (urls: readonly Named[]): string =>
  around(`JSON.parse(${JSON.stringify(JSON.stringify({ urls }))})`);

export const inTemplate = (urls: readonly Named[]): string =>
  around(`JSON . parse ( \`${encoded(JSON.stringify({ urls })).replaceAll('$', '\\$')}\` )`);

export const jsonLiteral = (urls: readonly Named[]): string => around(json(urls));

/** One of the ways that people write a string, in turn. */
function handQuoted(text: string, turn: number): string {
  const escaped = Array.from(text, (one) => one).map((one) => {
    const code = one.codePointAt(0) ?? 0;
    return /^[\w ./é日-]$/.test(one)
      ? one
      : turn % 2 === 0
        ? `\\u{${code.toString(16)}}`
        : code < 256
          ? `\\x${code.toString(16).padStart(2, '0')}`
          : `\\u{0${code.toString(16)}}`;
  });
  // In the middle, the line goes on.
  escaped.splice(escaped.length / 2, 0, turn % 3 === 0 ? '\\\r\n' : '');
  const quote = ['"', "'", '`'][turn % 3] ?? '"';
  return `${quote}${escaped.join('')}${quote}`;
}

export const handWritten = (urls: readonly Named[]): string => `// It's "ours"
window.ui = SwaggerUIBundle( /* { url: 'no' } */ {
  dom_id: '#swagger-ui', deepLinking: true,
  "url": "https://petstore.swagger.io/v2/swagger.json", // replaced below
  onComplete: function () { return { urls: [{ url: '/nested', name: "}" }] }; },
  requestInterceptor: (request) => { request.url = \`\${ request.url.replace(/[/"'}]+$/, \`{\${'}'}\`) }?x\`; return request },
  async prepare(urls) { for (const url of urls) { await url } },
  'urls': [ ${urls
    .map(
      ({ name, url }, at) =>
        `{ ${at % 2 === 0 ? 'name' : '"name"'}: ${handQuoted(name, at)}, url: ${handQuoted(url, at + 1)}, }, // ${at}`,
    )
    .join('\n    ')}
  ],
  ...more, [computed]: 1, presets: [ SwaggerUIBundle.presets.apis, ],
  layout: "StandaloneLayout",
})`;
