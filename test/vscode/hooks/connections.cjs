'use strict';

const { appendFileSync } = require('node:fs');
const net = require('node:net');

const file = process.env.APPCIRCLE_TEST_CONNECTIONS;
const role = process.argv.find((argument) => argument.startsWith('--type='))?.slice(7) ?? 'server';

if (file) {
  const connect = net.Socket.prototype.connect;
  // http, https, tls and fetch all end in this one method.
  net.Socket.prototype.connect = function (...args) {
    const target = describe(args);
    if (target) {
      appendFileSync(file, `${JSON.stringify({ at: Date.now(), pid: process.pid, role, ...target })}\n`);
    }
    return connect.apply(this, args);
  };
}

/** Where a connection goes; undefined for the pipes between the processes of VS Code itself. */
function describe(args) {
  // Node's own callers pass one already normalized array, others (options), (port, host) or (path).
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (first !== null && typeof first === 'object') {
    if (first.path || first.port === undefined) return undefined;
    return { host: first.host ?? 'localhost', port: Number(first.port) };
  }
  if (Number.isNaN(Number(first))) return undefined;
  return { host: typeof second === 'string' ? second : 'localhost', port: Number(first) };
}
