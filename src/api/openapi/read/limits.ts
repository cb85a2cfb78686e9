/**
 * What is read of a description at most. GitHub's own (13 MB of JSON, 1,223 operations) has 21 levels and 258,000
 * values: the limits are far from what anybody writes, and near enough to keep a hostile text from filling the memory.
 */
export interface Limits {
  /** Bytes of a JSON text. */
  readonly jsonBytes: number;
  /** Bytes of a YAML text, which takes a hundred times as long to read. */
  readonly yamlBytes: number;
  /** Objects and lists within each other, whatever aliases add. */
  readonly depth: number;
  /** Values in the whole document; what an alias stands for counts each time. */
  readonly values: number;
  /** Values that merge keys copy in the whole document. */
  readonly merged: number;
  /** Lexical tokens of a YAML text. */
  readonly yamlTokens: number;
  /** Anchors and aliases of a YAML text. */
  readonly aliases: number;
}

export const limits: Limits = {
  jsonBytes: 64 * 1024 * 1024,
  yamlBytes: 8 * 1024 * 1024,
  depth: 200,
  values: 5_000_000,
  merged: 200_000,
  yamlTokens: 2_000_000,
  aliases: 10_000,
};
