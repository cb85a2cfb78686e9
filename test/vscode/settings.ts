import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SandboxInfo } from './sandbox';

export type Settings = Readonly<Record<string, unknown>>;

/** What keeps a fresh VS Code quiet: no welcome, no chat, no scan for repositories. */
export const calmSettings: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.editor.useModal': 'off',
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'remote.autoForwardPorts': false,
};

/** What keeps the editor's own parts from calling out, so that every connection left is the extension's. */
export const offlineSettings: Settings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  'npm.fetchOnlinePackageInfo': false,
  'json.schemaDownload.enable': false,
};

/** Points the extension at a sandbox; the dashboard is there too, so that no link of a test leaves the machine. */
export function sandboxSettings(sandbox: SandboxInfo): Settings {
  return {
    'appcircle.apiEndpoint': sandbox.apiEndpoint,
    'appcircle.authEndpoint': sandbox.authEndpoint,
    'appcircle.dashboardUrl': sandbox.apiEndpoint,
    'appcircle.hookEndpoint': sandbox.hookEndpoint,
    'appcircle.mcpEndpoint': sandbox.mcpEndpoint,
  };
}

/** Replaces the user settings of a data folder; a window reads them when it loads. */
export function writeSettings(dataFolder: string, settings: Settings): void {
  const file = settingsFile(dataFolder);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(settings, null, 2));
}

export function readSettings(dataFolder: string): Settings {
  return JSON.parse(readFileSync(settingsFile(dataFolder), 'utf8')) as Settings;
}

function settingsFile(dataFolder: string): string {
  return path.join(dataFolder, 'data', 'User', 'settings.json');
}
