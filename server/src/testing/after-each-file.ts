import { afterAll } from 'vitest';
import { breachesSeen } from './law/watch-statements.ts';
import { closeTestHouse } from './test-house.ts';

// Files of a worker share its code, so that it is read once; the house and its database are each file's own.
afterAll(async () => {
  await closeTestHouse();
  const wrong = await breachesSeen();
  if (wrong.length > 0) throw new Error(`statements against the law for tables and queries:\n  ${wrong.join('\n  ')}`);
});
