import type { FakeVscode } from '../../../extension/fakeVscode';
import { FakeUri } from '../../../extension/fakeUri';

/** The person before an editor, who does as told and else closes what is asked. */
export class UploadUser {
  /** Buttons that are pressed, each once, in this order, on the next message that has it. */
  presses: string[] = [];
  /** Beginnings of rows that are chosen, each once: the first of them that a quick pick has. */
  chooses: string[] = [];
  /** What is typed into the next box that asks for release notes. */
  types: string | undefined;
  /** Presses Cancel when the progress says this. */
  cancelsAt: RegExp | undefined;
  /** What the person does before a message is answered. */
  meanwhile: ((text: string) => unknown) | undefined;

  constructor(private readonly editor: FakeVscode) {}

  /** Opens the editor, as nobody has used it yet, with a folder. */
  begin(): void {
    this.presses = [];
    this.chooses = [];
    this.types = undefined;
    this.cancelsAt = this.meanwhile = undefined;
    this.editor.folders = [{ uri: FakeUri.file('/work place/app') }];
    this.editor.answers = async ({ text, buttons }) => {
      await this.meanwhile?.(text);
      return buttons.includes(this.presses[0] ?? '') ? this.presses.shift() : undefined;
    };
    this.editor.chooses = (rows) => {
      const pick = this.editor.picks.at(-1);
      if (this.types !== undefined && pick?.title.startsWith('Upload ')) {
        pick.type(this.types);
        this.types = undefined;
        return pick.items[0];
      }
      const wanted = this.chooses.findIndex((one) => rows.some(({ label }) => label.startsWith(one)));
      const [begin = '-'] = wanted === -1 ? [] : this.chooses.splice(wanted, 1);
      return rows.find(({ label }) => label.startsWith(begin));
    };
    this.editor.reported = (progress, { message }) => {
      if (this.cancelsAt?.test(message)) {
        this.cancelsAt = undefined;
        progress.cancel();
      }
    };
  }

  /** Labels of a quick pick. */
  rows(index: number): string[] {
    return this.editor.lists.at(index)?.rows.map(({ label }) => label) ?? [];
  }
}
