'use strict';

const { registerHooks } = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

// Two native modules are not built in this host. Without the first, no output channel shows anything and no log file
// exists, so a search for leaked secrets would prove nothing about logs.
const standIns = {
  '@vscode/spdlog': pathToFileURL(path.join(__dirname, 'spdlog.cjs')).href,
  '@vscode/native-watchdog': pathToFileURL(path.join(__dirname, 'nativeWatchdog.cjs')).href,
};

// The extension host of the VS Code that runs on Node 22 registers hooks of the older, asynchronous kind, which those of
// this kind break, and their worker loads this file too. Log files are given up there but for the server's own.
const isServer = process.argv[1]?.endsWith('server-main.js') === true;
const mayHook = isServer || Number(process.versions.node.split('.')[0]) >= 24;

if (mayHook) {
  registerHooks({
    resolve(specifier, context, next) {
      const url = standIns[specifier];
      return url ? { url, format: 'commonjs', shortCircuit: true } : next(specifier, context);
    },
  });
}
