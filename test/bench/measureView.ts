/** The Distribution view in the fake editor, with all that is between a click and the rows. */
import type { BenchEditor } from './benchEditor';
import { timed, withMemory, type Measured } from './measured';

/** From an accepted key to rows, and what a person does with them. */
export async function view(editor: BenchEditor): Promise<Measured> {
  const { measured } = await withMemory(async () => {
    const [, fresh] = await timed(() => editor.signInToRows());
    return { held: editor, measured: { fresh } };
  });
  const [, again] = await timed(() => editor.refresh());
  const [typeInto, openFilter] = await timed(() => editor.filter());
  const [, filter] = await timed(() => typeInto('a'));
  const [, sort] = await timed(() => editor.sort());
  const [rows, goTo] = await timed(() => editor.goToProfile());
  return { ...measured, again, openFilter, filter, sort, goTo, rows };
}

/** A profile is opened among rows that are there. */
export async function versionsInView(editor: BenchEditor, profileId: string): Promise<Measured> {
  await editor.signInToRows();
  const { measured } = await withMemory(async () => {
    const [rows, time] = await timed(() => editor.openProfile(profileId));
    return { held: editor, measured: { time, rows } };
  });
  return measured;
}

/** The Signing Identities view is looked at, and all of its certificates are shown. */
export async function identitiesInView(editor: BenchEditor): Promise<Measured> {
  await editor.signInToRows();
  const { measured } = await withMemory(async () => {
    const [rows, time] = await timed(() => editor.openCertificates());
    return { held: editor, measured: { time, rows } };
  });
  const [, again] = await timed(async () => {
    await editor.refresh();
    await editor.openCertificates();
  });
  return { ...measured, again };
}
