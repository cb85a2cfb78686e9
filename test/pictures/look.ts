import type { Settings } from '../vscode/settings';

/** Of the window, in its own pixels: 16 to 9, and narrow enough that its text can be read in a column of a page. */
export const viewport = { width: 960, height: 540 };

/** Pixels of a picture for one of the window: sharp on most screens, and within the size that is allowed. */
export const deviceScaleFactor = 1.5;

/** In that of the window. */
export const sideBarWidth = 300;

/** The moment at which pictures are taken, wherever and whenever that is: two days after the newest version of the app. */
export const now = '2026-06-02T09:30:00Z';

/** One theme, and nothing that pictures are not about. */
export const settings: Settings = {
  'workbench.colorTheme': 'Dark Modern',
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.tips.enabled': false,
  'workbench.hover.delay': 1_000_000,
  'breadcrumbs.enabled': false,
  'editor.fontSize': 12,
  'editor.hideCursorInOverviewRuler': true,
  'editor.occurrencesHighlight': 'off',
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.overviewRulerBorder': false,
  'editor.scrollbar.vertical': 'hidden',
  'editor.scrollbar.horizontal': 'hidden',
  'markdown.preview.fontSize': 12,
  'terminal.integrated.fontSize': 12,
  'terminal.integrated.gpuAcceleration': 'off',
  'terminal.integrated.shellIntegration.decorationsEnabled': 'never',
  // Responses below their request: beside it, in a window this narrow, little of them would show.
  'workbench.editor.openSideBySideDirection': 'down',
  // Release notes are proposed from commits.
  'git.enabled': true,
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
};

/** Letters as a screen of many pixels has them. */
export const browserArgs = ['--font-render-hinting=none', '--disable-lcd-text'];

/** Hides what only a VS Code in a browser has, which people rarely see, and what is said in passing. */
export const css = `
  [id="status.host"], [id="status.forwardedPorts"], [id="status.workbench.keyboardLayout"], [id^="status.scm"],
  [id="status.extensionMessage"], .statusbar-item:has([role="alert"]), .activitybar .badge { display: none !important }
`;
