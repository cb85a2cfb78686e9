'use strict';

// Loaded with `node --require` into the VS Code server and, by inheritance, into its extension host.
require('./compileCache.cjs');
require('./clock.cjs');
require('./nativeStandIns.cjs');
require('./connections.cjs');
require('./lifeline.cjs');
