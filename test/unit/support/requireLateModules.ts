import Module from 'node:module';

interface Compiled {
  require: (name: string) => unknown;
  _compile: (this: Compiled, code: string, file: string, ...more: unknown[]) => unknown;
}

type Enter = () => () => void;

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
    const enter = /[\\/]src[\\/](ui|features)[\\/]/.test(file) ? enterEditor?.() : undefined;
    if (enter) {
      this.require = (name) => {
        const leave = enter();
        try {
          return modules.require.call(this, name);
        } finally {
          leave();
        }
      };
    }
    const late = /\bimport\((["']\.[^"']+["'])\)/g;
    const required = code.replace(late, 'Promise.resolve().then(()=>module.require($1))');
    return compile.call(this, required, file, ...more);
  };
}

requireLateModules();
