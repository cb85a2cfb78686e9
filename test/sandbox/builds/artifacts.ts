/** What a build that succeeded leaves: files at the top, folders zipped, and `log.txt` (api/README 11.5). */
import { appFrame, appOf } from '../data/apps';
import { contentOf } from '../storage/content';
import type { Platform } from './log/steps';
import type { ZipEntry } from './zip';

/** `bytes`: how long the app is; 0: short. `log`: what was written before the files were handed over. */
export function artifactsOf(platform: Platform, version: string, bytes: number, log: string): ZipEntry[] {
  const signed = (...names: string[]): Buffer =>
    Buffer.from(`${JSON.stringify(names.map((app_name) => ({ signed: true, app_name })))}\n`);
  const file = (name: string, content: string): ZipEntry => ({ name, content: Buffer.from(content) });
  const inside = `Harbor Notes ${version} for ${platform}`;
  const ending: ZipEntry[] = [file('log.txt', log)];
  return platform === 'ios'
    ? [
        { name: 'HarborNotes.ipa', content: app(inside, bytes, 'HarborNotes.ipa') },
        { name: 'HarborNotes.app.dSYM.zip', content: appOf('symbols') },
        { name: 'ac_post_process_output.json', content: signed('HarborNotes.ipa') },
        ...ending,
      ]
    : [
        { name: 'app-release.apk', content: app(inside, bytes, 'app-release.apk') },
        { name: 'app-release.aab', content: appOf(`${inside}, bundle`, 'app-release.aab') },
        { name: 'mapping.zip', content: appOf('a.a -> com.harborlabs.notes.Note') },
        { name: 'ac_post_process_output.json', content: signed('app-release.apk', 'app-release.aab') },
        ...ending,
      ];
}

function app(inside: string, bytes: number, name: string): ZipEntry['content'] {
  if (bytes === 0) {
    return appOf(inside, name);
  }
  const { head, tail, content } = appFrame(bytes, name);
  return {
    bytes,
    pieces: function* () {
      yield head;
      yield* contentOf(content);
      yield tail;
    },
  };
}
