interface Parts {
  scheme: string;
  authority?: string;
  path?: string;
  query?: string;
  fragment?: string;
}

/** An address as the editor has it: its parts decoded, its text encoded. */
export class FakeUri {
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  readonly scheme: string;
  readonly fragment: string;

  private constructor({ scheme, authority = '', path = '', query = '', fragment = '' }: Parts) {
    this.scheme = scheme;
    this.authority = authority;
    this.path = /^(https?|file)$/.test(scheme) && path === '' ? '/' : path;
    this.query = query;
    this.fragment = fragment;
  }

  static parse(text: string): FakeUri {
    const [, scheme = '', authority, path, query] =
      /^([a-z][a-z\d+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/i.exec(text) ?? [];
    const decoded = (part = '') => decodeURIComponent(part);
    return new FakeUri({
      scheme,
      authority: decoded(authority),
      path: decoded(path),
      query: decoded(query),
    });
  }

  static from(parts: Parts): FakeUri {
    return new FakeUri(parts);
  }

  static file(path: string): FakeUri {
    return new FakeUri({ scheme: 'file', path: path.startsWith('/') ? path : `/${path}` });
  }

  static joinPath(base: FakeUri, ...parts: string[]): FakeUri {
    const { scheme, authority } = base;
    return new FakeUri({ scheme, authority, path: [base.path.replace(/\/$/, ''), ...parts].join('/') });
  }

  with({ fragment }: { fragment: string }): FakeUri {
    const { scheme, authority, path, query } = this;
    return new FakeUri({ scheme, authority, path, query, fragment });
  }

  get fsPath(): string {
    return this.path;
  }

  toString(): string {
    const encoded = (text: string) => text.split('/').map(encodeURIComponent).join('/');
    const authority = this.authority === '' && this.scheme !== 'file' ? '' : `//${this.authority}`;
    const query = this.query === '' ? '' : `?${encodeURIComponent(this.query)}`;
    const fragment = this.fragment === '' ? '' : `#${encodeURIComponent(this.fragment)}`;
    return `${this.scheme}:${authority}${encoded(this.path)}${query}${fragment}`;
  }
}
