import type { BrowserContext, Page } from 'playwright-core';

/** What the browser did, gathered from the first page on and over restarts. */
export class Evidence {
  /** Every line on the console of any page. */
  readonly consoleLines: string[] = [];
  /** The address of every request of any page, worker included. */
  readonly requests: string[] = [];
  /** Errors that no one caught. */
  readonly pageErrors: string[] = [];

  collectFrom(context: BrowserContext): void {
    context.on('request', (request) => this.requests.push(request.url()));
    context.on('page', (page) => {
      this.watch(page);
    });
    for (const page of context.pages()) this.watch(page);
  }

  /** Where requests went, each origin once; addresses without a host (data:, blob:) left out. */
  origins(): string[] {
    const origins = this.requests.map((address) => new URL(address)).filter(({ host }) => host !== '');
    return [...new Set(origins.map(({ origin }) => origin))].sort();
  }

  private watch(page: Page): void {
    page.on('console', (message) => this.consoleLines.push(message.text()));
    page.on('pageerror', (error) => this.pageErrors.push(error.stack ?? error.message));
    page.on('websocket', (socket) => this.requests.push(socket.url()));
  }
}
