-- better-auth owns user, session, account and verification (its names and quoting); the other tables are ours and local.
create table auth."user" (
  "id" uuid not null default gen_random_uuid(),
  "name" text not null,
  "email" text not null,
  "emailVerified" boolean not null default false,
  "image" text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  constraint user_pk primary key ("id"),
  constraint user_email_key unique ("email")
);
create table auth."session" (
  "id" uuid not null default gen_random_uuid(),
  "expiresAt" timestamptz not null,
  "token" text not null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null,
  constraint session_pk primary key ("id"),
  constraint session_token_key unique ("token"),
  constraint session_user_fk foreign key ("userId") references auth."user" ("id") on delete cascade
);
create index session_user_index on auth."session" ("userId");
create table auth."account" (
  "id" uuid not null default gen_random_uuid(),
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  constraint account_pk primary key ("id"),
  constraint account_user_fk foreign key ("userId") references auth."user" ("id") on delete cascade
);
create index account_user_index on auth."account" ("userId");
create table auth."verification" (
  "id" uuid not null default gen_random_uuid(),
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  constraint verification_pk primary key ("id")
);
create index verification_identifier_index on auth."verification" ("identifier");

create table auth.memberships (
  user_id uuid not null,
  org_id uuid not null,
  member_id uuid not null,
  created_at timestamptz not null,
  constraint memberships_pk primary key (user_id, org_id),
  constraint memberships_user_fk foreign key (user_id) references auth."user" ("id") on delete cascade
);
create table auth.api_keys (
  id uuid not null,
  key_hash text not null,
  hint text not null,
  name text not null,
  user_id uuid not null,
  org_id uuid not null,
  member_id uuid not null,
  created_at timestamptz not null,
  last_used_on date,
  revoked_at timestamptz,
  constraint api_keys_pk primary key (id),
  constraint api_keys_hash_key unique (key_hash)
);
create index api_keys_member_index on auth.api_keys (org_id, member_id);
create table auth.invitations (
  id uuid not null,
  token_hash text not null,
  org_id uuid not null,
  name text,
  email text,
  department_id uuid,
  role_keys text[] not null,
  invited_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  constraint invitations_pk primary key (id),
  constraint invitations_token_key unique (token_hash)
);
create index invitations_org_index on auth.invitations (org_id, created_at desc);
create table auth.doors (
  name text not null,
  closed_at timestamptz,
  token_hash text,
  constraint doors_pk primary key (name)
);
create table auth.secrets (
  name text not null,
  value text not null,
  constraint secrets_pk primary key (name)
);
