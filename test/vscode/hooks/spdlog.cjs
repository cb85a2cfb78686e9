'use strict';

const { appendFileSync, mkdirSync } = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'off'];

/** As much of `@vscode/spdlog` as VS Code uses, written to the same file at once. */
class Logger {
  constructor(_name, filename) {
    this.filename = filename;
    this.level = 2;
    this.formatted = true;
    mkdirSync(path.dirname(filename), { recursive: true });
    for (const [level, name] of levels.slice(0, -1).entries()) {
      this[name] = (message) => this.write(level, message);
    }
  }

  write(level, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, -1);
    const line = this.formatted ? `${time} [${levels[level]}] ${message}\n` : message;
    try {
      appendFileSync(this.filename, line);
    } catch {
      // The data folder goes away while the last lines of a shutdown are still written.
    }
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  setPattern() {
    // One pattern is enough here.
  }

  clearFormatters() {
    this.formatted = false;
  }

  flush() {
    // Nothing is held back.
  }

  drop() {
    // No file stays open.
  }
}

const create = (name, filename) => new Logger(name, filename);

exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = async (name, filename) => create(name, filename);
exports.setFlushOn = () => undefined;
exports.setLevel = () => undefined;
