import Module from 'node:module';

interface Compiled {
  exports: unknown;
  require: (name: string) => unknown;
  _compile: (this: Compiled, code: string, file: string, ...more: unknown[]) => unknown;
  /** Gives another module what this one does: once it has been compiled, see {@link runAgain}. */
  run?: Run;
}

type Run = (exports: unknown, require: (name: string) => unknown, module: Compiled) => void;

type Enter = () => () => void;

const knowsEditor = /[\\/]src[\\/](ui|features)[\\/]/;
/** Each suite with an editor of its own loads these anew. */
const isLoadedAgain = /[\\/]src[\\/](ui[\\/]|features[\\/]|extension\.)/;

/** Of what is loaded again: reading, turning into JavaScript and compiling it takes far longer than running it. */
const compiled = new Map<string, Run>();

/**
 * The code, with what it does kept as a function. It stands, as tsx writes it, in a function of its own that is called at once; what is written
 * otherwise is compiled each time.
 */
function keepingRun(code: string): string {
  const [begin, end] = [';(()=>{\n', '})()\n'];
  const at = code.indexOf(begin);
  const last = code.lastIndexOf(end);
  if (at === -1 || last < at || code.slice(0, at).includes('\n')) return code;
  const body = code.slice(at + begin.length, last);
  const run = `;(module.run=(exports,require,module)=>{\n${body}})(exports,require,module)\n`;
  return code.slice(0, at) + run + code.slice(last + end.length);
}

let enterEditor: (() => Enter) | undefined;

/**
 * Lets what knows the editor load its late modules over the editor that is in now, whichever is in when they are loaded:
 * `enter` puts it in, and gives what takes it out.
 */
export function loadLateModulesOver(enter: () => Enter): void {
  enterEditor = enter;
}

/**
 * From here on `import('./…')` is a `require`, as `esbuild.js` builds it. Node would keep one copy of a module that is
 * imported so for the whole process, over the editor that was the first to ask for it; and each such import, also of what
 * is loaded already, would take its way through the loader that reads TypeScript.
 */
function requireLateModules(): void {
  const modules = Module.prototype as unknown as Compiled;
  const compile = modules._compile;
  modules._compile = function (code, file, ...more) {
    if (!/[\\/](src|test)[\\/](?!.*[\\/]node_modules[\\/])/.test(file)) {
      return compile.call(this, code, file, ...more);
    }
    requireOverEditor(this, file);
    const late = /\bimport\((["']\.[^"']+["'])\)/g;
    const required = code.replace(late, 'Promise.resolve().then(()=>module.require($1))');
    if (!isLoadedAgain.test(file)) return compile.call(this, required, file, ...more);
    const result = compile.call(this, keepingRun(required), file, ...more);
    if (this.run) compiled.set(file, this.run);
    delete this.run;
    return result;
  };

  function requireOverEditor(module: Compiled, file: string): void {
    const enter = knowsEditor.test(file) ? enterEditor?.() : undefined;
    if (!enter) return;
    module.require = (name) => {
      const leave = enter();
      try {
        return modules.require.call(module, name);
      } finally {
        leave();
      }
    };
  }

  const extensions = (
    Module as unknown as { _extensions: Record<string, (module: Compiled, file: string) => void> }
  )._extensions;
  const load = extensions['.ts'];
  extensions['.ts'] = (module, file) => {
    const run = compiled.get(file);
    if (!run) {
      load?.(module, file);
      return;
    }
    requireOverEditor(module, file);
    run(module.exports, (name) => module.require(name), module);
  };
}

requireLateModules();
