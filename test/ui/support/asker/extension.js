'use strict';

const { writeFileSync, rmSync } = require('node:fs');
const { createServer } = require('node:http');
const vscode = require('vscode');

const AsyncFunction = (async () => undefined).constructor;

// Stands in for any other extension: runs what a test sends it, with the editor's API in scope.
exports.activate = (context) => {
  const server = createServer((request, response) => {
    let code = '';
    request.on('data', (chunk) => (code += chunk));
    request.on('end', async () => {
      let answer;
      try {
        answer = { value: await new AsyncFunction('vscode', code)(vscode) };
      } catch (error) {
        answer = { error: String(error) };
      }
      response.end(JSON.stringify(answer));
    });
  });
  const file = process.env.ASKER_PORT_FILE;
  server.listen(0, '127.0.0.1', () => writeFileSync(file, String(server.address().port)));
  context.subscriptions.push({
    dispose: () => {
      server.close();
      rmSync(file, { force: true });
    },
  });
};
