import * as vscode from 'vscode';
import type { LogColor } from '../../../api/builds/log/logColors';
import type { LineKind } from '../../../api/builds/log/logMarkers';
import { faultStartIn } from '../../../api/builds/log/logSteps';
import type { LogText } from '../../../api/builds/log/logText';
import { Disposables } from '../../../support/disposables';
import type { Disposable } from '../../../support/emitter';

/** Lines above and below what is visible that are painted too. */
const MARGIN = 50;
/** Errors that the ruler at the side shows. */
const MAX_RULER_MARKS = 1_000;

const hues = ['red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'gray'] as const;

type Hue = (typeof hues)[number];

/** `fault`: what a tool says of an error, in a line without a marker and without colors. */
type Paint = Hue | LineKind | 'fault' | 'ruler';

/** What a line is, in colors that every theme has for text. */
const kindColors: Readonly<Record<LineKind | 'fault', string>> = {
  error: 'editorError.foreground',
  fault: 'editorError.foreground',
  warning: 'editorWarning.foreground',
  command: 'textLink.foreground',
  section: 'descriptionForeground',
};

/**
 * Colors the visible lines of logs. The editor forgets decorations when a tab is hidden, and has no other colors for a
 * text without a grammar.
 */
export class LogPainter implements Disposable {
  private readonly types = new Map<Paint, vscode.TextEditorDecorationType>();
  private readonly disposables = new Disposables();
  /** Of each editor, what is painted in it. */
  private readonly painted = new WeakMap<vscode.TextEditor, Set<Paint>>();

  /** Paints what is visible of a log. */
  paint(editor: vscode.TextEditor, text: LogText): void {
    const ranges = new Map<Paint, vscode.Range[]>();
    const add = (paint: Paint, line: number, start: number, end: number) => {
      const range = new vscode.Range(new vscode.Position(line, start), new vscode.Position(line, end));
      const list = ranges.get(paint);
      if (list) {
        list.push(range);
      } else {
        ranges.set(paint, [range]);
      }
    };
    for (const line of visibleLinesOf(editor, text.lines.length)) {
      const kind = text.kindOf(line);
      const said = text.lines[line] ?? '';
      const spans = text.spansOf(line);
      const faultStart = kind || spans.length > 0 ? undefined : faultStartIn(said);
      if (kind) {
        add(kind, line, 0, said.length);
      } else if (faultStart !== undefined) {
        add('fault', line, faultStart, said.length);
      }
      for (const { start, end, color } of kind ? [] : spans) {
        const hue = hueOf(color);
        if (hue) {
          add(hue, line, start, end);
        }
      }
    }
    for (const line of text.errorLines.slice(0, MAX_RULER_MARKS)) {
      add('ruler', line, 0, 0);
    }
    const before = this.painted.get(editor) ?? new Set();
    for (const paint of new Set([...before, ...ranges.keys()])) {
      editor.setDecorations(this.typeOf(paint), ranges.get(paint) ?? []);
    }
    this.painted.set(editor, new Set(ranges.keys()));
  }

  dispose(): void {
    this.disposables.dispose();
    this.types.clear();
  }

  private typeOf(paint: Paint): vscode.TextEditorDecorationType {
    const known = this.types.get(paint);
    if (known) {
      return known;
    }
    const made = vscode.window.createTextEditorDecorationType(optionsOf(paint));
    this.types.set(paint, this.disposables.add(made));
    return made;
  }
}

function optionsOf(paint: Paint): vscode.DecorationRenderOptions {
  if (paint === 'ruler') {
    return {
      overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.errorForeground'),
      overviewRulerLane: vscode.OverviewRulerLane.Right,
    };
  }
  if (isHue(paint)) {
    const name = paint === 'gray' ? undefined : `${paint.charAt(0).toUpperCase()}${paint.slice(1)}`;
    const colored = (id: string) => ({ color: new vscode.ThemeColor(id) });
    return name === undefined
      ? colored('descriptionForeground')
      : { light: colored(`terminal.ansi${name}`), dark: colored(`terminal.ansiBright${name}`) };
  }
  return {
    color: new vscode.ThemeColor(kindColors[paint]),
    ...(paint !== 'section' && paint !== 'fault' && { fontWeight: 'bold' }),
  };
}

function isHue(paint: Exclude<Paint, 'ruler'>): paint is Hue {
  return (hues as readonly string[]).includes(paint);
}

/**
 * A terminal keeps its colors apart from its background; an editor does not. So black and white are left as all text is,
 * and bright colors and others are the same: in each theme those that can be read.
 */
function hueOf(color: LogColor): Hue | undefined {
  const hue = color.replace('bright', '').toLowerCase();
  return hues.find((one) => one === hue) ?? (color === 'brightBlack' ? 'gray' : undefined);
}

/** What is visible, with a margin, each line once: there is a range for each part that is not folded. */
function* visibleLinesOf({ visibleRanges }: vscode.TextEditor, count: number): Generator<number> {
  let next = 0;
  for (const { start, end } of visibleRanges) {
    const to = Math.min(count - 1, end.line + MARGIN);
    for (let line = Math.max(next, start.line - MARGIN); line <= to; line++) {
      yield line;
    }
    next = to + 1;
  }
}
