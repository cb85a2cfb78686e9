import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RetainAccounts } from '../../../../../src/account/accountData';
import { SessionStore } from '../../../../../src/account/sessionStore';
import type { BuildDownload } from '../../../../../src/api/builds/artifacts';
import type { Build, Commit } from '../../../../../src/api/builds/model';
import type { ApiClient } from '../../../../../src/api/client';
import type * as Archives from '../../../../../src/features/builds/artifacts/artifactArchives';
import type * as Rows from '../../../../../src/features/builds/artifacts/artifactRows';
import type * as Artifacts from '../../../../../src/features/builds/artifacts/buildArtifacts';
import type * as Folders from '../../../../../src/features/builds/artifacts/temporaryFolders';
import type { BuildNode, BuildsNode, OtherNode } from '../../../../../src/features/builds/buildNodes';
import { buildZip, type BuiltEntry } from '../../../api/files/archive/zipBuilder';
import { FakeUri } from '../../../extension/fakeUri';
import { useEditor, type EditorWith } from '../../../support/useEditor';
import { accounts } from '../../../ui/lists/listFixture';
import { branchOf, buildOf, commitOf, profileOf } from '../start/startFixture';

/** A build of Harbor that succeeded an hour ago. */
export function nodeOf(build: Partial<Build> = {}): BuildNode {
  return {
    kind: 'build',
    id: `node of ${build.id ?? 'b1'}`,
    profile: profileOf('harbor', 'Harbor'),
    branch: branchOf('b-main', 'feature/new map'),
    build: buildOf('b1', { status: 'succeeded', endedAt: Date.now() - 3_600_000, ...build }),
  };
}

/** Gives the suite that it is called in what is done with artifacts; each test begins with a disk of its own. */
export function useArtifacts(): ArtifactsFixture {
  const editor = useEditor('features/builds/artifacts/buildArtifacts', { answersPicks: true });
  const fixture = new ArtifactsFixture(editor as EditorWith<typeof Artifacts>);
  beforeEach(() => {
    fixture.begin();
  });
  afterEach(() => {
    rmSync(fixture.folder, { recursive: true });
  });
  return fixture;
}

class ArtifactsFixture {
  /** What the server has; undefined for none. */
  zip: Buffer | undefined;
  /** Called with each piece that was sent. */
  onPiece: () => void = () => undefined;
  downloads: BuildDownload[] = [];
  commits: Commit[] = [];
  builds: Build[] = [];
  declare folder: string;
  declare sessions: SessionStore;
  declare artifacts: Artifacts.BuildArtifacts;
  declare archives: Archives.ArtifactArchives;
  declare rows: Rows.ArtifactRows;
  declare retain: RetainAccounts;
  /** Beginnings of rows that are chosen. */
  chooses: string[] = [];
  /** What a build is picked of, where a command was run on nothing. */
  picked: BuildNode | undefined;

  constructor(readonly editor: EditorWith<typeof Artifacts>) {}

  begin(): void {
    const { editor } = this;
    this.folder = mkdtempSync(path.join(tmpdir(), 'appcircle-artifacts-'));
    this.zip = buildZip([
      { name: 'App.ipa', content: 'an app' },
      { name: 'log.txt', content: 'a log' },
    ]);
    this.onPiece = () => undefined;
    Object.assign(this, { downloads: [], chooses: [], builds: [], picked: undefined });
    this.commits = [commitOf('c3', 'c3'), commitOf('c2', 'c2'), commitOf('c1', 'c1')];
    this.sessions = new SessionStore();
    this.sessions.setSignedIn(accounts[0]);
    editor.chooses = (rows) => {
      const wanted = this.chooses.shift();
      return wanted === undefined ? undefined : rows.find(({ label }) => label.startsWith(wanted));
    };
    const { ArtifactArchives } = editor.load('features/builds/artifacts/artifactArchives') as typeof Archives;
    const { ArtifactRows } = editor.load('features/builds/artifacts/artifactRows') as typeof Rows;
    const { TemporaryFolders } = editor.load('features/builds/artifacts/temporaryFolders') as typeof Folders;
    this.archives = editor.own(new ArtifactArchives());
    this.rows = editor.own(new ArtifactRows(this.sessions, this.archives));
    this.artifacts = editor.own(
      new editor.module.BuildArtifacts({
        sessions: this.sessions,
        clientFor: () => ({}) as ApiClient,
        accountData: {
          add: (retain) => {
            this.retain = retain;
            return { dispose: () => undefined };
          },
        },
        choices: { chooseBuild: () => Promise.resolve(this.picked) },
        archives: this.archives,
        folders: editor.own(new TemporaryFolders(this.storage)),
        downloadArtifacts: (_, download) => this.send(download),
        historyOf: () => ({
          commits: () => Promise.resolve(this.commits),
          builds: () => this.builds,
        }),
      }),
    );
  }

  get storage(): string {
    return path.join(this.folder, 'storage');
  }

  serve(...entries: BuiltEntry[]): void {
    this.zip = buildZip(entries);
  }

  /** Answers the save dialog. Gives the path. */
  async saveTo(name = 'saved'): Promise<string> {
    const folder = path.join(this.folder, 'disk');
    await mkdir(folder, { recursive: true });
    const file = FakeUri.file(path.join(folder, name));
    this.editor.savesTo = file;
    return file.fsPath;
  }

  /** Names of the files that a person saved. */
  async saved(): Promise<string[]> {
    return (await readdir(path.join(this.folder, 'disk'))).sort();
  }

  /** Files below the extension's storage. */
  async temporary(): Promise<string[]> {
    const all = await readdir(this.storage, { recursive: true, withFileTypes: true }).catch(() => []);
    return all.filter((one) => one.isFile()).map(({ name }) => name);
  }

  /** The proposed names of the save dialogs. */
  get proposed(): string[] {
    return this.editor.saveDialogs.map(({ defaultUri }) => path.basename(defaultUri.path));
  }

  /** The row above the artifacts of a build. */
  async head(build: BuildNode): Promise<OtherNode | undefined> {
    return (await this.rows.children(build))[0] as OtherNode | undefined;
  }

  /** The rows below it. */
  async files(build: BuildNode): Promise<BuildsNode[]> {
    const head = await this.head(build);
    return head ? [...(await this.rows.children(head))] : [];
  }

  /** The same as text. */
  async fileTexts(build: BuildNode): Promise<string[]> {
    return (await this.files(build)).map((node) => {
      if (node.kind === 'remedy') return `[${node.remedy.label}]`;
      if (node.kind === 'notice') return node.text;
      const { label, description } = this.rows.item(node as OtherNode);
      return `${label as string}: ${String(description)}`;
    });
  }

  private async send(download: BuildDownload): Promise<number | undefined> {
    this.downloads.push(download);
    const { zip } = this;
    if (!zip) return undefined;
    const sink = await download.open();
    try {
      for (let at = 0; at < zip.length; at += 100) {
        await sink.write(zip.subarray(at, at + 100));
        this.onPiece();
        download.signal?.throwIfAborted();
      }
      await sink.close();
    } catch (error) {
      await sink.abort();
      throw error;
    }
    return zip.length;
  }
}
