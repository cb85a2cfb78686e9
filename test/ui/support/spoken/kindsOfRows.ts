/** One row of each kind and state that the sandbox has in these views, as they are told. */
export const kindsOfRows = {
  distribution: [
    'treeitem 1 collapsed Copper Loyalty Hotfix, iOS 1.5.2, Android 7.0.4, pinned',
    'treeitem 2 expanded iOS, 5 versions',
    'treeitem 3 8.2.3 (414), some time ago, not shared, IPA, 172.5 MB',
    'treeitem 3 collapsed 8.2.1 (409), some time ago, shared, IPA, 26.8 MB, 9 downloads',
    'treeitem 3 collapsed 8.1.0 (394), expired, some time ago, shared, IPA, 22 MB, 33 downloads',
    'treeitem 4 Sending failed, omar.aydin0@testers.example',
    'treeitem 4 Not opened yet, tomas.laine1@testers.example',
    'treeitem 4 Opened, not signed in, kofi.sato5@testers.example',
  ],
  groups: [
    'treeitem 1 collapsed Design $(eye) Review, 9 testers',
    'treeitem 1 collapsed Empty on purpose, no testers',
    'treeitem 1 expanded QA Guild, LDAP, 3 testers, CN=qa-guild,OU=Groups,DC=example,DC=com',
    'treeitem 2 ines.mensah2@testers.example, tester, from LDAP',
  ],
  api: [
    'treeitem 1 collapsed auth',
    'treeitem 2 expanded Profiles, 12 operations',
    'treeitem 3 List distribution profiles, GET /distribution/v2/profiles',
  ],
} as const;
