/**
 * What people call things that descriptions call otherwise: by the word that is typed, what an operation may have
 * instead. Folded; a text with blanks has to stand there as it is.
 */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  aab: ['version'],
  abort: ['cancel', 'stop'],
  apk: ['version'],
  app: ['version'],
  binary: ['version', 'file'],
  cert: ['certificate'],
  change: ['update', 'replace', 'rename', 'edit'],
  company: ['organization'],
  create: ['add', 'upload', 'new'],
  delete: ['remove', 'withdraw'],
  deploy: ['publish'],
  edit: ['update', 'change', 'replace', 'rename'],
  env: ['variable'],
  environment: ['variable'],
  fetch: ['get', 'list', 'download'],
  find: ['list', 'search', 'get'],
  hook: ['webhook'],
  ipa: ['version'],
  kill: ['cancel', 'stop'],
  list: ['all', 'get all', 'search'],
  member: ['user'],
  modify: ['update', 'change', 'replace'],
  new: ['create', 'add'],
  notes: ['message'],
  org: ['organization'],
  output: ['log'],
  people: ['user', 'tester'],
  read: ['get', 'list'],
  release: ['publish', 'version'],
  remove: ['delete', 'withdraw'],
  run: ['start', 'build'],
  secret: ['variable'],
  show: ['get', 'list'],
  stop: ['cancel'],
  team: ['organization', 'user'],
  trigger: ['start'],
  update: ['change', 'replace', 'edit', 'rename'],
  view: ['get', 'list'],
};

/** Questions that are not asked for by their words: whoever asks them wants one of these. */
const questions: Readonly<Record<string, readonly string[]>> = {
  'who am i': [
    'user of the access token',
    'userinfo',
    'current user',
    'signed-in user',
    'list organizations',
  ],
  whoami: ['user of the access token', 'userinfo', 'current user', 'signed-in user', 'list organizations'],
  'my organization': ['list organizations', 'organizations'],
};

/** Words that say nothing of an operation beside others. */
const fillers = new Set('a an the of for to from in on my me i is do how with and by please'.split(' '));

/** One of these texts has to be in an operation, the first rather than another. */
export interface SearchTerm {
  readonly typed: string;
  readonly others: readonly string[];
}

/** What is looked for by a folded text. */
export function searchTerms(folded: string): SearchTerm[] {
  const question = own(questions, folded);
  if (question) {
    return [{ typed: folded, others: question }];
  }
  const typed = folded.split(' ').filter((word) => word !== '');
  const telling = typed.filter((word) => !fillers.has(word));
  return (telling.length > 0 ? telling : typed).map((word) => ({
    typed: word,
    others: [...singularOf(word), ...(own(synonyms, word) ?? [])],
  }));
}

function singularOf(word: string): string[] {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? [word.slice(0, -1)] : [];
}

function own(table: Readonly<Record<string, readonly string[]>>, key: string): readonly string[] | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
