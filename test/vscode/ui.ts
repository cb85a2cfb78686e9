export async function runUi(_a: readonly string[], _f: string): Promise<boolean> { return Promise.resolve(false); }
