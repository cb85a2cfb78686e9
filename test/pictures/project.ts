import { spawnSync } from 'node:child_process';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeRandomApp } from '../integration/distribution/storage';
import { now } from './look';

/** The file of the project with a request, and what it asks for: the profile of the app. */
export const requestFile = 'profile.appcircle.http';

/** The file of the project that is open where a picture is not about editors. */
export const codeFile = 'NoteSearch.swift';

const files: Record<string, string> = {
  '.gitignore': 'build/\n',
  [`requests/${requestFile}`]: `@profileId = 4c4fcf1e-8ff1-4ecf-a783-5cf60c28c06d

### One profile with its versions
GET {{host}}/distribution/v2/profiles/{{profileId}}
Accept: application/json
`,
  [`Sources/${codeFile}`]: `import Foundation

/// Finds the notes that hold every word, newest first.
struct NoteSearch {
    let notes: [Note]

    func callAsFunction(_ text: String) -> [Note] {
        let words = text.lowercased().split(separator: " ")
        return notes
            .filter { note in words.allSatisfy(note.body.contains) }
            .sorted { $0.changed > $1.changed }
    }
}
`,
};

/** Subjects of commits, oldest first. */
const commits = [
  'Keep the draft when the editor is closed',
  'Faster search in shared notes',
  'Dark mode follows the system',
];

/** Apps that were built, with their sizes in bytes and how many minutes ago that was. */
const apps = [
  ['build/HarborNotes-8.3.0.ipa', 48_200_000, 4],
  ['build/HarborNotes-8.17.0.apk', 39_700_000, 6],
  ['build/HarborNotes-8.2.3.ipa', 17_200_000, 3 * 24 * 60],
] as const;

/** Makes the folder that pictures show open: an app with its history, built a few minutes ago. */
export function makeProject(folder: string): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  git(folder, 'init', '--quiet', '--initial-branch', 'main');
  git(folder, 'remote', 'add', 'origin', 'https://github.com/harbor-labs/harbor-notes-ios.git');
  git(folder, 'add', '--all');
  for (const subject of commits) git(folder, 'commit', '--quiet', '--allow-empty', '--message', subject);
  mkdirSync(path.join(folder, 'build'));
  for (const [name, bytes, minutes] of apps) {
    const file = path.join(folder, name);
    writeRandomApp(file, bytes);
    const built = new Date(Date.parse(now) - minutes * 60_000);
    utimesSync(file, built, built);
  }
}

function git(folder: string, ...args: readonly string[]): void {
  const env = {
    ...process.env,
    ...{ GIT_AUTHOR_NAME: 'Deniz', GIT_AUTHOR_EMAIL: 'deniz@people.example', GIT_AUTHOR_DATE: now },
    ...{ GIT_COMMITTER_NAME: 'Deniz', GIT_COMMITTER_EMAIL: 'deniz@people.example', GIT_COMMITTER_DATE: now },
  };
  const { status, stderr } = spawnSync('git', args, { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')} failed: ${stderr}`);
}
