import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const files: Record<string, string> = {
  'README.md': '# Fernweh\n\nA travel diary for iOS and Android, built and shared with Appcircle.\n',
  'ios/Fernweh/Info.plist': '<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict/></plist>\n',
  'android/app/build.gradle': "plugins {\n  id 'com.android.application'\n}\n",
  'src/App.tsx': "export const title = 'Fernweh';\n",
};

/** Writes a small mobile project to open; files that are there already stay as they are. */
export function makeWorkspace(folder: string): string {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    try {
      writeFileSync(file, content, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return folder;
}
