/** Why a tool did nothing, in one sentence for the model with its next step. May have text of others in it. */
export class ToolError extends Error {
  override readonly name: string = 'ToolError';
}

/** What a model sent cannot be used. The sentence says what to send. */
export class ToolInputError extends ToolError {
  override readonly name = 'ToolInputError';
}
