import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { CommandScope, ScopeSource } from '../../../account/commandScope';
import { uploadCertificate } from '../../../api/signing/certificates';
import type { SigningIdentity } from '../../../api/signing/identities';
import {
  IDENTITY_EXTENSIONS,
  readIdentityFile,
  UPLOADED_KINDS,
  type UploadedKind,
} from '../../../api/signing/identityFile';
import type { IdentityFile } from '../../../api/signing/identityWrites';
import { uploadKeystore } from '../../../api/signing/keystores';
import { uploadProvisioningProfile } from '../../../api/signing/provisioningProfiles';
import { readProvisioningFile } from '../../../api/signing/provisioningFile';
import { askInModal, showError } from '../../../ui/dialogs/notifications';
import { submitWrite } from '../../../ui/dialogs/submitWrite';
import { withCancellableProgress } from '../../../ui/dialogs/withCancellableProgress';
import { beginCommand } from '../../../ui/ensureSignedIn';
import { revealRow } from '../../../ui/lists/revealRow';
import { showStatus } from '../../../ui/statusBar';
import { signingEndText } from '../ends';
import { groupText } from '../kindText';
import type { SigningLists } from '../signingLists';
import { groupKindOf } from '../signingNodes';
import type { SigningTree } from '../tree/signingTree';
import { askCertificatePassword, askKeystorePasswords } from './askPasswords';
import { unusableIdentityText } from './unusableIdentityText';

/** What that takes. */
export interface IdentityUploadsDeps extends ScopeSource {
  readonly lists: SigningLists;
  readonly tree: Pick<SigningTree, 'draw'>;
  /** Opens the view, and selects a row. */
  readonly reveal: (identity: SigningIdentity) => Promise<unknown>;
}

/** A file that can be uploaded, as far as could be seen. */
interface ChosenIdentityFile {
  readonly kind: UploadedKind;
  readonly file: IdentityFile;
}

/**
 * Uploads certificates, provisioning profiles, and keystores. What opens them is asked for in masked boxes, is in the one
 * request, and is kept nowhere.
 */
export class IdentityUploads {
  constructor(private readonly deps: IdentityUploadsDeps) {}

  /** Run on a group, or a row of it, files of that kind come first in the dialog. */
  async upload(argument: unknown): Promise<void> {
    const scope = await beginCommand(this.deps);
    const meant = UPLOADED_KINDS.find((kind) => kind === groupKindOf(argument));
    const chosen = scope && (await chooseFile(meant));
    if (!chosen || !scope.isCurrent()) {
      return;
    }
    const { kind, file } = chosen;
    const { lists } = this.deps;
    // Nobody has to wait for it: without it the new row is not selected.
    const before = lists.rowsOf(kind).catch(() => undefined);
    if (await this.send(scope, chosen)) {
      showStatus(vscode.l10n.t('Uploaded {0}.', file.name));
      lists.forget(kind, ...(kind === 'certificate' ? (['provisioningProfile'] as const) : []));
      this.deps.tree.draw();
      await revealRow(scope.client.log, this.revealNew(scope, kind, await before));
    }
  }

  /** Whether it was sent. */
  private async send(scope: CommandScope, { kind, file }: ChosenIdentityFile): Promise<boolean> {
    const { client } = scope;
    const write = (work: () => Promise<void>) =>
      submitWrite(scope, async (): Promise<true> => {
        await work();
        return true;
      });
    switch (kind) {
      case 'certificate':
        return (
          (await askCertificatePassword(file, (password, signal) =>
            write(() => uploadCertificate(client, file, password, signal)),
          )) === true
        );
      case 'keystore':
        return (
          (await askKeystorePasswords(file, (passwords, signal) =>
            write(() => uploadKeystore(client, file, passwords, signal)),
          )) === true
        );
      case 'provisioningProfile':
        if (!(await confirmProfile(file)) || !scope.isCurrent()) {
          return false;
        }
        await withCancellableProgress(vscode.l10n.t('Uploading {0}…', file.name), (signal) =>
          uploadProvisioningProfile(client, file, signal),
        );
        return scope.isCurrent();
    }
  }

  /** The server tells no id: it is the one that was not there before. */
  private async revealNew(
    { isCurrent }: CommandScope,
    kind: UploadedKind,
    before: readonly SigningIdentity[] | undefined,
  ): Promise<void> {
    const known = new Set(before?.map(({ id }) => id));
    const [first, ...others] = (await this.deps.lists.rowsOf(kind)).filter(({ id }) => !known.has(id));
    if (before && first && others.length === 0 && isCurrent()) {
      await this.deps.reveal(first);
    }
  }
}

/** Undefined when it was closed. */
async function chooseFile(meant: UploadedKind | undefined): Promise<ChosenIdentityFile | undefined> {
  for (;;) {
    const [uri] = (await vscode.window.showOpenDialog(dialogFor(meant))) ?? [];
    if (!uri) {
      return undefined;
    }
    const found =
      uri.scheme === 'file'
        ? await readIdentityFile(uri.fsPath)
        : { kind: undefined, reason: 'unreadable' as const };
    if ('file' in found) {
      return found;
    }
    const another = vscode.l10n.t('Choose Another File');
    const sentence = unusableIdentityText(found.reason, found.kind, basename(uri.fsPath));
    if ((await showError(sentence, another)) !== another) {
      return undefined;
    }
  }
}

function dialogFor(meant: UploadedKind | undefined): vscode.OpenDialogOptions {
  const all = UPLOADED_KINDS.flatMap((kind): readonly string[] => IDENTITY_EXTENSIONS[kind]);
  return {
    title: vscode.l10n.t('Choose a Signing Identity to Upload'),
    openLabel: vscode.l10n.t('Choose'),
    filters: {
      ...(meant && { [groupText(meant)]: [...IDENTITY_EXTENSIONS[meant]] }),
      [vscode.l10n.t('Signing Identities')]: all,
    },
  };
}

/** One that has ended, or soon will, is only uploaded by somebody who was told so. */
async function confirmProfile(file: IdentityFile): Promise<boolean> {
  const { name, endsAt } = readProvisioningFile(file.bytes);
  if (endsAt === undefined || endsAt > Date.now()) {
    return true;
  }
  const upload = vscode.l10n.t('Upload Anyway');
  const question = vscode.l10n.t('Upload {0}, although it has expired?', name ?? file.name);
  return (
    (await askInModal(
      question,
      vscode.l10n.t(
        '{0}. Builds cannot sign with it. Download a new one from Apple.',
        signingEndText(endsAt),
      ),
      upload,
    )) === upload
  );
}
