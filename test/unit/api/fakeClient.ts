import { ApiClient, type TokenSource } from '../../../src/api/client';
import type { Failure } from '../../../src/api/failure';
import type { Transport } from '../../../src/api/transport/transport';
import type { RecordingLog } from '../support/fakes/log';
import { wire } from './transport/transportFixture';

/** Hands out the tokens that it was given, one after the other, and remembers what it was told. */
export class FakeTokens implements TokenSource {
  readonly refused: string[] = [];
  readonly ends: (Failure | undefined)[] = [];

  constructor(
    private readonly first: string,
    private readonly next: () => Promise<string> = () => Promise.resolve(first),
  ) {}

  current(): Promise<string> {
    return Promise.resolve(this.first);
  }

  replace(refused: string): Promise<string> {
    this.refused.push(refused);
    return this.next();
  }

  onRequestEnd(failure?: Failure): Failure | undefined {
    this.ends.push(failure);
    return failure;
  }
}

export function clientOf(
  base: string,
  tokens: TokenSource = new FakeTokens('a-token'),
): { client: ApiClient; log: RecordingLog; transport: Transport } {
  const { transport, log } = wire();
  return { client: new ApiClient(transport, base, tokens, log), log, transport };
}
