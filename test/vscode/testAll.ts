export async function runAll(): Promise<boolean> { return Promise.resolve(false); }
