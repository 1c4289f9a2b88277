import { admin } from '../../e2e/product/admin-command.ts';

/** An organisation with one administrator; returns the administrator's API key. */
export async function prepareOrganization(directory: string): Promise<string> {
  const email = 'admin@drill.test';
  await admin(
    directory,
    ['create-organization', '--name', 'Drill', '--email', email, '--password-stdin'],
    'a long drill password\n',
  );
  const { key } = await admin(directory, ['create-api-key', '--email', email, '--name', 'drill']);
  return String(key);
}
