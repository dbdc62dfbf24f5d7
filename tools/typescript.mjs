// Import this to import the sources as they are: TypeScript is compiled as Node loads it.
import './ensure.mjs';

const {register} = await import('tsx/esm/api');
register();
