/** The page of Swagger UI that names the documents, in the forms of section 10 of appcircle-api. */
import { createHash } from 'node:crypto';
import type { Mode } from '../mode';

export interface NamedDocument {
  name: string;
  url: string;
}

/** A file of the page's folder. */
export interface PageFile {
  contentType: string;
  text: string;
}

const javaScript = 'application/javascript;charset=utf-8';

/** The page and what it loads, by file name; without the megabytes of Swagger UI itself. */
export function pageFiles(
  form: Mode['descriptions'],
  documents: readonly NamedDocument[],
): Map<string, PageFile> {
  const page = (script: string): [string, PageFile] => [
    'index.html',
    { contentType: 'text/html;charset=utf-8', text: pageWith(script) },
  ];
  const beside = (name: string, text: string): [string, PageFile] => [
    name,
    { contentType: javaScript, text },
  ];
  const tag = (name: string): string => `<script src="${name}" charset="utf-8"></script>`;
  const json = JSON.stringify({ urls: documents, deepLinking: false, persistAuthorization: true });
  switch (form) {
    case 'absent':
      return new Map();
    case 'inline':
      return new Map([page(`<script>\n${swashbuckle(`JSON.parse('${encoded(json)}')`)}\n</script>`)]);
    case 'script':
      return new Map([
        page(tag('index.js')),
        beside('index.js', swashbuckle(`JSON.parse('${encoded(json)}')`)),
      ]);
    case 'literal':
      return new Map([page(tag('index.js')), beside('index.js', swashbuckle(json))]);
    case 'initializer':
      return new Map([
        page(tag('./swagger-initializer.js')),
        beside('swagger-initializer.js', initializer(documents)),
      ]);
  }
}

/** Strong, as Swashbuckle makes it: the SHA-1 of the text. */
export function entityTag(text: string): string {
  return `"${createHash('sha1').update(text).digest('base64')}"`;
}

/** As ASP.NET's JavaScriptEncoder writes a text between quotes. */
function encoded(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll(/["'&<>+`]|[^ -~]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    return `\\u${code.padStart(4, '0')}`;
  });
}

const pageWith = (script: string): string => `<!-- HTML for static distribution bundle build -->
<!DOCTYPE html>
<html lang="en">
<head>
    <meta charset="UTF-8">
    <title>Sandbox API</title>
    <link rel="stylesheet" type="text/css" href="./swagger-ui.css">
</head>
<body>
    <div id="swagger-ui"></div>
    <script src="./swagger-ui-bundle.js" charset="utf-8"></script>
    <script src="./swagger-ui-standalone-preset.js" charset="utf-8"></script>
    ${script}
</body>
</html>
`;

const swashbuckle = (configuration: string): string => `window.onload = function () {
    // It's made by the sandbox.
    var configObject = ${configuration};
    var oauthConfigObject = JSON.parse('{"scopeSeparator":" ","scopes":[]}');
    configObject.urls.forEach(function (item) {
        if (item.url.startsWith("http") || item.url.startsWith("/")) return;
        item.url = window.location.href.replace("index.html", item.url).split('#')[0];
    });
    configObject.dom_id = "#swagger-ui";
    const ui = SwaggerUIBundle(configObject);
    ui.initOAuth(oauthConfigObject);
    window.ui = ui;
}
`;

const initializer = (documents: readonly NamedDocument[]): string => `window.onload = function() {
  //<editor-fold desc="Changeable Configuration Block">
  window.ui = SwaggerUIBundle({
    // url: "https://petstore.swagger.io/v2/swagger.json",
    urls: [
${documents.map(({ name, url }) => `      { name: ${JSON.stringify(name)}, url: '${url}', },`).join('\n')}
    ],
    dom_id: '#swagger-ui',
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    onComplete: () => { window.done = { url: 'nowhere.json' } },
    layout: "StandaloneLayout",
  });
  //</editor-fold>
};
`;
