import { signOut } from '@dealtrail/protocol/auth';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { languages, setAppearance, speak, useAppearance } from '../../kernel/appearance/index.ts';
import { type ProblemError, useAct } from '../../kernel/client/index.ts';
import { useWords } from '../../kernel/i18n/index.ts';
import { sessionRead, useSession } from '../../kernel/session/index.ts';
import { type MenuAct, MenuButton } from '../../kit/button/index.ts';
import { Icon } from '../../kit/icon/index.ts';
import { Avatar } from '../../kit/mark/index.ts';

function useSignOut(): () => void {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const act = useAct(signOut);
  const leave = async () => {
    cache.setQueryData(sessionRead.queryKey, null);
    await navigate({ to: '/sign-in', replace: true });
    cache.clear();
  };
  return () => {
    // Whose session has ended meanwhile has left already.
    act.run({}).then(leave, (error: ProblemError) => (error.kind === 'signed_out' ? leave() : undefined));
  };
}

/** The acts of the member's menu: the own account, language, appearance, row height, signing out. */
export function useUserActs(): readonly (MenuAct | null)[] {
  const word = useWords();
  const cache = useQueryClient();
  const now = useAppearance();
  const leave = useSignOut();
  const navigate = useNavigate();
  return [
    {
      key: 'account',
      word: word('shell.account'),
      icon: 'user' as const,
      onClick: () => void navigate({ to: '/account' }),
    },
    {
      key: 'transfers',
      word: word('nav.transfers'),
      icon: 'download' as const,
      onClick: () => void navigate({ to: '/transfers' }),
    },
    null,
    ...(['zh-CN', 'en'] as const).map((language) => ({
      key: language,
      word: languages[language],
      icon: 'globe' as const,
      chosen: now.language === language,
      onClick: () => void speak(language).then(() => cache.invalidateQueries()),
    })),
    null,
    ...(['light', 'dark', 'system'] as const).map((theme) => ({
      key: theme,
      word: word(`shell.theme.${theme}`),
      icon: ({ light: 'sun', dark: 'moon', system: 'settings' } as const)[theme],
      chosen: now.theme === theme,
      onClick: () => setAppearance({ theme }),
    })),
    null,
    ...(['compact', 'comfortable'] as const).map((density) => ({
      key: density,
      word: word('shell.density.is', { density: word(`shell.density.${density}`) }),
      icon: 'list' as const,
      chosen: now.density === density,
      onClick: () => setAppearance({ density }),
    })),
    null,
    { key: 'sign-out', word: word('shell.signOut'), icon: 'sign-out' as const, onClick: leave },
  ];
}

/** The member, and what they may change for themselves. */
export function UserMenu() {
  const word = useWords();
  const { member } = useSession();
  return (
    <MenuButton acts={useUserActs()}>
      <button type="button" className="user">
        <Avatar name={member.name} />
        <span aria-hidden="true">{member.name}</span>
        <b className="k-hidden-words">{word('shell.user', { name: member.name })}</b>
        <Icon name="down" size={14} />
      </button>
    </MenuButton>
  );
}
