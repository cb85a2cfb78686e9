import { sandbox } from './sandbox';

interface Row {
  id: string;
  name: string;
}

/** A commit that can be built, with what it is of. */
export interface BuildPlace {
  profile: Row;
  branch: Row;
  commit: { id: string; hash: string };
}

/** The API of the sandbox, spoken to as another client of the same account does. */
export class BuildApi {
  private constructor(private readonly token: string) {}

  static async signIn(): Promise<BuildApi> {
    const response = await fetch(`${sandbox.authEndpoint}/auth/v3/token`, {
      method: 'POST',
      body: new URLSearchParams({ personalAccessKey: sandbox.personalAccessKey }),
    });
    const { access_token: token } = (await response.json()) as { access_token: string };
    return new BuildApi(token);
  }

  /** The newest commit of the first branch of a profile. */
  async place(index = 0): Promise<BuildPlace> {
    const profile = ((await this.get('/build/v2/profiles')) as Row[])[index];
    const { branches } = (await this.get(`/build/v1/profiles/${profile!.id}`)) as { branches: Row[] };
    const branch = branches[0]!;
    const commits = await this.get(`/build/v2/commits?branchId=${branch.id}`);
    return { profile: profile!, branch, commit: (commits as BuildPlace['commit'][])[0]! };
  }

  /** Starts a build; the result is the id of its place in the queue. */
  async start({ profile, commit }: BuildPlace): Promise<string> {
    const workflows = await this.get(`/build/v2/profiles/${profile.id}/workflows`);
    const configurations = await this.get(`/build/v2/profiles/${profile.id}/configurations`);
    const query = new URLSearchParams({
      action: 'build',
      workflowId: (workflows as Row[])[0]!.id,
      configurationId: (configurations as { item1: Row }[])[0]!.item1.id,
    });
    const path = `/build/v2/commits/${commit.id}?${query.toString()}`;
    const { queueItemId } = (await this.send('POST', path, '{}')) as { queueItemId: string };
    return queueItemId;
  }

  /** The log of a build that is over, as it is stored. */
  async log({ commit }: BuildPlace, id: string): Promise<string> {
    return (await this.ask('GET', `/build/v1/commits/${commit.id}/builds/${id}/logs`)).text();
  }

  private get(path: string): Promise<unknown> {
    return this.send('GET', path);
  }

  private async send(method: string, path: string, body?: string): Promise<unknown> {
    return (await this.ask(method, path, body)).json();
  }

  private async ask(method: string, path: string, body?: string): Promise<Response> {
    const response = await fetch(`${sandbox.apiEndpoint}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      ...(body !== undefined && { body }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    return response;
  }
}
