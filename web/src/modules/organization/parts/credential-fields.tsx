import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../../kernel/i18n/index.ts';
import { Field } from '../../../kit/form/index.ts';
import type { zh } from '../messages/zh.ts';

type Key = keyof typeof zh;

/** The name somebody signs in with: e-mail, mobile or staff number. */
export function IdentifierField() {
  const word = useWords<Key>();
  return (
    <Field name="identifier" label={word('organization.identifier')} required>
      <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={254} />
    </Field>
  );
}

/** Name and password of an existing account; where the name is `known`, the password comes first. */
export function KnownCredentials({ known = false }: { readonly known?: boolean }) {
  const word = useWords<Key>();
  return (
    <>
      <IdentifierField />
      <Field name="password" label={word('organization.password')} required>
        <Input.Password
          autoComplete="current-password"
          maxLength={128}
          visibilityToggle={false}
          {...(known ? { 'data-first': true } : {})}
        />
      </Field>
    </>
  );
}

/** Name, e-mail and password of a new account; `children` are further ways to reach it. */
export function NewCredentials({ children }: { readonly children?: ReactNode }) {
  const word = useWords<Key>();
  return (
    <>
      <Field name="name" label={word('organization.name')} required>
        <Input autoComplete="name" maxLength={80} />
      </Field>
      <Field name="email" label={word('organization.email')} required>
        <Input type="email" autoComplete="username" maxLength={254} inputMode="email" />
      </Field>
      {children}
      <Field name="password" label={word('organization.password')} required help={word('organization.password.hint')}>
        <Input.Password autoComplete="new-password" maxLength={128} visibilityToggle={false} />
      </Field>
    </>
  );
}
