// The runner executes test files in bare Node.js; this teaches that process TypeScript, as `npm start` does.
import { register as registerRequire } from 'tsx/cjs/api';
import { register as registerImport } from 'tsx/esm/api';

registerRequire();
registerImport();
