// Builds web/dist when it is stale; npm start and the browser stories need it.
import { ensureWebBuilt } from './ground/web-build.mjs';

ensureWebBuilt();
