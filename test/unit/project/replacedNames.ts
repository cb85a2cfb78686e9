/**
 * Words that the project had for what the field already has a word for: what was replaced, and what to use instead.
 * `…` stands for any beginning or end; without it a name is the word, whole and in this case.
 */
export const replacedNames: Readonly<Record<string, string>> = {
  '…Needs': '…Deps or …Options',
  'MOST_…': 'MAX_…',
  'LONGEST_…': 'MAX_…',
  'LARGEST_…': 'MAX_…',
  'DEEPEST_…': 'MAX_…_DEPTH',
  PATIENCE: '…_TIMEOUT_MS',
  Wire: 'RequestPipeline',
  Trip: 'SendOptions',
  Flight: 'Attempt',
  Ask: 'HttpClient',
  Verdict: 'SubmitResult',
  Remark: 'ValidationMessage',
  FileLook: 'FileStat',
  Doers: 'CommandHandlers',
  Finding: 'FindCommands',
  LateTree: 'LazyTree',
  LateParts: 'LazyCommands',
  StayingTrue: 'AutoRefresh',
  UnderWay: 'ActivityCounter',
  ViewTaste: 'TreeSettings',
  ViewChanges: 'ProfileUpdates',
  Asked: 'a noun for what was asked, such as UploadTarget',
  Tried: 'UploadResult',
  Wish: '…Request',
  'Unfit…': 'Invalid…',
  '…Obstacle': '…Problem',
  Lent: 'IssuedToken',
  OrderedMemory: 'OrderedMemento',
  Memory: 'Memento',
  AccountNotes: 'AccountMetadataStore',
  keepOnly: 'retainAccounts',
  forgetting: 'retainAccounts',
  RawAnswer: 'HttpResponse',
  Reply: 'IncomingResponse',
  Answer: 'Response',
  noticeText: 'listNoticeText',
  refusalText: '…Text, such as validationTextOf',
  verdictOf: 'a result, such as SubmitResult',
  remarkOn: 'validate…',
  endText: 'resultText',
  ownersOf: 'retainAccounts',
  watchOwners: 'AccountData',
  OwnedDocuments: 'AccountDocuments',
  orGone: 'dropIfGone',
  knownProfile: 'findCurrentProfile',
  chosenProfile: 'chooseProfile',
  chosenGroup: 'chooseGroup',
  madeOnce: 'memoize',
  throttled: 'throttle',
  invisibles: 'mapInvisibles',
  RefusedAddress: 'ForeignDescriptionError',
  maySend: 'confirmSend',
  Doubts: 'SendRisks',
  KeyDoubt: 'KeyProblem',
  doubtAbout: 'keyProblem',
  keptTerminals: 'createPersistenceCheck',
  registerLeftTerminals: 'registerSignedOutTerminals',
  leftTerminals: 'signedOutTerminals',
  TaskEnd: 'TaskResult',
  StepEnd: 'StepResult',
  GroupsEnd: 'GroupsResult',
  TaskWatch: 'TaskOptions',
  peek: 'load…',
  atHand: 'issue…',
  asItIs: 'loadCurrent',
  forgive: 'clear…',
  allowAnotherTry: 'clearRefusal',
  learnName: 'fetchName',
  lookAgain: 'refresh… or mark…',
  solvedElsewhere: 'watchSignInElsewhere',
  whereKeysAreMade: 'keyHelpText',
  writtenWith: 'mapInvisibles',
  unlessRefused: 'check…',
  'wantsTo…': 'confirm…',
  words: 'text or message',
  '…Words': '…Text or …Message',
};

/** The same for the types of tests. */
export const replacedTestTypes: Readonly<Record<string, string>> = {
  '…House': '…Fixture',
  '…Person': 'FakeUser',
  '…Window': 'FakeEditor',
  '…Bench': '…Fixture',
};

/** Whether a name is one of those that a word of the lists stands for. */
export function isWord(name: string, word: string): boolean {
  if (word.startsWith('…')) return name.endsWith(word.slice(1));
  return word.endsWith('…') ? name.startsWith(word.slice(0, -1)) : name === word;
}

/** Which words of a list are still among the names of files, what to use instead, and where. */
export function replacedAmong(
  list: Readonly<Record<string, string>>,
  files: readonly (readonly [file: string, names: ReadonlySet<string>])[],
): Map<string, string> {
  const found = new Map<string, string>();
  for (const [word, instead] of Object.entries(list)) {
    const places = files.flatMap(([file, names]) =>
      [...names].filter((name) => isWord(name, word)).map((name) => `${name} in ${file}`),
    );
    if (places.length > 0) found.set(word, `use ${instead} (${places.join(', ')})`);
  }
  return found;
}
