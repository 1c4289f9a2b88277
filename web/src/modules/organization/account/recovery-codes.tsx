import { Button } from '../../../kit/button/index.ts';
import { CopyLine } from '../../../kit/copy/index.ts';
import { useAccountWords } from './words.ts';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** The recovery codes, shown this once. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const word = useAccountWords();
  return (
    <div className="k-stack">
      <p>{word('account.second.codes.note')}</p>
      <ol className="account-codes" aria-label={word('account.second.codes')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <CopyLine
        label={word('account.second.codes')}
        value={codes.join(' ')}
        copyWord={word('account.second.codes.copy')}
        copiedWord={word('settings.copied')}
      />
      <div className="k-form-foot">
        <Button kind="primary" onClick={onKept}>
          {word('account.second.codes.kept')}
        </Button>
      </div>
    </div>
  );
}
