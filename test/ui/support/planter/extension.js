'use strict';

const net = require('node:net');
const vscode = require('vscode');

// Leaks on purpose: a test then sees that the search for leaked secrets finds each leak.
exports.activate = async (context) => {
  const secret = process.env.PLANTED_SECRET;
  const port = Number(process.env.PLANTED_PORT);
  const log = vscode.window.createOutputChannel('Planter', { log: true });
  log.info(`logged ${secret}`);
  vscode.window.createOutputChannel('Planter Plain').appendLine(`printed ${secret}`);
  // eslint-disable-next-line no-console -- the browser's console is one of the places to be found
  console.log(`said ${secret}`);
  await context.globalState.update('planted', `global ${secret}`);
  await context.workspaceState.update('planted', {
    nested: Buffer.from(`workspace ${secret}`).toString('base64'),
  });
  await vscode.workspace.fs.createDirectory(context.globalStorageUri);
  const file = vscode.Uri.joinPath(context.globalStorageUri, 'planted.json');
  await vscode.workspace.fs.writeFile(file, Buffer.from(JSON.stringify({ file: secret })));
  await context.secrets.store('planted', `kept ${secret}`);
  await new Promise((resolve) =>
    net.connect(port, '127.0.0.1').once('connect', resolve).once('error', resolve),
  );
  const item = vscode.window.createStatusBarItem('done', vscode.StatusBarAlignment.Left);
  item.text = (await context.secrets.get('planted')) ? 'planted' : 'forgotten';
  item.show();
};
