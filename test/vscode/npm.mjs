import { spawn } from 'node:child_process';

/** What a surrounding `npm start` or `npm test` adds to the environment and what would mislead an npm inside it. */
const ofTheOuterRun =
  /^npm_(package_|lifecycle_|config_local_prefix|config_prefix|config_omit|config_include)|^INIT_CWD$|^NODE_ENV$/i;

/**
 * Runs npm quietly in a folder; what it printed is told only when it failed, without any address in it.
 *
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<void>}
 */
export function npm(args, cwd) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofTheOuterRun.test(name)));
  const cli = process.env.npm_execpath;
  const [command, prefix, shell] = cli?.endsWith('.js')
    ? [process.execPath, [cli], false]
    : ['npm', [], process.platform === 'win32'];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...prefix, ...args], {
      cwd,
      env,
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk) => (output = (output + chunk).slice(-8000));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ${args[0]} failed (${code}).\n${withoutAddresses(output)}`));
    });
  });
}

/** A registry's address may be an internal one, or hold a password: it belongs in no log. */
function withoutAddresses(text) {
  return text.replace(/\b[a-z+]+:\/\/\S+/gi, '<address>');
}
