// npm run sandbox -- --port 0: the sandbox API from its sources. Installed users run `npx belvo-sandbox`.
import './typescript.mjs';

await import('../src/sandbox/cli.ts');
