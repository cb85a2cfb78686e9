/**
 * Every selector of VS Code's own elements. VS Code promises none of them: when a new version moves one, this file
 * alone changes.
 */
export const selectors = {
  workbench: '.monaco-workbench',
  quickInput: {
    widget: '.quick-input-widget',
    title: '.quick-input-title',
    input: '.quick-input-box input, .quick-input-widget input.input',
    message: '.quick-input-message',
    row: '.quick-input-list .monaco-list-row',
    rowLabel: '.quick-input-list-label .label-name, .quick-input-list-row .label-name',
    button: '.quick-input-action a.action-label, .quick-input-inline-action-bar a.action-label',
    titleButton: '.quick-input-titlebar a.action-label',
    inputButton: '.quick-input-inline-action-bar a.action-label',
    busy: '.quick-input-progress.active',
  },
  activityTab: (title: string) => `.activitybar a.action-label[aria-label^=${quote(title)}]`,
  sideBar: '.part.sidebar',
  accountsButton: '.activitybar a.action-label[aria-label^="Accounts"]',
  view: {
    pane: '.part.sidebar .pane, .part.auxiliarybar .pane, .part.panel .pane',
    header: (title: string) => `.pane-header[aria-label*=${quote(title)}]`,
    list: '.monaco-list',
    row: '.monaco-list-row',
    twistie: '.monaco-tl-twistie',
    inlineAction: '.actions a.action-label',
    titleAction: '.pane-header .actions a.action-label',
    containerAction: '.part.sidebar > .composite.title .actions-container a.action-label',
    message: '.message',
    welcomeButton: '.welcome-view-content .monaco-button',
    welcomeLink: '.welcome-view-content a:not(.monaco-button)',
    welcome: '.welcome-view-content',
    progress: '.monaco-progress-container.active',
    containerProgress: '.part.sidebar > .content > .monaco-progress-container.active',
    badge: '.badge-content',
    findInput: '.monaco-tree-type-filter input',
  },
  submenuItem: '.monaco-submenu .action-item:not(.disabled):not(.separator)',
  menuItem: '.monaco-menu .action-item:not(.disabled):not(.separator)',
  statusBarItem: (id: string) => `[id=${quote(id)}]`,
  statusBarLabel: 'a.statusbar-item-label',
  hover: '.workbench-hover-container',
  toast: '.notification-toast',
  notification: {
    severity: '.notification-list-item-icon',
    text: '.notification-list-item-message',
    button: '.notification-list-item-buttons-container .monaco-button',
    close: 'a.codicon-notifications-clear',
  },
  dialog: {
    box: '.monaco-dialog-box',
    message: '.dialog-message-text',
    detail: '.dialog-message-detail',
    button: '.dialog-buttons .monaco-button',
  },
  terminalWithFocus: '.xterm-helper-textarea:focus',
  editor: {
    active: '.editor-group-container.active .editor-instance',
    lines: '.editor-group-container.active .view-lines',
    activeTab: '.editor-group-container.active .tab.active',
    codeLens: '.codelens-decoration a',
    anyLens: '.part.editor .codelens-decoration a, .part.editor .codelens-decoration span',
    anyLines: '.part.editor .view-lines',
    diff: '.part.editor .monaco-diff-editor',
    preview: 'iframe.webview.ready',
    previewFrame: '#active-frame',
  },
  restrictedBanner: '.part.banner',
  trustStatus: '[id="status.workspaceTrust"]',
  trustButton: '.workspace-trust-editor .monaco-button',
  panelLine: '.part.panel .view-line',
} as const;

/** An attribute's value in a selector. */
function quote(text: string): string {
  return JSON.stringify(text);
}
