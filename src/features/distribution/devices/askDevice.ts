import * as vscode from 'vscode';
import { pickStep } from '../../../ui/dialogs/pickStep';
import type { AndroidDevice } from './androidDevices';
import { deviceStateText } from './installText';

interface DeviceRow extends vscode.QuickPickItem {
  device: AndroidDevice;
}

/** Lets a person choose a device by name. One that cannot be used says why, and is refused. Undefined for Esc. */
export async function askDevice(
  title: string,
  devices: () => Promise<readonly AndroidDevice[]>,
): Promise<AndroidDevice | undefined> {
  const chosen = await pickStep<DeviceRow, DeviceRow>({
    title,
    placeHolder: vscode.l10n.t('Select a device'),
    emptyText: vscode.l10n.t('No Android device is connected. Turn on USB debugging, or start an emulator.'),
    canGoBack: false,
    rows: async () => (await devices()).map(rowOf),
    accept: (row) => {
      const refused = deviceStateText(row.device.state);
      return Promise.resolve(refused === undefined ? { done: row } : { refused });
    },
  });
  return typeof chosen === 'object' ? chosen.device : undefined;
}

function rowOf(device: AndroidDevice): DeviceRow {
  const problem = deviceStateText(device.state);
  return {
    device,
    label: device.name,
    description: device.serial,
    ...(problem !== undefined && { detail: problem }),
    iconPath: new vscode.ThemeIcon(problem === undefined ? 'device-mobile' : 'warning'),
  };
}
