'use strict';

const nodeModule = require('node:module');
const path = require('node:path');

// What V8 made of VS Code's sources, which are the same at each of its many starts, is kept from one to the next.
nodeModule.enableCompileCache?.(path.join(__dirname, '..', '..', '..', '.vscode-test', 'compiled'));
// It would be written at the end of the process, which is a signal here.
setTimeout(() => nodeModule.flushCompileCache?.(), 3000).unref();
