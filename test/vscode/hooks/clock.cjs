'use strict';

// Moves the time of VS Code's processes, so that what they say of dates is the same on every day.
const { APPCIRCLE_TEST_NOW: wanted } = process.env;

if (wanted !== undefined) {
  const offset = Date.parse(wanted) - Date.now();
  const now = Date.now.bind(Date);
  globalThis.Date = class extends Date {
    constructor(...values) {
      if (values.length === 0) super(now() + offset);
      else super(...values);
    }

    static now() {
      return now() + offset;
    }
  };
}
